import { html, type TemplateResult } from "lit";
import { valueOf } from "./events.ts";

const KEY = "ux-agent-theme";
const themes = { auto: "As the system", light: "Light", dark: "Dark" };

/** Applies what was chosen on an earlier visit. */
export const applyTheme = (): void => show(localStorage.getItem(KEY) ?? "auto");

/** Lets a person choose between light, dark and what their system says. */
export function themeChoice(): TemplateResult {
  const chosen = localStorage.getItem(KEY) ?? "auto";
  const choose = (event: Event) => {
    const value = valueOf(event);
    localStorage.setItem(KEY, value);
    show(value);
  };
  return html`<label class="theme"
    >Colours
    <select @change=${choose}>
      ${Object.entries(themes).map(
        ([value, label]) => html`<option value=${value} ?selected=${value === chosen}>${label}</option>`,
      )}
    </select></label
  >`;
}

function show(theme: string): void {
  if (theme === "auto") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}
