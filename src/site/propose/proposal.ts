/** A property as it is written in `ux-agent.json`. */
export type WrittenProperty = { id: string; kind: string } & Record<string, string>;

/** A section as it is written in `ux-agent.json`. */
export interface WrittenSection {
  id: string;
  file: string;
  properties: WrittenProperty[];
}

/** `NavBar` → `nav-bar`, `--brandColor` → `brand-color`; empty when nothing is left of the name. */
export function idOf(name: string): string {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const id = words
    .join("-")
    .replace(/^[0-9-]+/, "")
    .slice(0, 32)
    .replace(/-+$/, "");
  return id === "section" ? "" : id;
}

/** Folders of pages: what stands in them without a name of its own is the first page. */
const FOLDER_OF_PAGES = /^(?:app|pages|src|views|routes|public|www)?$/i;

/**
 * `src/components/NavBar.jsx` → `NavBar`; the name of the folder when the file has none of its own (`index`, `page`),
 * and `home` for the first page of a site.
 */
export function nameOfFile(path: string): string {
  const parts = path.replace(/\.[^./]+$/, "").split("/");
  const own = parts.at(-1) ?? "";
  if (!/^(?:index|page|layout)$/i.test(own)) return own;
  const folder = parts.at(-2) ?? "";
  if (!FOLDER_OF_PAGES.test(folder)) return folder;
  return own.toLowerCase() === "layout" ? own : "home";
}
