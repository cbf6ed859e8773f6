import { unsayableNames } from "#src/requests/unsayable-names.ts";
import { catalogueOf } from "#src/site/catalogue-of.ts";
import { proposeDefinition, type Proposal } from "#src/site/propose/propose-definition.ts";
import { markElements, type MarkedFile } from "#src/site/propose/mark-elements.ts";
import { withPictures } from "#src/site/propose/propose-pictures.ts";
import { withNames } from "#src/site/propose/proposal.ts";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";
import { proposeAddress } from "#src/site/propose/propose-address.ts";
import { readSiteFile, siteSources, type Unread } from "../site-files.ts";

interface Proposed extends Proposal {
  /** Where the live site is, as far as the repository says so. */
  url: string | undefined;
  files: MarkedFile[];
}

/** A proposal for a repository, with what was left out of it, and the files in which it would mark elements. */
export async function proposeSite(repository: string, { marks }: { marks: boolean }): Promise<Proposed> {
  const { sources, unread, paths } = await siteSources(repository);
  const { sections, leftOut } = await proposeDefinition(sources);
  const sayable = withoutUnsayable(await withPictures(sections, sources, paths));
  const marked = marks ? await markElements(sayable, sources) : { sections: sayable, files: [] };
  const url = await proposeAddress(sources, await cnameOf(repository, paths));
  return { ...marked, url, leftOut: [...leftOut, ...byReason(unread)] };
}

/** GitHub Pages reads the name of a site from this file, which generators copy from one of these folders. */
async function cnameOf(repository: string, paths: string[]): Promise<string | null> {
  const path = paths.find((each) => /^(?:(?:docs|public|static|src)\/)?CNAME$/.test(each));
  const read = path === undefined ? null : await readSiteFile(repository, path);
  return read?.ok ? new TextDecoder().decode(read.content) : null;
}

/** A name that plain words cannot use is of no use in a proposal. */
function withoutUnsayable(sections: Proposal["sections"]): Proposal["sections"] {
  const outcome = readSiteDefinition(new TextEncoder().encode(JSON.stringify({ sections })));
  if (!outcome.ok) return sections;
  const unsayable = unsayableNames(catalogueOf(outcome.definition, "proposed"));
  const isSayable = (section: string, property: string | null, name: string): boolean =>
    !unsayable.some((each) => each.section === section && each.property === property && each.name === name);
  return sections.map((section) => ({
    ...withNames(
      section,
      (section.names ?? []).filter((name) => isSayable(section.id, null, name)),
    ),
    properties: section.properties.map((property) =>
      withNames(
        property,
        (property.names ?? []).filter((name) => isSayable(section.id, property.id, name)),
      ),
    ),
  }));
}

function byReason(unread: Unread[]): Proposal["leftOut"] {
  const reasons = [...new Set(unread.map(({ why }) => why))];
  return reasons.map((why) => ({
    why,
    files: unread.filter((each) => each.why === why).map(({ path }) => path),
  }));
}
