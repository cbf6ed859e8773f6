import type { Tools } from "./dom.ts";
import * as list from "./find-list.ts";
import * as picture from "./find-picture.ts";
import * as style from "./find-style.ts";
import * as text from "./find-text.ts";
import * as plan from "./plan.ts";

const functions: Omit<Tools, "placed" | "loading"> = { ...text, ...style, ...picture, ...list, ...plan };

/** The name under which a page has the tools. */
export const TOOLS = "uxAgentSketch";

/** The script that puts them into a page. */
export const toolsScript = (): string =>
  `{ const tools = { placed: [], loading: [], ${Object.entries(functions)
    .map(([name, body]) => `${name}: ${String(body)}`)
    .join(", ")} }; globalThis.${TOOLS} = tools; }`;
