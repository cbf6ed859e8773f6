import { html, type TemplateResult } from "lit";
import { fromNow, fullTime } from "../shared/time.ts";
import { nameOf, state } from "./state.ts";

type Piece = string | TemplateResult;

interface Mark {
  pattern: RegExp;
  show: (match: RegExpExecArray) => Piece;
}

const MESSAGE = /^https:\/\/discord\.com\/channels\/[^/]+\/\d+\/(\d+)$/;

/** Discord's marks within a line, as far as the service uses them; the earliest wins, then the first in this list. */
const marks: Mark[] = [
  { pattern: /\\([^\sA-Za-z0-9])/, show: ([, character = ""]) => character },
  { pattern: /`([^`]+)`/, show: ([, code]) => html`<code>${code}</code>` },
  { pattern: /\*\*(.+?)\*\*/, show: ([, text = ""]) => html`<strong>${inline(text)}</strong>` },
  { pattern: /\*(.+?)\*/, show: ([, text = ""]) => html`<em>${inline(text)}</em>` },
  {
    pattern: /\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/,
    show: ([, text = "", url = ""]) => link(url, inline(text)),
  },
  { pattern: /https?:\/\/[^\s<>)]+/, show: ([url]) => link(url, [url]) },
  { pattern: /<@!?(\d+)>/, show: ([, id = ""]) => html`<span class="mention">@${nameOf(id)}</span>` },
  { pattern: /<t:(\d+)(?::\w)?>/, show: ([, seconds]) => moment(Number(seconds) * 1000) },
];

/** A line of a message, with Discord's marks as elements; nothing of it is taken for HTML. */
export function inline(text: string): Piece[] {
  const found = marks
    .flatMap(({ pattern, show }) => {
      const match = pattern.exec(text);
      return match ? [{ match, show }] : [];
    })
    .toSorted((one, other) => one.match.index - other.match.index)[0];
  if (!found) return text === "" ? [] : [text];
  const { match, show } = found;
  return [
    ...inline(text.slice(0, match.index)),
    show(match),
    ...inline(text.slice(match.index + match[0].length)),
  ];
}

/** A message of this channel is on this page; what else is linked opens beside it. */
function link(url: string, content: Piece[]): TemplateResult {
  const message = MESSAGE.exec(url)?.[1] ?? "";
  return state.messages.has(message)
    ? html`<a href=${`#message-${message}`}>${content}</a>`
    : html`<a href=${url} target="_blank" rel="noreferrer">${content}</a>`;
}

/** Not announced as it changes: it does so all the time. */
const moment = (at: number) =>
  html`<time aria-live="off" datetime=${new Date(at).toISOString()} title=${fullTime(at)}
    >${fromNow(at)}</time
  >`;
