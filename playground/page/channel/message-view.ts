import { html, nothing, type TemplateResult } from "lit";
import { ComponentType, type APIEmbed, type APIStringSelectComponent } from "discord-api-types/v10";
import type { Message } from "#stand-ins/discord/messages.ts";
import { clockTime, fullTime } from "../shared/time.ts";
import { EPHEMERAL, LOADING, pressables, type Pressable, wordsOf } from "./conversation-ids.ts";
import { act, isBusy, press } from "./doing.ts";
import { markdown } from "./markdown.ts";
import { mischief } from "./mischief-view.ts";
import { change, nameOf, type Shown, state } from "./state.ts";

/** A message of the bot, with everything that Discord would let this person do with it. */
export function messageView(shown: Shown): TemplateResult {
  const { message } = shown;
  const onlyYou = (message.flags & EPHEMERAL) !== 0;
  return html`<article
    class="message ${onlyYou ? "only-you" : ""}"
    id=${`message-${message.id}`}
    data-message=${message.id}
  >
    ${origin(message)}
    <div class="avatar" aria-hidden="true">ux</div>
    <div class="said">
      <p class="who">
        <strong>ux-agent</strong> <span class="app">App</span>
        <time class="muted small" datetime=${message.timestamp} title=${fullTime(message.timestamp)}
          >${clockTime(message.timestamp)}</time
        >
      </p>
      ${message.flags & LOADING ? thinking : body(message)} ${selects(message)} ${buttonRow(message)}
      ${onlyYou ? dismissal(message) : mischief(shown)}
    </div>
  </article>`;
}

function origin({ interaction_metadata: metadata }: Message): TemplateResult | typeof nothing {
  if (!metadata) return nothing;
  const words = wordsOf(metadata.id);
  if (!words) return nothing;
  const [command = "", ...options] = words.split(" ");
  return html`<p class="origin small muted">
    ${nameOf(metadata.user.id)} used <span class="mention">${command}</span>
    <bdi>${options.join(" ")}</bdi>
  </p>`;
}

const thinking = html`<p class="thinking">ux-agent is thinking…</p>`;

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
  html`<p class="small">
    📎 <a href=${pathOf(file)} download=${file.filename}>${file.filename}</a> (${file.size} bytes)
  </p>`;

function embedView({ title, description, color, image }: APIEmbed, files: File[]): TemplateResult {
  const picture = files.find(({ filename }) => image?.url === `attachment://${filename}`);
  return html`<section class="embed" style=${color === undefined ? "" : `border-left-color: ${hex(color)}`}>
    ${title ? html`<h3>${markdown(title)}</h3>` : nothing} ${description ? markdown(description) : nothing}
    ${picture ? html`<img class="picture" src=${pathOf(picture)} alt=${picture.filename} />` : nothing}
  </section>`;
}

const hex = (color: number): string => `#${color.toString(16).padStart(6, "0")}`;

function buttonRow(message: Message): TemplateResult | typeof nothing {
  const [buttons, links] = [pressables(message), linksIn(message)];
  if (buttons.length + links.length === 0) return nothing;
  return html`<div class="buttons" role="group" aria-label="Buttons of this message">
    ${buttons.map((button) => buttonView(message, button))}
    ${links.map(({ label, url }) => html`<a href=${url} target="_blank" rel="noreferrer">${label} ↗</a>`)}
  </div>`;
}

const partsIn = ({ components }: Message) =>
  components.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));

const linksIn = (message: Message) =>
  partsIn(message).flatMap((part) =>
    "url" in part && part.label ? [{ label: part.label, url: part.url }] : [],
  );

/** Selects of a message, each with a button that sends what was chosen, as Discord does when its list is closed. */
const selects = (message: Message) =>
  partsIn(message).flatMap((part) =>
    part.type === ComponentType.StringSelect ? [selectView(message.id, part)] : [],
  );

function selectView(message: string, select: APIStringSelectComponent): TemplateResult {
  const { custom_id: customId, options, placeholder = "Choose", max_values: most = 1 } = select;
  const sent = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const values = new FormData(event.target).getAll("value").map(String).slice(0, most);
    if (values.length > 0) void act({ do: "select", message, customId, values });
  };
  return html`<form class="select" @submit=${sent}>
    <fieldset>
      <legend class="small muted">${placeholder} At most ${most}.</legend>
      ${options.map(
        ({ value, label, description }) =>
          html`<label
            ><input type="checkbox" name="value" value=${value} />
            <span>${label} <span class="small muted">${description ?? ""}</span></span></label
          >`,
      )}
    </fieldset>
    <button type="submit" class="secondary">Choose</button>
  </form>`;
}

function buttonView(message: Message, { label, customId, style }: Pressable): TemplateResult {
  const action = press(message.id, customId);
  return html`<button
    type="button"
    class=${styles[style] ?? "secondary"}
    aria-disabled=${isBusy(action)}
    @click=${() => isBusy(action) || void act(action)}
  >
    ${label}
  </button>`;
}

/** Discord's numbers for how a button looks. */
const styles: Record<number, string> = { 1: "primary", 2: "secondary", 3: "success", 4: "danger" };

const dismissal = ({ id }: Message): TemplateResult =>
  html`<p class="small muted">
    Only you can see this ·
    <button type="button" class="quiet small" @click=${() => dismiss(id)}>Dismiss message</button>
  </p>`;

/** The focus goes where the next thing is typed, and not to nowhere. */
function dismiss(id: string): void {
  state.dismissed.add(id);
  change();
  document.querySelector<HTMLElement>("#composer-input")?.focus();
}
