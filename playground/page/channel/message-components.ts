import { html, type TemplateResult } from "lit";
import { ComponentType, type APIStringSelectComponent } from "discord-api-types/v10";
import type { Message } from "#stand-ins/discord/messages.ts";
import { pressables, type Pressable } from "./conversation-ids.ts";
import { act, isBusy, press } from "./doing.ts";

export const pressButtons = (message: Message): TemplateResult[] =>
  pressables(message).map((button) => buttonView(message, button));

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

const partsIn = ({ components }: Message) =>
  components.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));

export const linksIn = (message: Message): TemplateResult[] =>
  partsIn(message).flatMap((part) =>
    "url" in part && part.label
      ? [html`<a class="button" href=${part.url} target="_blank" rel="noreferrer">${part.label} ↗</a>`]
      : [],
  );

/** Selects of a message, each with a button that sends what was chosen, as Discord does when its list is closed. */
export const selects = (message: Message): TemplateResult[] =>
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
