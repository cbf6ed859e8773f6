import { ComponentType, TextInputStyle, type APILabelComponent } from "discord-api-types/v10";
import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { ref } from "lit/directives/ref.js";
import type { ModalInput } from "#playground/wire.ts";
import { closeDialog, openDialog } from "../shared/events.ts";
import { submit } from "./doing.ts";
import { change, state } from "./state.ts";

/** The form that the bot has opened, as a dialog that holds the focus until it is sent or left. */
export function modalView(): TemplateResult | typeof nothing {
  if (!state.modal) return nothing;
  const { modal } = state.modal;
  const labels = modal.components.flatMap((part) => (part.type === ComponentType.Label ? [part] : []));
  const dialog = html`<dialog
    aria-labelledby="modal-title"
    ${ref(openDialog)}
    @close=${() => change({ modal: null })}
  >
    <form @submit=${(event: SubmitEvent) => sent(event, state.modal, labels)}>
      <h2 id="modal-title">${modal.title}</h2>
      ${labels.map(labelView)}
      <div class="answers">
        <button type="button" @click=${closeDialog}>Back</button>
        <button type="submit" class="primary">Submit</button>
      </div>
    </form>
  </dialog>`;
  return html`${keyed(modal, dialog)}`;
}

function sent(event: SubmitEvent, opened: typeof state.modal, labels: APILabelComponent[]): void {
  event.preventDefault();
  if (!opened || !(event.target instanceof HTMLFormElement)) return;
  const inputs = inputsOf(event.target, labels);
  closeDialog(event);
  void submit(opened.modal.custom_id, opened.message, inputs);
}

const labelView = (part: APILabelComponent): TemplateResult =>
  html`<label
    ><span>${part.label}${isRequired(part) ? html` <span class="bad">*</span>` : nothing}</span>
    ${part.description ? html`<span class="small muted">${part.description}</span>` : nothing}
    ${inputView(part)}</label
  >`;

const isRequired = ({ component }: APILabelComponent): boolean =>
  "required" in component && component.required;

function inputView({ component }: APILabelComponent): TemplateResult | typeof nothing {
  if (component.type === ComponentType.StringSelect)
    return html`<select name=${component.custom_id} ?required=${component.required ?? true}>
      <option value="">Choose…</option>
      ${component.options.map(
        ({ value, label, default: isDefault = false }) =>
          html`<option value=${value} ?selected=${isDefault}>${label}</option>`,
      )}
    </select>`;
  if (component.type !== ComponentType.TextInput) return nothing;
  const {
    custom_id: name,
    required = true,
    max_length: most = 4000,
    value = "",
    placeholder = "",
  } = component;
  return component.style === TextInputStyle.Paragraph
    ? html`<textarea
        name=${name}
        rows="4"
        maxlength=${most}
        placeholder=${placeholder}
        ?required=${required}
        .value=${value}
      ></textarea>`
    : html`<input
        name=${name}
        maxlength=${most}
        placeholder=${placeholder}
        ?required=${required}
        .value=${value}
      />`;
}

function inputsOf(form: HTMLFormElement, labels: APILabelComponent[]): ModalInput[] {
  const data = new FormData(form);
  return labels.map(({ component }) => {
    const id = "custom_id" in component ? component.custom_id : "";
    const value = data.get(id);
    return {
      id,
      value: typeof value === "string" ? value : "",
      select: component.type === ComponentType.StringSelect,
    };
  });
}
