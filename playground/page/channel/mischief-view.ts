import { html, nothing, type TemplateResult } from "lit";
import { asJson, copyButton } from "../shared/copy-button.ts";
import { conversationOf, pressables, type Pressable } from "./conversation-ids.ts";
import { act, letHourPass, press } from "./doing.ts";
import { type Shown, state } from "./state.ts";
import { look } from "./stored.ts";

/** What lies behind a message, and ways to do the wrong thing with it. */
export function mischief(shown: Shown): TemplateResult {
  const { message } = shown;
  const conversation = conversationOf(shown);
  const earlier = outdated(shown);
  return html`<details class="mischief small">
    <summary>Look inside, or make it go wrong</summary>
    <div class="tools">
      ${
        conversation
          ? html`<button type="button" @click=${() => look(conversation)}>What is stored</button>
              <button type="button" @click=${() => letHourPass(conversation)}>Let the hour pass</button>`
          : nothing
      }
      ${copyButton("message as JSON", () => asJson(message))}
    </div>
    ${pressables(message).map((button) => wrongWays(message.id, button))}
    ${
      earlier.length > 0
        ? html`<div class="tools" role="group" aria-label="Buttons of earlier versions">
            <span>Before the edit:</span>
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

const wrongWays = (message: string, { label, customId }: Pressable): TemplateResult =>
  html`<div class="tools" role="group" aria-label=${`Wrong ways to press ${label}`}>
    <span>${label}</span>
    <button type="button" @click=${() => twice(message, customId)}>Click twice at once</button>
    ${state.setting.members
      .filter(({ id }) => id !== state.me)
      .map(
        ({ id, name }) =>
          html`<button type="button" @click=${() => act(press(message, customId), id)}>
            Click as ${name}
          </button>`,
      )}
  </div>`;

const twice = (message: string, customId: string) =>
  Promise.all([act(press(message, customId)), act(press(message, customId))]);

/** Buttons that this message no longer has, as somebody may still see them; of the same, only the newest. */
function outdated({ message, earlier }: Shown): Pressable[] {
  const now = new Set(pressables(message).map(({ customId }) => customId));
  const before = earlier.flatMap(pressables).filter(({ customId }) => !now.has(customId));
  return [...new Map(before.map((button) => [button.label, button])).values()];
}
