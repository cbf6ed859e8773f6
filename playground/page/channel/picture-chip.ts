import { html, nothing, type TemplateResult } from "lit";
import { changeComposer, state } from "./state.ts";

/** Addresses of files that were chosen; the browser keeps them for as long as the page is open. */
const addresses = new WeakMap<File, string>();

function addressOf(file: File): string {
  const known = addresses.get(file) ?? URL.createObjectURL(file);
  addresses.set(file, known);
  return known;
}

/** A picture that was chosen and is not sent yet. */
export function pictureChip(option: string): TemplateResult | typeof nothing {
  const file = state.composer.files[option];
  if (!file) return nothing;
  return html`<p class="chip small">
    <img src=${addressOf(file)} alt="" /> <span>${file.name}</span>
    <button type="button" class="quiet" aria-label=${`Leave ${file.name} out`} @click=${() => drop(option)}>
      ✕
    </button>
  </p>`;
}

function drop(option: string): void {
  const { [option]: _file, ...files } = state.composer.files;
  changeComposer({ files });
  document.getElementById("composer-input")?.focus();
}
