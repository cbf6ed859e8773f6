import { html, type TemplateResult } from "lit";
import { nameOf, state } from "./state.ts";

/** How many faces the style sheet has. */
const FACES = 6;

/** A member's picture: the initial on a colour of their own. The name always stands beside it. */
export function face(id: string, size: "usual" | "large" = "usual"): TemplateResult {
  const at = state.setting.members.findIndex((member) => member.id === id);
  return html`<span class="face ${size} face-${(at + FACES) % FACES}" aria-hidden="true"
    >${nameOf(id).slice(0, 1)}</span
  >`;
}
