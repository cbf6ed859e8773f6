import { cp, mkdtemp, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type InlineConfig, build } from "vite";
import { catalogueOf } from "#src/site/catalogue-of.ts";
import type { CatalogueProperty, Updates } from "#src/site/catalogue.ts";
import { editSection } from "#src/site/edit-section.ts";
import type { SiteDefinition } from "#src/site/site-definition.ts";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** How Vite builds the sample site without its own configuration, whose plug-in is not installed here. */
export const REACT = {
  configFile: false,
  logLevel: "error",
  oxc: { jsx: { runtime: "automatic" } },
} as const satisfies InlineConfig;

/** What every text, colour and link of the site is changed to. */
export const HOSTILE = `"It's" {x} \${y} <b>&amp; </script> */ {/* c */} $1 \\1 24/7 שלום e\u0301 👩‍👩‍👧 \`z\``;
export const COLOR = "#FF0080";
const SIZE = "2rem";
export const LINK = { label: HOSTILE, href: `/a?b="1"&c={d}<e>'f'&amp;#g` };

/** The classes of the elements that hold a text, a colour or links. */
export const places = {
  texts: [
    "header-title",
    "footer-text",
    "navbar-note",
    "navbar-brand",
    "hero-text",
    "hero-description",
    "hero-cta",
    "pier-caption",
  ],
  colors: ["header", "footer", "navbar"],
  links: ["header-links", "navbar-links"],
  items: ["bean-list"],
};

/** A copy of the sample site in which every property of every section was changed, built by Vite into `dist`. */
export async function buildHostileSite(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "ux-agent-site-"));
  await cp(join(ROOT, "sample-site"), folder, { recursive: true });
  await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
  const definition = await readDefinition(folder);
  for (const { id } of definition.sections) await changeAll(folder, definition, id);
  await build({ ...REACT, root: folder, build: { outDir: join(folder, "dist") } });
  return { folder, remove: () => removeFolder(folder) };
}

async function readDefinition(folder: string): Promise<SiteDefinition> {
  const outcome = readSiteDefinition(await readFile(join(folder, "ux-agent.json")));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.definition;
}

async function changeAll(folder: string, definition: SiteDefinition, id: string): Promise<void> {
  const section = catalogueOf(definition, "v").sections.find((each) => each.id === id);
  const updates = Object.fromEntries(
    (section?.properties ?? [])
      .filter(({ picture }) => !picture)
      .map((property) => [property.id, hostile(property, id)]),
  );
  const file = join(folder, definition.sections.find((each) => each.id === id)?.file ?? "");
  const outcome = await editSection(definition, await readFile(file), { section: id, updates });
  if (!outcome.ok) throw new Error(outcome.message);
  await writeFile(file, outcome.content);
}

/** What a style sheet takes is no text; and where a site lists the values, no other is taken. */
function hostile({ value, fields, rules }: CatalogueProperty, section: string): Updates[string] {
  if (rules.oneOf) return rules.oneOf.at(-1) ?? "";
  if (section === "looks" && value === "text") return SIZE;
  if (fields !== undefined) return [{ add: Object.fromEntries(fields.map(({ id }) => [id, HOSTILE])) }];
  if (value === "links") return [LINK];
  return value === "color" ? COLOR : HOSTILE;
}
