import { dirname, join } from "node:path/posix";
import type { SiteFiles } from "./read-site.ts";

const ENDINGS = ["", ".tsx", ".ts", ".jsx", ".js", ".mjs", ".json", ".css"];

/**
 * The file of a site that an address in one of its files means: from the site's root (`/logo.svg`, which may be in
 * `public`), or from the file's own folder. Undefined when the site has no such file, wherever the address leads.
 * @param importer the file that names it, or the page
 */
export function findFile(files: SiteFiles, address: string, importer: string): string | undefined {
  const [bare = ""] = address.split(/[?#]/);
  const places = bare.startsWith("/")
    ? [join(".", bare), join("public", bare)]
    : bare.startsWith(".")
      ? [join(dirname(importer), bare)]
      : [];
  return places
    .flatMap((place) => [place, `${place}/index`])
    .flatMap((place) => ENDINGS.map((ending) => place + ending))
    .find((path) => files.has(path));
}
