import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { valueOf } from "../shared/events.ts";
import { attach, idOf, pick, remove, write } from "./composer.ts";
import type { Option } from "./slash-commands.ts";
import { state } from "./state.ts";
import { stopSuggesting, suggest } from "./suggesting.ts";

/** An option of the command that is being written. */
export function optionView(option: Option): TemplateResult {
  const id = idOf(option.name);
  return html`<div class="option ${option.suggests ? "short" : option.kind}">
    <label for=${id}>${option.name}</label>
    ${fieldOf(option, id)}
    <button
      type="button"
      class="quiet"
      aria-label=${`Remove ${option.name}`}
      @click=${() => remove(option.name)}
    >
      ✕
    </button>
    ${choiceList(option)}
  </div>`;
}

function fieldOf(option: Option, id: string): TemplateResult {
  switch (option.kind) {
    case "image":
      return html`<input
        id=${id}
        type="file"
        accept="image/*"
        @change=${(event: Event) => attach(option.name, event)}
      />`;
    case "person":
      return personField(option, id);
    case "text":
      return textField(option, id);
  }
}

const personField = (option: Option, id: string): TemplateResult =>
  html`<select id=${id} @change=${(event: Event) => write(option, valueOf(event))}>
    ${state.setting.members.map(
      (member) =>
        html`<option value=${member.id} ?selected=${member.id === state.composer.values[option.name]}>
          ${member.name}
        </option>`,
    )}
  </select>`;

/** As high as what is typed, so that a whole sentence is seen; Enter sends it. */
function textField(option: Option, id: string): TemplateResult {
  const { offered } = state.composer;
  const isMarked = offered?.option === option.name && offered.marked >= 0;
  return html`<textarea
    id=${id}
    rows="1"
    placeholder=${option.hint}
    maxlength=${option.longest}
    aria-autocomplete=${option.suggests ? "list" : "none"}
    aria-controls=${offered?.option === option.name ? `choices-${option.name}` : nothing}
    aria-activedescendant=${isMarked ? `choice-${offered.marked}` : nothing}
    .value=${live(valueOfOption(option))}
    @input=${(event: Event) => write(option, valueOf(event).replaceAll("\n", " "))}
    @focus=${() => valueOfOption(option) === "" && suggest(option)}
    @blur=${stopSuggesting}
  ></textarea>`;
}

const valueOfOption = ({ name }: Option): string => state.composer.values[name] ?? "";

function choiceList({ name }: Option): TemplateResult | typeof nothing {
  const { offered } = state.composer;
  if (offered?.option !== name) return nothing;
  return html`<ul
    id=${`choices-${name}`}
    class="suggestions"
    role="listbox"
    aria-label=${`Choices for ${name}`}
  >
    ${offered.choices.map(
      (choice, at) =>
        html`<li
          id=${`choice-${at}`}
          role="option"
          aria-selected=${at === offered.marked}
          @mousedown=${(event: Event) => event.preventDefault()}
          @click=${() => pick(name, choice)}
        >
          ${choice.name}
        </li>`,
    )}
  </ul>`;
}
