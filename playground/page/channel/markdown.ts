import { html, type TemplateResult } from "lit";
import { inline } from "./inline-markdown.ts";

const BLOCK = /```(\w*)\n([^]*?)\n?```/g;

/** A message's text: its lines, and its code blocks. */
export function markdown(text: string): TemplateResult[] {
  const shown: TemplateResult[] = [];
  let from = 0;
  for (const match of text.matchAll(BLOCK)) {
    shown.push(...lines(text.slice(from, match.index)));
    shown.push(codeBlock(match[1] ?? "", match[2] ?? ""));
    from = match.index + match[0].length;
  }
  return [...shown, ...lines(text.slice(from))];
}

const lines = (text: string): TemplateResult[] =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => html`<p>${inline(line)}</p>`);

/** What scrolls has to be reachable by keyboard, and so needs a name. */
const codeBlock = (language: string, code: string): TemplateResult =>
  html`<pre
    class="code"
    tabindex="0"
    role="region"
    aria-label=${language === "diff" ? "Difference of the file" : "Code"}
  ><code>${language === "diff" ? code.split("\n").map(diffLine) : code}</code></pre>`;

const diffLine = (line: string): TemplateResult => html`<span class=${classOf(line)}>${line}${"\n"}</span>`;

/** The signs stay in the text, so that nothing depends on seeing colours. */
function classOf(line: string): string {
  if (/^(\+\+\+|---|@@)/.test(line)) return "about";
  if (line.startsWith("+")) return "added";
  return line.startsWith("-") ? "removed" : "same";
}
