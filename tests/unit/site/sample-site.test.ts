import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COLOR, HOSTILE, LINK, REACT, buildHostileSite, places } from "#tests/support/hostile-site.ts";

/** Renders the page without a browser; bundled with everything, so that it can run from anywhere. */
const ENTRY = `import { renderToStaticMarkup } from "react-dom/server";
import App from "./App.jsx";
export const html = () => renderToStaticMarkup(<App />);
`;

let site: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ folder: site, remove } = await buildHostileSite());
}, 120_000);
afterAll(() => remove());

describe("the sample site, after every property was changed by a hostile value", () => {
  it("still builds, and its page shows exactly these values", { timeout: 120_000 }, async () => {
    const page = elements(parse(await render()));
    const textOf = (name: string): unknown => text(withClass(page, name));

    for (const name of places.texts) {
      expect(textOf(name)).toBe(HOSTILE);
    }
    for (const name of places.colors) {
      expect(attribute(withClass(page, name), "style")).toBe(`color:${COLOR}`);
    }
    for (const name of places.links) {
      const link = elements(withClass(page, name)).findLast((each) => each.tagName === "a");
      expect([text(link), attribute(link, "href")]).toEqual([LINK.label, LINK.href]);
    }
    for (const name of places.items) {
      const [title, notes] = elements(
        elements(withClass(page, name)).findLast((each) => each.tagName === "li"),
      );
      expect([text(title), text(notes)]).toEqual([HOSTILE, HOSTILE]);
    }
  });
});

async function render(): Promise<string> {
  await writeFile(join(site, "src/entry.jsx"), ENTRY);
  await build({
    ...REACT,
    root: site,
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
