import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { Payload } from "#playground/wire.ts";
import { asJson, copyButton } from "../shared/copy-button.ts";
import { fullTime, preciseTime } from "../shared/time.ts";
import { replay } from "./doing.ts";
import { state } from "./state.ts";

/** Every request between Discord and the service, the newest first. */
export const payloadsView = (): TemplateResult =>
  html`${violationsView()}
    <h3>Payloads</h3>
    ${state.payloads.length === 0 ? html`<p class="muted">Nothing was sent yet.</p>` : nothing}
    <ol class="payloads">
      ${repeat(
        state.payloads.toReversed(),
        ({ id }) => id,
        // A payload never changes and can be long, so it is rendered once.
        (payload) => guard([payload], () => payloadView(payload)),
      )}
    </ol>`;

const violationsView = (): TemplateResult | typeof nothing =>
  state.violations.length === 0
    ? nothing
    : html`<h3 class="bad">What Discord would not take</h3>
        <ul class="alarm violations">
          ${state.violations.map(
            ({ at, what, problems }) =>
              html`<li><time class="small">${fullTime(at)}</time> ${what}: ${problems.join("; ")}</li>`,
          )}
        </ul>`;

const payloadView = (payload: Payload): TemplateResult =>
  html`<li>
    <details>
      <summary class=${payload.status >= 400 ? "bad" : ""}>
        <time class="small muted" datetime=${new Date(payload.sent).toISOString()}
          >${preciseTime(payload.sent)}</time
        >
        <span>${titleOf(payload)}</span>
        <span class="small muted">${payload.took} ms</span>
      </summary>
      <p class="small muted">
        ${payload.method} <code>${payload.path}</code> · ${fullTime(payload.sent)}, answered after
        ${payload.took} ms
      </p>
      <div class="tools">
        ${
          payload.replayable
            ? html`<button type="button" @click=${() => replay(payload.id)}>Send the same again</button>`
            : nothing
        }
        ${copyButton("request", () => asJson(payload.request))}
        ${copyButton("response", () => asJson(payload.response))}
      </div>
      <h4>Request</h4>
      <pre tabindex="0" role="region" aria-label="Request">${asJson(payload.request)}</pre>
      <h4>Response, ${payload.status}</h4>
      <pre tabindex="0" role="region" aria-label="Response">${asJson(payload.response)}</pre>
    </details>
  </li>`;

interface Said {
  type?: number;
  data?: { name?: string; custom_id?: string };
  member?: { user?: { global_name?: string } };
}

/** Payloads are not trusted: any program may have sent them. */
const said = (value: unknown): Said => (typeof value === "object" && value !== null ? value : {});

const titleOf = (payload: Payload): string =>
  payload.from === "service" ? titleOfEdit(payload) : titleOfInteraction(payload);

const titleOfEdit = ({ method, path, status }: Payload): string =>
  `Service → Discord: ${method} ${path.split("/").slice(-2).join("/")} (${status})`;

function titleOfInteraction({ status, request, response }: Payload): string {
  const { data, type, member } = said(request);
  const what = data?.name ? `/${data.name}` : (data?.custom_id ?? "");
  const who = member?.user?.global_name ?? "a person without a name";
  const kind = KINDS[type ?? 0] ?? "request";
  const answer = ANSWERS[said(response).type ?? 0] ?? "refused";
  return `Discord → service: ${kind} ${what} by ${who} → ${answer} (${status})`;
}

/** Discord's numbers for what an interaction is, and for what answers it. */
const KINDS: Record<number, string> = { 1: "ping", 2: "command", 3: "click", 4: "typing", 5: "form" };
const ANSWERS: Record<number, string> = {
  1: "pong",
  4: "a message",
  5: "thinking…",
  6: "later",
  7: "an edit",
  8: "choices",
  9: "a form",
};
