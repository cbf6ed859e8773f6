import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogueOf } from "#src/site/catalogue-of.ts";
import type { CatalogueProperty, Updates } from "#src/site/catalogue.ts";
import { editSection } from "#src/site/edit-section.ts";
import { readSiteDefinition, type SiteDefinition } from "#src/site/site-definition.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const HOSTILE = `"It's" {x} \${y} <b>&amp; </script> */ {/* c */} $1 \\1 24/7 שלום e\u0301 👩‍👩‍👧 \`z\``;
const COLOR = "#FF0080";
const LINK = { label: HOSTILE, href: `/a?b="1"&c={d}<e>'f'&amp;#g` };
/** Renders the page without a browser; bundled with everything, so that it can run from anywhere. */
const ENTRY = `import { renderToStaticMarkup } from "react-dom/server";
import App from "./App.jsx";
export const html = () => renderToStaticMarkup(<App />);
`;

let site: string;

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), "ux-agent-site-"));
  await cp(join(ROOT, "sample-site"), site, { recursive: true });
  await symlink(join(ROOT, "node_modules"), join(site, "node_modules"));
});

afterAll(async () => {
  await rm(site, { recursive: true, force: true });
});

describe("the sample site, after every property was changed by a hostile value", () => {
  it("still builds, and its page shows exactly these values", { timeout: 120_000 }, async () => {
    const definition = await readDefinition();
    for (const section of definition.sections) await changeAll(definition, section.id);
    await build({ root: site, logLevel: "error", build: { outDir: join(site, "dist") } });
    const page = elements(parse(await render()));
    const textOf = (name: string): unknown => text(withClass(page, name));

    for (const name of [
      "header-title",
      "footer-text",
      "navbar-note",
      "navbar-brand",
      "hero-text",
      "hero-description",
      "hero-cta",
    ]) {
      expect(textOf(name)).toBe(HOSTILE);
    }
    for (const name of ["header", "footer", "navbar"]) {
      expect(attribute(withClass(page, name), "style")).toBe(`color:${COLOR}`);
    }
    for (const name of ["header-links", "navbar-links"]) {
      const link = elements(withClass(page, name)).findLast((each) => each.tagName === "a");
      expect([text(link), attribute(link, "href")]).toEqual([LINK.label, LINK.href]);
    }
  });
});

async function readDefinition(): Promise<SiteDefinition> {
  const outcome = readSiteDefinition(await readFile(join(site, "ux-agent.json")));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.definition;
}

async function changeAll(definition: SiteDefinition, id: string): Promise<void> {
  const section = catalogueOf(definition, "v").sections.find((each) => each.id === id);
  const updates = Object.fromEntries(
    (section?.properties ?? []).map((property) => [property.id, hostile(property)]),
  );
  const file = join(site, definition.sections.find((each) => each.id === id)?.file ?? "");
  const outcome = editSection(definition, id, await readFile(file), updates);
  if (!outcome.ok) throw new Error(outcome.message);
  await writeFile(file, outcome.content);
}

function hostile({ value }: CatalogueProperty): Updates[string] {
  if (value === "links") return [LINK];
  return value === "color" ? COLOR : HOSTILE;
}

async function render(): Promise<string> {
  await writeFile(join(site, "src/entry.jsx"), ENTRY);
  await build({
    root: site,
    logLevel: "error",
    ssr: { noExternal: true },
    build: { ssr: "src/entry.jsx", outDir: join(site, "rendered") },
  });
  const page: { html(): string } = await import(pathToFileURL(join(site, "rendered/entry.mjs")).href);
  return page.html();
}

type Element = DefaultTreeAdapterTypes.Element;

function elements(node: DefaultTreeAdapterTypes.Node | undefined): Element[] {
  const children = node !== undefined && "childNodes" in node ? node.childNodes : [];
  return children.flatMap((child) => ("tagName" in child ? [child].concat(elements(child)) : []));
}

function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((each) => each.name === name)?.value;
}

function withClass(page: Element[], name: string): Element | undefined {
  return page.find((each) => attribute(each, "class") === name);
}

function text(element: Element | undefined): string {
  return (element?.childNodes ?? []).map((node) => ("value" in node ? node.value : "")).join("");
}
