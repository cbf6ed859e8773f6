import { unsayableNames } from "#src/requests/unsayable-names.ts";
import { catalogueOf } from "#src/site/catalogue-of.ts";
import { proposeDefinition, type Proposal } from "#src/site/propose/propose-definition.ts";
import { markElements, type MarkedFile } from "#src/site/propose/mark-elements.ts";
import { withPictures } from "#src/site/propose/propose-pictures.ts";
import { withNames } from "#src/site/propose/proposal.ts";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";
import { siteSources, type Unread } from "../site-files.ts";

/** A proposal for a repository, with what was left out of it, and the files in which it would mark elements. */
export async function proposeSite(
  repository: string,
  { marks }: { marks: boolean },
): Promise<Proposal & { files: MarkedFile[] }> {
  const { sources, unread, paths } = await siteSources(repository);
  const { sections, leftOut } = await proposeDefinition(sources);
  const sayable = withoutUnsayable(await withPictures(sections, sources, paths));
  const marked = marks ? await markElements(sayable, sources) : { sections: sayable, files: [] };
  return { ...marked, leftOut: [...leftOut, ...byReason(unread)] };
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
