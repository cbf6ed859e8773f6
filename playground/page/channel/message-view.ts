import { html, nothing, type TemplateResult } from "lit";
import type { APIEmbed } from "discord-api-types/v10";
import type { Message } from "#stand-ins/discord/messages.ts";
import { clockTime, fullTime } from "../shared/time.ts";
import { EPHEMERAL, LOADING, wordsOf } from "./conversation-ids.ts";
import { face } from "./face.ts";
import { linksIn, pressButtons, selects } from "./message-components.ts";
import { markdown } from "./markdown.ts";
import { messageMenu } from "./message-menu.ts";
import { seePage } from "./see-page.ts";
import { change, nameOf, type Shown, state } from "./state.ts";

/** A message, with everything that Discord would let this person do with it. */
export function messageView(shown: Shown): TemplateResult {
  const { message } = shown;
  const onlyYou = (message.flags & EPHEMERAL) !== 0;
  return html`<article
    class="message ${onlyYou ? "only-you" : ""}"
    id=${`message-${message.id}`}
    data-message=${message.author.bot ? message.id : nothing}
  >
    ${origin(message)}
    ${
      message.author.bot
        ? html`<div class="avatar" aria-hidden="true">ux</div>`
        : face(message.author.id, "large")
    }
    <div class="said">
      ${authorLine(message)} ${message.flags & LOADING ? thinking : body(message)} ${selects(message)}
      ${actions(shown)} ${onlyYou ? dismissal(message) : nothing}
    </div>
    ${onlyYou ? nothing : messageMenu(shown)}
  </article>`;
}

const authorLine = ({ author, timestamp }: Message): TemplateResult =>
  html`<p class="who">
    <strong>${author.bot ? "ux-agent" : (author.global_name ?? author.username)}</strong>
    ${author.bot ? html`<span class="app">App</span>` : nothing}
    <time class="muted small" datetime=${timestamp} title=${fullTime(timestamp)}
      >${clockTime(timestamp)}</time
    >
  </p>`;

/** Who asked, and in which words. */
function origin({ interaction_metadata: metadata }: Message): TemplateResult | typeof nothing {
  const words = metadata ? wordsOf(metadata.id) : "";
  return metadata && words ? asked(metadata.user.id, words) : nothing;
}

export function asked(by: string, words: string): TemplateResult {
  const [command = "", ...options] = words.split(" ");
  return html`<p class="origin small muted">
    ${face(by)} <strong>${nameOf(by)}</strong> used <span class="mention">${command}</span>
    <bdi>${options.join(" ")}</bdi>
  </p>`;
}

/** Dots that move where the reader's system wants movement; the words say the same. */
const thinking = html`<p class="thinking">
  <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span> ux-agent is thinking…
</p>`;

const body = (message: Message): TemplateResult =>
  html`<div class="content">
      ${markdown(message.content)}
      ${message.edited_timestamp ? html`<span class="muted small">(edited)</span>` : nothing}
    </div>
    ${message.embeds.map((embed) => embedView(embed, message.attachments))}
    ${message.attachments.filter((file) => !isShown(file, message)).map(fileView)}`;

type File = Message["attachments"][number];

/** A picture that an embed shows is not listed as a file, as in Discord. */
const isShown = ({ filename }: File, { embeds }: Message): boolean =>
  embeds.some(({ image }) => image?.url === `attachment://${filename}`);

/** Where the page's own server keeps it, whatever name the page was opened by. */
const pathOf = ({ url }: File): string => {
  const { pathname, search } = new URL(url, location.href);
  return pathname + search;
};

const fileView = (file: File): TemplateResult =>
  file.content_type.startsWith("image/") && file.content_type !== "image/svg+xml"
    ? html`<img class="picture" src=${pathOf(file)} alt=${file.filename} />`
    : html`<p class="file small">
        <span aria-hidden="true">📎</span>
        <a href=${pathOf(file)} download=${file.filename}>${file.filename}</a>
        <span class="muted">${kilobytes(file.size)}</span>
      </p>`;

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB`;

function embedView({ title, description, color, image }: APIEmbed, files: File[]): TemplateResult {
  const picture = files.find(({ filename }) => image?.url === `attachment://${filename}`);
  return html`<section class="embed" style=${color === undefined ? "" : `border-left-color: ${hex(color)}`}>
    ${title ? html`<h3>${markdown(title)}</h3>` : nothing} ${description ? markdown(description) : nothing}
    ${picture ? html`<img class="picture" src=${pathOf(picture)} alt=${picture.filename} />` : nothing}
  </section>`;
}

const hex = (color: number): string => `#${color.toString(16).padStart(6, "0")}`;

/** The buttons, and the way to the site's page that they are about. */
function actions(shown: Shown): TemplateResult | typeof nothing {
  const [buttons, links] = [pressButtons(shown.message), linksIn(shown.message)];
  const page = seePage(shown);
  if (buttons.length + links.length === 0) return page;
  return html`<div class="buttons" role="group" aria-label="Buttons of this message">${buttons} ${links}</div>
    ${page}`;
}

const dismissal = ({ id }: Message): TemplateResult =>
  html`<p class="small muted">
    <span aria-hidden="true">👁</span> Only you can see this ·
    <button type="button" class="quiet small" @click=${() => dismiss(id)}>Dismiss message</button>
  </p>`;

/** The focus goes where the next thing is typed, and not to nowhere. */
function dismiss(id: string): void {
  state.dismissed.add(id);
  change();
  document.querySelector<HTMLElement>("#composer-input")?.focus();
}
