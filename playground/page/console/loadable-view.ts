import { html, type TemplateResult } from "lit";
import type { Loadable } from "./state.ts";

interface Views<T> {
  /** What is being waited for, in words. */
  loading: string;
  /** Asks again for what was refused. */
  again: () => Promise<void>;
  there: (value: T) => TemplateResult;
}

/** What a page loads: the wait for it, why it was refused, or the thing itself. */
export function loadableView<T>(loadable: Loadable<T>, { loading, again, there }: Views<T>): TemplateResult {
  switch (loadable.is) {
    case "idle":
    case "loading":
      return html`<p class="muted" aria-busy="true">${loading}</p>`;
    case "refused":
      return html`<div class="alarm" role="alert">
        <p>${loadable.why}</p>
        <button type="button" @click=${again}>Try again</button>
      </div>`;
    case "there":
      return there(loadable.value);
  }
}
