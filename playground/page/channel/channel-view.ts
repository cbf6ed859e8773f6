import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { clockTime } from "../shared/time.ts";
import { composerView } from "./composer-view.ts";
import { EPHEMERAL } from "./conversation-ids.ts";
import { markdown } from "./markdown.ts";
import { take } from "./composer.ts";
import { asked, messageView } from "./message-view.ts";
import { change, type Notice, type Sending, type Shown, state } from "./state.ts";

/** The channel as this person sees it. */
export const channelView = (): TemplateResult =>
  html`<section class="channel" aria-labelledby="channel-name">
    <h2 id="channel-name" class="bar"><span class="muted" aria-hidden="true">#</span> website</h2>
    ${alarms()}
    <div class="log" role="log" aria-label="Messages in website" aria-busy=${!state.heard} tabindex="0">
      ${welcome()} ${repeat(entries(), keyOf, entryView)} ${state.sending.map(sendingView)}
    </div>
    ${composerView()}
  </section>`;

type Entry = Shown | Notice;

function entries(): Entry[] {
  const messages = [...state.messages.values()].filter(isForMe);
  const notices = state.notices.filter(({ id, to }) => to === state.me && !state.dismissed.has(id));
  return [...messages, ...notices].toSorted((one, other) => timeOf(one) - timeOf(other));
}

const isForMe = ({ message: { id, flags, interaction_metadata: from } }: Shown): boolean =>
  (flags & EPHEMERAL) === 0 || (from?.user.id === state.me && !state.dismissed.has(id));

const timeOf = (entry: Entry): number =>
  "message" in entry ? Date.parse(entry.message.timestamp) : entry.at;
const keyOf = (entry: Entry): string => ("message" in entry ? entry.message.id : entry.id);
const entryView = (entry: Entry): TemplateResult =>
  "message" in entry ? messageView(entry) : noticeView(entry);

const sendingView = ({ by, words }: Sending): TemplateResult =>
  html`<div class="message sending" aria-busy="true">
    ${asked(by, words)}
    <div class="avatar" aria-hidden="true">ux</div>
    <p class="muted">Sending…</p>
  </div>`;

const noticeView = ({ id, text, at }: Notice): TemplateResult =>
  html`<article class="message only-you notice">
    <div class="avatar" aria-hidden="true">i</div>
    <div class="said">
      <p class="who"><strong>Playground</strong> <time class="muted small">${clockTime(at)}</time></p>
      <div class="content">${markdown(text)}</div>
      <p class="small muted">
        Only you can see this ·
        <button type="button" class="quiet small" @click=${() => dismissNotice(id)}>Dismiss message</button>
      </p>
    </div>
  </article>`;

function dismissNotice(id: string): void {
  state.dismissed.add(id);
  change();
  document.querySelector<HTMLElement>("#composer-input")?.focus();
}

const examples = [
  "/ux-update description: Make the header text say “Good morning, harbour!”",
  '/ux-update command: section:header text:"Welcome" color:"#FF0080"',
  "/ux-update description: change the price of Espresso to €2.60",
  "/ux-update description: change the colour of the footer",
];

const welcome = (): TemplateResult =>
  html`<div class="welcome">
    <h3>Welcome to #website</h3>
    <p>
      Ask for a change to the site, look at exactly what would change, then press <strong>Confirm</strong>.
      Nothing here leaves this machine. Try one of these:
    </p>
    <ul>
      ${examples.map(
        (example) =>
          html`<li>
            <button type="button" class="example" @click=${() => take(example)}>${example}</button>
          </li>`,
      )}
    </ul>
  </div>`;

function alarms(): TemplateResult {
  const { setting, connected, violations, faults } = state;
  const last = violations.at(-1);
  return html`<div class="alarms" role="alert">
    ${setting.mute ? html`<p class="alarm">${setting.mute} Nothing can be sent from this page.</p>` : nothing}
    ${connected ? nothing : html`<p class="alarm">The connection to ux-agent is lost; trying again…</p>`}
    ${faults.execution === "doomed" ? html`<p class="alarm">execution dies when it next talks to Discord.</p>` : nothing}
    ${faults.execution === "restarting" ? html`<p class="alarm">execution was killed; it starts again…</p>` : nothing}
    ${faults.streamLostUntil ? html`<p class="alarm">The stream is lost for ten seconds.</p>` : nothing}
    ${
      last
        ? html`<p class="alarm" data-violations=${violations.length}>
            <strong>Discord would not take this:</strong> ${last.what}: ${last.problems.join("; ")}
            ${violations.length > 1 ? html`(${violations.length} in all, see Payloads)` : nothing}
          </p>`
        : nothing
    }
  </div>`;
}
