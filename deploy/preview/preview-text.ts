import { type SettingChange, changeText } from "#src/doctor/deployment-settings.ts";
import type { ResourceChange } from "./template-changes.ts";

/** All that a deployment would change. */
export interface Preview {
  settings: SettingChange[];
  resources: ResourceChange[];
  /** The functions with other code. */
  code: string[];
  /** US dollars for a thousand conversations a month; `was` is null where nothing runs yet. */
  cost: { was: number | null; now: number };
}

export const changesNothing = ({ settings, resources, code }: Preview): boolean =>
  settings.length + resources.length + code.length === 0;

/** The preview in lines for a terminal. */
export const previewText = (preview: Preview): string =>
  [
    ...chapter(
      "Settings",
      preview.settings.map((change) => `  ~ ${changeText(change)}`),
    ),
    ...chapter("Resources", preview.resources.map(resourceLine)),
    ...chapter(
      "Code",
      preview.code.map((name) => `  ~ ${name}`),
    ),
    costLine(preview.cost),
  ].join("\n");

const chapter = (title: string, lines: string[]): string[] =>
  lines.length > 0 ? [`${title}:`, ...lines] : [`${title}: no change.`];

const signs = { added: "+", changed: "~", removed: "-" } as const;

const resourceLine = ({ name, type, change, properties }: ResourceChange): string =>
  `  ${signs[change]} ${name} (${type})${properties.length > 0 ? `: ${properties.join(", ")}` : ""}`;

function costLine({ was, now }: Preview["cost"]): string {
  const before = was === null || dollars(was) === dollars(now) ? "" : `${dollars(was)} → `;
  return `Cost of 1,000 conversations a month: ${before}${dollars(now)} US dollars at list price (npm run cost says of what).`;
}

const dollars = (amount: number): string => amount.toFixed(2);
