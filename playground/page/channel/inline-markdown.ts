import { html } from "lit";
import { inlineMarkdown, type Mark, type Piece } from "../shared/inline-markdown.ts";
import { fromNow, fullTime } from "../shared/time.ts";
import { localeOfMe, nameOf, roleName, state } from "./state.ts";

const MESSAGE = /https:\/\/discord\.com\/channels\/[^/\s]+\/\d+\/(\d+)/.source;

/** What only a channel has: its messages, its people, and times that go on. */
const marks: Mark[] = [
  {
    pattern: new RegExp(`\\[([^\\]]+)\\]\\((${MESSAGE})\\)`),
    show: ([, text = "", url = "", message = ""], inside) => messageLink({ url, message }, inside(text)),
  },
  { pattern: new RegExp(MESSAGE), show: ([url, message = ""]) => messageLink({ url, message }, [url]) },
  { pattern: /<@!?(\d+)>/, show: ([, id = ""]) => html`<span class="mention">@${nameOf(id)}</span>` },
  { pattern: /<@&(\d+)>/, show: ([, id = ""]) => html`<span class="mention">@${roleName(id)}</span>` },
  { pattern: /<t:(\d+)(?::\w)?>/, show: ([, seconds]) => moment(Number(seconds) * 1000) },
];

/** A line of a message. */
export const inline = (text: string): Piece[] => inlineMarkdown(text, marks);

/** A message of this channel is on this page; any other opens beside it. */
const messageLink = ({ url, message }: { url: string; message: string }, content: Piece[]) =>
  state.messages.has(message)
    ? html`<a href=${`#message-${message}`}>${content}</a>`
    : html`<a href=${url} target="_blank" rel="noreferrer">${content}</a>`;

/** In the reader's language, as Discord's client has it. Not announced as it changes: it does so all the time. */
const moment = (at: number) =>
  html`<time aria-live="off" datetime=${new Date(at).toISOString()} title=${fullTime(at)}
    >${fromNow(at, Date.now(), localeOfMe())}</time
  >`;
