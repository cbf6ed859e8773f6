import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { valueOf } from "../shared/events.ts";
import {
  attach,
  choose,
  leave,
  onKey,
  optionsLeft,
  remove,
  send,
  show,
  suggestions,
  type,
  write,
} from "./composer.ts";
import type { Option, SlashCommand } from "./slash-commands.ts";
import { nameOf, state } from "./state.ts";

/** Where one types, as in Discord: `/` offers the commands, a command its options. */
export function composerView(): TemplateResult {
  const { command } = state.composer;
  return html`<form class="composer" @submit=${send} aria-label="Message to website">
    ${command ? commandView(command) : lineView()}
    <p class="hint small muted">
      ${
        command
          ? html`<kbd>Enter</kbd> sends as ${nameOf(state.me)} · <kbd>Esc</kbd> leaves the command`
          : html`You are ${nameOf(state.me)} · type <kbd>/</kbd> for the commands`
      }
    </p>
  </form>`;
}

function lineView(): TemplateResult {
  const offered = suggestions();
  const { text, marked } = state.composer;
  return html`${offered.length > 0 ? suggestionList(offered) : nothing}
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
    />`;
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
  return html`${
      left.length > 0
        ? html`<div class="suggestions options" role="group" aria-label="More options of this command">
            ${left.map(
              ({ name, hint }) =>
                html`<button type="button" @click=${() => show(name)}>
                  <strong>${name}</strong> <span class="muted small">${hint}</span>
                </button>`,
            )}
          </div>`
        : nothing
    }
    <div class="command" role="group" aria-label=${`Command ${command.name}`} @keydown=${onKey}>
      <strong class="mention">/${command.name}</strong>
      ${command.options.filter(({ name }) => state.composer.shown.includes(name)).map(optionView)}
      <div class="answers">
        <button type="button" class="quiet" @click=${leave}>Discard</button>
        <button
          type="submit"
          class="primary"
          id=${state.composer.shown.length > 0 ? "composer-send" : "composer-input"}
        >
          Send
        </button>
      </div>
    </div>`;
}

function optionView(option: Option, at: number): TemplateResult {
  const id = at === 0 ? "composer-input" : `option-${option.name}`;
  return html`<div class="option">
    <label for=${id}>${option.name}</label>
    ${inputFor(option, id)}
    <button
      type="button"
      class="quiet"
      aria-label=${`Remove ${option.name}`}
      @click=${() => remove(option.name)}
    >
      ✕
    </button>
  </div>`;
}

function inputFor({ name, kind, hint, longest }: Option, id: string): TemplateResult {
  const value = state.composer.values[name] ?? "";
  const written = (event: Event) => write(name, valueOf(event));
  if (kind === "image")
    return html`<input
      id=${id}
      type="file"
      accept="image/*"
      @change=${(event: Event) => attach(name, event)}
    />`;
  if (kind === "person")
    return html`<select id=${id} @change=${written}>
      ${state.setting.members.map(
        (member) => html`<option value=${member.id} ?selected=${member.id === value}>${member.name}</option>`,
      )}
    </select>`;
  return html`<input
    id=${id}
    autocomplete="off"
    placeholder=${hint}
    maxlength=${longest}
    .value=${live(value)}
    @input=${written}
  />`;
}
