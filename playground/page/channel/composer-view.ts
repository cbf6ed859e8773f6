import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { valueOf } from "../shared/events.ts";
import { attach, choose, leave, OF_MESSAGE, optionsLeft, send, show, suggestions, type } from "./composer.ts";
import { onKey } from "./composer-keys.ts";
import { face } from "./face.ts";
import { optionView } from "./option-view.ts";
import { pictureChip } from "./picture-chip.ts";
import type { SlashCommand } from "./slash-commands.ts";
import { nameOf, state } from "./state.ts";

/** Where one types, as in Discord: `/` offers the commands, a command its options. */
export function composerView(): TemplateResult {
  const { command } = state.composer;
  return html`<form class="composer" @submit=${send} aria-label="Message to website">
    ${command ? commandView(command) : lineView()}
    <p class="hint small muted">
      ${face(state.me)}
      ${
        command
          ? html`<span
              ><kbd>Enter</kbd> sends as ${nameOf(state.me)} · <kbd>Esc</kbd> leaves the command</span
            >`
          : html`<span>You are ${nameOf(state.me)} · type <kbd>/</kbd> for the commands</span>`
      }
    </p>
  </form>`;
}

function lineView(): TemplateResult {
  const offered = suggestions();
  const { text, marked, files } = state.composer;
  return html`${offered.length > 0 ? suggestionList(offered) : nothing} ${pictureChip(OF_MESSAGE)}
    <div class="line">
      <label class="plus" title="Attach a picture">
        <span aria-hidden="true">+</span>
        <input
          class="hidden"
          type="file"
          accept="image/*"
          aria-label="Attach a picture"
          @change=${(event: Event) => attach(OF_MESSAGE, event)}
        />
      </label>
      <input
        id="composer-input"
        role="combobox"
        aria-label="Message website"
        aria-autocomplete="list"
        aria-expanded=${offered.length > 0}
        aria-controls="suggestions"
        aria-activedescendant=${offered.length > 0 ? `suggestion-${marked}` : ""}
        autocomplete="off"
        placeholder="Message #website, or type / for commands"
        .value=${live(text)}
        @input=${(event: Event) => type(valueOf(event))}
        @keydown=${onKey}
      />
      ${
        text.trim() || files[OF_MESSAGE] ? html`<button type="submit" class="primary">Send</button>` : nothing
      }
    </div>`;
}

const suggestionList = (offered: SlashCommand[]): TemplateResult =>
  html`<ul id="suggestions" class="suggestions" role="listbox" aria-label="Commands">
    ${offered.map(
      (command, at) =>
        html`<li
          id=${`suggestion-${at}`}
          role="option"
          aria-selected=${at === state.composer.marked}
          @mousedown=${(event: Event) => event.preventDefault()}
          @click=${() => choose(command)}
        >
          <strong>/${command.name}</strong> <span class="muted small">${command.hint}</span>
        </li>`,
    )}
  </ul>`;

function commandView(command: SlashCommand): TemplateResult {
  const left = optionsLeft();
  const options = command.options.filter(({ name }) => state.composer.shown.includes(name));
  return html`<div class="command" role="group" aria-label=${`Command ${command.name}`} @keydown=${onKey}>
      <strong class="mention">/${command.name}</strong>
      ${repeat(options, ({ name }) => name, optionView)}
    </div>
    <div class="send">
      ${
        left.length > 0
          ? html`<div class="more-options" role="group" aria-label="More options of this command">
              ${left.map(
                ({ name, hint }) =>
                  html`<button type="button" title=${hint} @click=${() => show(name)}>+ ${name}</button>`,
              )}
            </div>`
          : nothing
      }
      <div class="answers">
        <button type="button" class="quiet" @click=${leave}>Discard</button>
        <button type="submit" class="primary" id=${options.length > 0 ? "composer-send" : "composer-input"}>
          Send
        </button>
      </div>
    </div>`;
}
