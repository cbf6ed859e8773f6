import { type DefaultTreeAdapterTypes as Tree, parse, parseFragment, serialize } from "parse5";
import { bundleSite } from "./bundle-site.ts";
import type { SiteFiles } from "./read-site.ts";
import { findFile } from "./find-file.ts";
import { dataUrl } from "./data-url.ts";

type Element = Tree.Element;

/** A page, and the site it is of. */
interface Own {
  files: SiteFiles;
  path: string;
}

/** The frame is another origin's: it can be told, and nothing more. */
const TELL_FRAME = `(() => {
  const tell = (news) => parent.postMessage(news, "*");
  const height = () => tell({ height: document.documentElement.scrollHeight });
  addEventListener("load", () => new ResizeObserver(height).observe(document.body));
  addEventListener("click", (event) => {
    const href = event.target instanceof Element && event.target.closest("a[href]")?.getAttribute("href");
    if (!href || href.startsWith("#")) return;
    event.preventDefault();
    tell({ href });
  });
})();`;

/**
 * Makes one document of a page and what it refers to: its modules and styles bundled, its pictures as data. It tells the
 * frame around it how high it is and which link was followed.
 * @param path of the HTML file
 * @throws Error when there is no such page, or it cannot be bundled
 */
export async function writePage(files: SiteFiles, path = "index.html"): Promise<string> {
  const source = files.get(path);
  if (!source) throw new Error(`the site has no ${path}`);
  const page = parse(source.toString("utf8"));
  const elements = [...elementsIn(page)];
  const own = { files, path };
  const entries = elements.flatMap((element) => entryOf(element, own));
  for (const { element } of entries) remove(element);
  for (const element of elements) inlinePictures(element, own);
  const code = entries.map((entry) => entry.code).join("\n");
  const { style, ...bundled } = await bundleSite(files, { path, code });
  const script = withPictures(bundled.script, files);
  const head = elements.find(({ tagName }) => tagName === "head");
  if (head && style) append(head, `<style>${style.replaceAll(/<\/(style)/gi, "<\\/$1")}</style>`);
  if (head && script)
    append(head, `<script type="module">${script.replaceAll(/<\/(script)/gi, "<\\/$1")}</script>`);
  if (head) append(head, `<script>${TELL_FRAME}</script>`);
  return serialize(page);
}

function* elementsIn(node: Tree.Node): Generator<Element> {
  if ("tagName" in node) yield node;
  for (const child of "childNodes" in node ? node.childNodes : []) yield* elementsIn(child);
}

interface Entry {
  element: Element;
  /** What the bundle begins with for it. */
  code: string;
}

/** A module, or a style sheet of the site; what belongs to another machine stays and is not loaded. */
function entryOf(element: Element, own: Own): Entry[] {
  const { tagName } = element;
  if (tagName === "script" && valueOf(element, "type") === "module") {
    const source = valueOf(element, "src");
    if (source === undefined) return [{ element, code: textOf(element) }];
    return isOwn(source, own) ? [{ element, code: `import ${JSON.stringify(rooted(source))};` }] : [];
  }
  if (tagName !== "link" || valueOf(element, "rel") !== "stylesheet") return [];
  const href = valueOf(element, "href");
  if (href === undefined || !isOwn(href, own)) return [];
  return [{ element, code: `import ${JSON.stringify(rooted(href))};` }];
}

const isOwn = (address: string, { files, path }: Own): boolean =>
  findFile(files, rooted(address), path) !== undefined;

/** In a page, an address without a beginning is one from the page's own folder. */
const rooted = (address: string): string => (/^(?:[./]|\w+:)/.test(address) ? address : `./${address}`);

const PICTURES: Record<string, string[]> = {
  img: ["src"],
  source: ["src"],
  video: ["src", "poster"],
  audio: ["src"],
  link: ["href"],
  image: ["href"],
};

function inlinePictures(element: Element, { files, path: page }: Own): void {
  for (const name of PICTURES[element.tagName] ?? []) {
    const attribute = element.attrs.find((each) => each.name === name);
    const path = attribute && findFile(files, rooted(attribute.value), page);
    const content = path === undefined ? undefined : files.get(path);
    if (attribute && path !== undefined && content) attribute.value = dataUrl(path, content);
  }
}

const IS_PICTURE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** Code names a picture by its address, as a whole string; a frame without an origin can load none. */
function withPictures(script: string, files: SiteFiles): string {
  let shown = script;
  for (const [path, content] of files) {
    if (!IS_PICTURE.test(path)) continue;
    const address = `/${path.replace(/^public\//, "")}`;
    for (const quote of ['"', "'", "`"])
      shown = shown.replaceAll(quote + address + quote, () => quote + dataUrl(path, content) + quote);
  }
  return shown;
}

const valueOf = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((each) => each.name === name)?.value;

const textOf = ({ childNodes }: Element): string =>
  childNodes.map((node) => ("value" in node ? node.value : "")).join("");

function remove(element: Element): void {
  const siblings = element.parentNode?.childNodes ?? [];
  siblings.splice(siblings.indexOf(element), 1);
}

function append(parent: Element, markup: string): void {
  const [node] = parseFragment(markup).childNodes;
  if (!node) return;
  node.parentNode = parent;
  parent.childNodes.push(node);
}
