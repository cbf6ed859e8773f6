import { html, type TemplateResult } from "lit";

const SAYS_SO_MS = 1500;

/** Puts a text on the clipboard and says so, in the button and to a screen reader. */
export const copyButton = (what: string, text: () => string): TemplateResult =>
  html`<button type="button" class="quiet" @click=${(event: Event) => copy(event, text())}>
    Copy ${what} <span role="status"></span>
  </button>`;

async function copy({ currentTarget }: Event, text: string): Promise<void> {
  const status = currentTarget instanceof Element ? currentTarget.querySelector("[role=status]") : null;
  const said = await navigator.clipboard.writeText(text).then(
    () => "✓ copied",
    () => "✗ not allowed here",
  );
  if (!status) return;
  status.textContent = said;
  setTimeout(() => (status.textContent = ""), SAYS_SO_MS);
}

export const asJson = (value: unknown): string => JSON.stringify(value, null, 2);
