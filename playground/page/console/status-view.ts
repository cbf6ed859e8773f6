import { html, type TemplateResult } from "lit";
import type { Summary } from "./admin-api.ts";

/** Waiting, done, gone wrong, or over. */
const looks: Record<Summary["status"], string> = {
  drafting: "waiting",
  clarifying: "waiting",
  previewed: "waiting",
  approving: "waiting",
  confirmed: "waiting",
  withdrawing: "waiting",
  published: "done",
  failed: "wrong",
  withdrawn: "over",
  cancelled: "over",
  expired: "over",
};

export const statusView = ({ status, live }: Pick<Summary, "status" | "live">): TemplateResult =>
  html`<span class="status ${looks[status]}">${status}</span>
    ${live ? "" : html`<span class="muted small">archived</span>`}`;
