import { html, type TemplateResult } from "lit";
import { breakDown } from "./doing.ts";
import { state } from "./state.ts";

/** The faults that can be switched on, and what to expect of each. */
export function troubleView(): TemplateResult {
  const { execution, streamLostUntil } = state.faults;
  return html`<h3>Make it go wrong</h3>
    <div class="trouble">
      <div>
        <button type="button" ?disabled=${execution !== "well"} @click=${() => breakDown("execution")}>
          Kill execution mid-way
        </button>
        <p>
          The functions are killed the next time they talk to Discord, in the middle of a preview or right
          after publishing, and start again. Nothing that was answered is lost, and nothing is published
          twice.
        </p>
      </div>
      <div>
        <button type="button" ?disabled=${streamLostUntil !== null} @click=${() => breakDown("stream")}>
          Lose the stream for ten seconds
        </button>
        <p>
          What is written now is carried out later: a message stays at “thinking…” or “⏳” until the stream is
          back.
        </p>
      </div>
    </div>
    <h3>With a message</h3>
    <p>
      In the menu ⋯ of each message of ux-agent, “Make it go wrong” clicks a button twice at once, as somebody
      else, or as it was before an edit, and lets the hour pass.
    </p>
    <h3>With a request</h3>
    <p>Under Payloads, every interaction can be sent again to the letter, as a network may do.</p>`;
}
