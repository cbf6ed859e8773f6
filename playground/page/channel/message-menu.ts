import { html, nothing, type TemplateResult } from "lit";
import { commandNames } from "#src/discord/commands.ts";
import { asJson, copyButton } from "../shared/copy-button.ts";
import { conversationOf } from "./conversation-ids.ts";
import { act } from "./doing.ts";
import { mischief } from "./mischief-view.ts";
import type { Shown } from "./state.ts";
import { look } from "./stored.ts";

/** What can be done with a message from its menu: Discord's command, a look inside, and what should not be done. */
export function messageMenu(shown: Shown): TemplateResult {
  const { message } = shown;
  const conversation = conversationOf(shown);
  return html`<details class="more small" name="message-menu" @toggle=${showWhole} @keydown=${closeOnEscape}>
    <summary aria-label="More of this message" title="More">⋯</summary>
    <div class="menu">
      <p class="muted">Apps</p>
      <button
        type="button"
        class="item"
        @click=${(event: Event) => {
          close(event);
          void act({ do: "menu", message: message.id, name: commandNames.request });
        }}
      >
        ${commandNames.request}
      </button>
      <p class="muted">Look inside</p>
      ${
        conversation
          ? html`<button type="button" class="item" @click=${() => look(conversation)}>
              What is stored
            </button>`
          : nothing
      }
      ${copyButton("message as JSON", () => asJson(message))} ${mischief(shown)}
    </div>
  </details>`;
}

const menuOf = ({ currentTarget }: Event): HTMLDetailsElement | null =>
  currentTarget instanceof Element ? currentTarget.closest<HTMLDetailsElement>("details.more") : null;

function close(event: Event): void {
  menuOf(event)?.removeAttribute("open");
}

function closeOnEscape(event: KeyboardEvent): void {
  if (event.key !== "Escape") return;
  close(event);
  menuOf(event)?.querySelector("summary")?.focus();
}

/** A menu is left by pressing anywhere else, too. */
export function closeMenusElsewhere(): void {
  addEventListener("pointerdown", ({ target }) => {
    for (const menu of document.querySelectorAll("details.more[open]"))
      if (!(target instanceof Node && menu.contains(target))) menu.removeAttribute("open");
  });
}

/** Opened at the end of the channel, it would be out of sight. */
const showWhole = ({ target }: Event): void => {
  if (target instanceof HTMLDetailsElement && target.open)
    target.querySelector(".menu")?.scrollIntoView({ block: "nearest" });
};
