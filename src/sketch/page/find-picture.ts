import type { Asked, PageDocument, PageElement, PageWindow, Placed, Tools } from "./dom.ts";

declare const document: PageDocument;
declare const window: PageWindow;
declare const tools: Tools;

/** The one visible picture with an address of the file, which builds and hosts write in their own ways. */
export function findPicture(before: string, after: string, selector: string | undefined): Placed | null {
  const images = [...document.querySelectorAll("img")].filter((image) => tools.isVisible(image));
  for (const isSame of tools.sameAddress(before)) {
    const fitting = images.filter((image) =>
      [image.getAttribute("src"), image.currentSrc, image.getAttribute("srcset")].some((each) =>
        isSame(each ?? ""),
      ),
    );
    const image = tools.only(fitting, selector);
    if (fitting.length > 0) return image && tools.imageAs(image, after);
    const behind = [...document.querySelectorAll("body, body *")].filter((element) => {
      const shown = window.getComputedStyle(element).getPropertyValue("background-image");
      return [...shown.matchAll(/url\("?([^")]*)"?\)/g)].some(([, url = ""]) => isSame(url));
    });
    const element = tools.only(
      behind.filter((each) => tools.isVisible(each)),
      selector,
    );
    if (behind.length > 0)
      return (
        element &&
        tools.onWhole(element, tools.declared(element.style, "background-image", `url("${after}")`))
      );
  }
  return null;
}

/**
 * Ways to see that two addresses are of the same file, the surest first: as it is written; its end, also inside another
 * address (`/_next/image?url=%2Fhero.png`); and its name with what a build has put into it (`hero-4f2a91.png`).
 */
export function sameAddress(before: string): ((address: string) => boolean)[] {
  const path = before
    .replace(/[?#].*$/, "")
    .replace(/^(?:[a-z]+:\/\/[^/]+|[~@.]*)\/+/i, "")
    .replace(/^(?:\.\.\/)+/, "");
  const [, name = "", ending = ""] = /([^/]+)\.([a-z0-9]+)$/i.exec(path) ?? [];
  const hashed = new RegExp(
    String.raw`(?:^|/)${tools.literal(name)}[-._][\w-]{4,}\.(?:${tools.literal(ending)}|webp|avif)`,
    "i",
  );
  const inside = new RegExp(`(?:^|/|=)${tools.literal(path)}(?:[?#&\\s]|$)`);
  return name === ""
    ? [(address) => address === before]
    : [
        (address) => address === before,
        (address) => inside.test(tools.decoded(address)),
        (address) => hashed.test(tools.decoded(address)),
      ];
}

/** Without the `%` of what was written into a query. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** A picture in the place of another: what would choose a larger or smaller one of the old is taken away. */
export function imageAs(image: PageElement, after: string): Placed {
  const sources = image.parentElement?.matches("picture")
    ? [...image.parentElement.querySelectorAll("source")]
    : [];
  const places = [
    ...sources.map((element) => ({ element, name: "srcset", value: element.getAttribute("srcset") })),
    { element: image, name: "srcset", value: image.getAttribute("srcset") },
    { element: image, name: "src", value: image.getAttribute("src") },
  ];
  return tools.onWhole(image, {
    apply: () => {
      for (const { element, name } of places) element.removeAttribute(name);
      image.setAttribute("src", after);
      tools.loading.push(image.decode?.().catch(() => {}) ?? Promise.resolve());
    },
    undo: () => {
      for (const { element, name, value } of places) if (value !== null) element.setAttribute(name, value);
    },
  });
}

/** The one element with an attribute of this value; addresses are the same when they lead to the same page. */
export function findAttribute({ name, before, after, selector }: Asked<"attribute">): Placed | null {
  const whole = (address: string) => URL.parse(address, document.baseURI)?.href ?? address;
  const isSame = (value: string | null) =>
    value !== null &&
    (value === before || (/^(?:href|src|action)$/.test(name) && whole(value) === whole(before)));
  const having = [...document.querySelectorAll("body *")].filter(
    (element) => isSame(element.getAttribute(name)) && tools.isVisible(element),
  );
  const element = tools.only(having, selector);
  return (
    element &&
    tools.onWhole(element, {
      apply: () => element.setAttribute(name, after),
      undo: () => element.setAttribute(name, before),
    })
  );
}
