import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { closeDialog, openDialog } from "../shared/events.ts";
import { erase } from "./loading.ts";
import { change, state } from "./state.ts";

/** Asks before everything of a user is erased; the id has to be typed, since there is no way back. */
export function eraseView(): TemplateResult | typeof nothing {
  const { user } = state.address;
  if (!state.erasing) return nothing;
  return html`<dialog
    aria-labelledby="erase-title"
    aria-describedby="erase-about"
    ${ref(openDialog)}
    @close=${() => change({ erasing: false })}
  >
    <form @submit=${(event: SubmitEvent) => confirmed(event, user)}>
      <h2 id="erase-title">Erase everything of user ${user}?</h2>
      <p id="erase-about">
        All their conversations are removed, live and archived, with nothing left to restore them from. What
        is published stays published.
      </p>
      <label
        >Type ${user} to go on
        <input
          name="user"
          inputmode="numeric"
          autocomplete="off"
          required
          pattern=${user}
          title=${`Type ${user}`}
        />
      </label>
      <div class="answers">
        <button type="button" @click=${closeDialog}>Keep everything</button>
        <button type="submit" class="danger" ?disabled=${state.busy}>Erase</button>
      </div>
    </form>
  </dialog>`;
}

function confirmed(event: SubmitEvent, user: string): void {
  event.preventDefault();
  closeDialog(event);
  void erase(user);
}
