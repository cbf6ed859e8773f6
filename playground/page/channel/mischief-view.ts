import { html, nothing, type TemplateResult } from "lit";
import type { Message } from "#stand-ins/discord/messages.ts";
import { conversationOf, LOADING, pressables, type Pressable } from "./conversation-ids.ts";
import { act, letHourPass, press, pressTwice } from "./doing.ts";
import { type Shown, state } from "./state.ts";

/** Ways to do the wrong thing with a message; folded until they are wanted. */
export function mischief(shown: Shown): TemplateResult | typeof nothing {
  const { message } = shown;
  const conversation = conversationOf(shown);
  const [buttons, earlier] = [pressables(message), outdated(shown)];
  const canPass = conversation !== null && isOpen(message);
  if (!canPass && buttons.length + earlier.length === 0) return nothing;
  return html`<details class="mischief" @toggle=${showWhole}>
    <summary>Make it go wrong</summary>
    ${
      canPass
        ? html`<button type="button" @click=${() => letHourPass(conversation)}>Let the hour pass</button>`
        : nothing
    }
    ${buttons.map((button) => wrongWays(message.id, button))}
    ${
      earlier.length > 0
        ? html`<div class="tools" role="group" aria-label="Buttons that are no longer there">
            <span>No longer there:</span>
            ${earlier.map(
              ({ label, customId }) =>
                html`<button type="button" @click=${() => act(press(message.id, customId))}>
                  Click the old ${label}
                </button>`,
            )}
          </div>`
        : nothing
    }
  </details>`;
}

/** What is waited for can still run out; what has ended is kept, and stays. */
const isOpen = (message: Message): boolean =>
  message.components.length > 0 || (message.flags & LOADING) !== 0;

const showWhole = ({ target }: Event): void => {
  if (target instanceof HTMLDetailsElement && target.open) target.scrollIntoView({ block: "nearest" });
};

const wrongWays = (message: string, { label, customId }: Pressable): TemplateResult =>
  html`<div class="tools" role="group" aria-label=${`Wrong ways to press ${label}`}>
    <span>${label}</span>
    <button type="button" @click=${() => pressTwice(message, customId)}>Click twice at once</button>
    ${state.setting.members
      .filter(({ id }) => id !== state.me)
      .map(
        ({ id, name }) =>
          html`<button type="button" @click=${() => act(press(message, customId), id)}>
            Click as ${name}
          </button>`,
      )}
  </div>`;

/** Buttons that the message used to have and that a person may still see; of equal ones only the newest. */
function outdated({ message, earlier }: Shown): Pressable[] {
  const now = new Set(pressables(message).map(({ customId }) => customId));
  const before = earlier.flatMap(pressables).filter(({ customId }) => !now.has(customId));
  return [...new Map(before.map((button) => [button.label, button])).values()];
}
