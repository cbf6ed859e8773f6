import { html, type TemplateResult } from "lit";

export type Piece = string | TemplateResult;

/** What is marked in a line, and what to show for it; `inside` shows the marks within it. */
export interface Mark {
  pattern: RegExp;
  show: (match: RegExpExecArray, inside: (text: string) => Piece[]) => Piece;
}

/** Discord's marks within a line, as far as the service uses them. */
const marks: Mark[] = [
  { pattern: /\\([^\sA-Za-z0-9])/, show: ([, character = ""]) => character },
  { pattern: /`([^`]+)`/, show: ([, code]) => html`<code>${code}</code>` },
  { pattern: /\*\*(.+?)\*\*/, show: ([, text = ""], inside) => html`<strong>${inside(text)}</strong>` },
  { pattern: /\*(.+?)\*/, show: ([, text = ""], inside) => html`<em>${inside(text)}</em>` },
  {
    pattern: /\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/,
    show: ([, text = "", url = ""], inside) => link(url, inside(text)),
  },
  { pattern: /https?:\/\/[^\s<>)]+/, show: ([url]) => link(url, [url]) },
];

const link = (url: string, content: Piece[]): TemplateResult =>
  html`<a href=${url} target="_blank" rel="noreferrer">${content}</a>`;

/**
 * A line with Discord's marks as elements; nothing of it is taken for HTML. The earliest mark wins, then the first in the list.
 * @param own marks of the page, before the usual ones
 */
export function inlineMarkdown(text: string, own: Mark[] = []): Piece[] {
  const inside = (part: string): Piece[] => inlineMarkdown(part, own);
  const found = [...own, ...marks]
    .flatMap(({ pattern, show }) => {
      const match = pattern.exec(text);
      return match ? [{ match, show }] : [];
    })
    .toSorted((one, other) => one.match.index - other.match.index)[0];
  if (!found) return text === "" ? [] : [text];
  const { match, show } = found;
  return [
    ...inside(text.slice(0, match.index)),
    show(match, inside),
    ...inside(text.slice(match.index + match[0].length)),
  ];
}
