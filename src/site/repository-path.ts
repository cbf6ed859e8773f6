import { EDITABLE, formatOf } from "./format.ts";

/** Files that decide what a machine does with the site; no value typed by a person belongs there. */
const CONFIGURATION =
  /^(?:(?:package|ux-agent|(?:ts|js)config(?:\..+)?|.+\.config|composer|deno|lerna|nx|project|turbo|angular|bower|renovate)\.json|(?:.+-lock|vercel|now|netlify|firebase|wrangler|serverless|pnpm-workspace|(?:docker-)?compose|amplify|buildspec|cloudbuild|fly|render|cargo|pyproject)\.(?:json|ya?ml|toml)|(?:webpack|rollup|vite|vitest|babel|postcss|eslint|prettier|stylelint|jest|playwright|cypress)\.config\.[cm]?[jt]s|(?:gulp|grunt)file\.[cm]?[jt]s)$/;
/** What starts with a dot is for tools (`.git`, `.vscode`), but for what the web looks for there and two generators' own settings. */
const FOR_TOOLS = /^(?:\.(?!(?:well-known|vitepress|vuepress)$).*|node_modules)$/i;

/** What is wrong with the path of a site's file, to be read after its name; null when it can be used. */
export function problemWithPath(path: string): string | null {
  return problemWithPlace(path) ?? problemWithName(path);
}

/** What is wrong with a folder for files of a site, to be read after its name; null when it can be used. */
export const problemWithFolder = (path: string): string | null => problemWithPlace(path.replace(/\/$/, ""));

function problemWithPlace(path: string): string | null {
  if (path === "") return "is empty: name a file, for example “src/components/Header.jsx”";
  if (/[\\\p{Cc}]/u.test(path)) return "must use / between folders and have no hidden characters";
  if (path.startsWith("/") || /^[a-z]?:/i.test(path)) return "must be relative to the root of the repository";
  const parts = path.split("/");
  if (parts.includes("..")) return "must not leave the repository: remove the “..”";
  if (parts.includes("") || parts.includes(".")) return "must be written plainly, without “.” or empty parts";
  return parts.some((part) => FOR_TOOLS.test(part)) ? "is not a place for a site's content" : null;
}

function problemWithName(path: string): string | null {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  if (CONFIGURATION.test(name))
    return "is a configuration file, not content: choose a file of the page itself";
  if (name.includes(".min.")) return "is a minified file: choose the file it is made from";
  return formatOf(path) === null ? `is not a file that can be edited: it has to be one of ${EDITABLE}` : null;
}
