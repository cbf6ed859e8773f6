import { findNode } from "#src/site/data/find-node.ts";
import type { DataTree } from "#src/site/data/data-node.ts";
import { parseFile } from "#src/site/parse-file.ts";
import { problemWithSiteAddress } from "#src/site/site-address.ts";
import type { SiteSource } from "./propose-definition.ts";

/** Where the settings of site generators and hosts say what the site's address is, the surest first. */
const SAID: { file: RegExp; address: string[]; folder?: string }[] = [
  { file: /^_config\.ya?ml$/, address: ["/url"], folder: "/baseurl" },
  {
    file: /^(?:hugo|config|config\/_default\/(?:hugo|config))\.(?:toml|ya?ml|json)$/,
    address: ["/baseURL", "/baseurl"],
  },
  { file: /^astro\.config\.[cm]?[jt]s$/, address: ["/default/site"], folder: "/default/base" },
  {
    file: /^docusaurus\.config\.[cm]?[jt]s$/,
    address: ["/default/url", "/config/url"],
    folder: "/default/baseUrl",
  },
  { file: /^gatsby-config\.[cm]?[jt]s$/, address: ["/default/siteMetadata/siteUrl"] },
  { file: /^mkdocs\.ya?ml$/, address: ["/site_url"] },
  { file: /^package\.json$/, address: ["/homepage"] },
];

/** What generators and their themes begin with; the names are reserved for examples (RFC 2606). */
const EXAMPLE = /(?:^|\.)example\.(?:com|net|org)$/;

/**
 * The address of the live site, where the repository says it: the name in a `CNAME` file, or the settings of its generator.
 * @param cname what the `CNAME` file says, where there is one
 */
export async function proposeAddress(
  sources: SiteSource[],
  cname: string | null,
): Promise<string | undefined> {
  const named = usable(`https://${cname?.trim() ?? ""}`);
  if (named !== undefined) return named;
  for (const { file, address, folder } of SAID)
    for (const source of sources.filter(({ path }) => file.test(path))) {
      const data = await dataOf(source);
      const said = data && address.map((pointer) => textAt(data, pointer)).find((text) => text !== undefined);
      const below = data && folder !== undefined ? textAt(data, folder) : undefined;
      const found = said && usable(whole(said, below));
      if (found) return found;
    }
  return undefined;
}

async function dataOf({ path, content }: SiteSource): Promise<DataTree | null> {
  const parsed = await parseFile(path, content);
  return parsed.ok ? (parsed.file.data?.() ?? null) : null;
}

function textAt(data: DataTree, pointer: string): string | undefined {
  const found = findNode(data, pointer);
  return found.ok && found.node.kind === "scalar" ? (found.node.value ?? undefined) : undefined;
}

const whole = (address: string, folder = ""): string =>
  folder === "" ? address : (URL.parse(folder, address)?.href ?? address);

/** npm itself writes a page of the repository with `#readme` into package.json. */
function usable(address: string): string | undefined {
  const url = problemWithSiteAddress(address) === null ? URL.parse(address) : null;
  return url === null || url.hash !== "" || EXAMPLE.test(url.hostname) ? undefined : url.href;
}
