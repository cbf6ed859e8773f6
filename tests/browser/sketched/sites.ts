import { build } from "esbuild";
import sharp from "sharp";
import { compile } from "svelte/compiler";
import type { PageChange } from "#src/sketch/page-change.ts";
import type { ServedSite } from "./serve-site.ts";

/** A site in the style of a framework, and what is asked of it. `keeps`: the layout stays, so that nothing else moves. */
export interface SketchedSite {
  files: () => Promise<ServedSite>;
  asked: { what: string; change: PageChange; keeps: boolean }[];
}

const picture = (color: string): Promise<Buffer> =>
  sharp({ create: { width: 300, height: 160, channels: 3, background: color } })
    .png()
    .toBuffer();
const oldPicture = await picture("#226688");
const newPicture = `data:image/png;base64,${(await picture("#cc8833")).toString("base64")}`;

const text = (before: string, after: string, selector?: string): PageChange => ({
  kind: "text",
  before,
  after,
  selector,
});
const items = (labels: string[]) => labels.map((label) => ({ label, href: `/${label.toLowerCase()}` }));
const list = (before: string[], after: string[], selector?: string): PageChange => ({
  kind: "list",
  before: items(before),
  after: items(after),
  selector,
});
const image = (before: string, selector?: string): PageChange => ({
  kind: "picture",
  before,
  after: newPicture,
  selector,
});

const bundled = async (contents: string): Promise<string> => {
  const stdin = { contents, resolveDir: process.cwd(), loader: "jsx" } as const;
  const define = {
    "process.env.NODE_ENV": '"production"',
    __VUE_OPTIONS_API__: "true",
    __VUE_PROD_DEVTOOLS__: "false",
  };
  const made = await build({
    stdin,
    bundle: true,
    write: false,
    format: "iife",
    define,
    conditions: ["browser"],
    logLevel: "error",
  });
  return made.outputFiles[0]?.text ?? "";
};

const styles = `body { margin: 0; font: 18px/1.5 sans-serif } header { padding: 24px; background: #123; color: #fff }
  nav ul { display: flex; gap: 16px; padding: 0; list-style: none } nav a { color: inherit } main { padding: 24px }`;

const links = (labels: string[]): string =>
  `<nav><ul>${labels.map((label) => `<li><a href="/${label.toLowerCase()}">${label}</a></li>`).join("")}</ul></nav>`;

const MENU = ["Home", "Beans", "Visit"];

export const SITES: Record<string, SketchedSite> = {
  "static HTML": {
    files: async () => ({
      "/index.html": `<!doctype html><link rel="stylesheet" href="css/site.css"><header><h1>Good morning</h1>${links(MENU)}</header>
        <main><p style="color: #AA0000; width: 300px">Fresh every day</p><img src="images/boat.png" width="300" height="160" alt=""></main>
        <div style="position: fixed; inset: auto 0 0 0; height: 60%; background: #fff; border: 2px solid">We use cookies</div>`,
      "/css/site.css": styles,
      "/images/boat.png": oldPicture,
    }),
    asked: [
      { what: "a text", change: text("Good morning", "Good evening", "h1"), keeps: true },
      {
        what: "a colour under a banner about cookies",
        change: { kind: "style", name: "color", before: "#a00", after: "#0a0", selector: "main p" },
        keeps: true,
      },
      {
        what: "an item of the menu",
        change: list(MENU, ["Home", "Beans", "Visit", "Jobs"], "nav ul"),
        keeps: true,
      },
      { what: "a picture", change: image("images/boat.png", "main img"), keeps: true },
    ],
  },
  "hydrated React": {
    files: async () => {
      const app = `import { createElement as h, useState, useEffect } from "react";
        export const App = () => { const [ready, set] = useState(false); useEffect(() => set(true), []);
          return h("div", null, h("header", null, h("h1", null, "Welcome to ", "Mole"), h("nav", null, h("ul", null, ${JSON.stringify(MENU)}.map((label) => h("li", { key: label }, h("a", { href: "/" + label.toLowerCase() }, label)))))),
            h("main", null, h("p", { style: { color: "#ff8800" } }, ready ? "Open today" : "…"), h("img", { src: "/assets/hero-4f2a91.png", width: 300, height: 160 }))); };`;
      const client =
        await bundled(`import { hydrateRoot } from "react-dom/client"; ${app.replace("export ", "")}
        hydrateRoot(document.getElementById("root"), h(App));`);
      // As React's own renderer writes it: a comment stands between two pieces of text.
      const rendered = `<div><header><h1>Welcome to <!-- -->Mole</h1>${links(MENU)}</header><main><p style="color:#ff8800">…</p><img src="/assets/hero-4f2a91.png" width="300" height="160"/></main></div>`;
      return {
        "/index.html": `<!doctype html><style>${styles}</style><div id="root">${rendered}</div><script src="/app.js"></script>`,
        "/app.js": client,
        "/assets/hero-4f2a91.png": oldPicture,
      };
    },
    asked: [
      {
        what: "a text in two pieces",
        change: text("Welcome to Mole", "Welcome, sailor", "Hero h1"),
        keeps: true,
      },
      { what: "a text that its script puts there", change: text("Open today", "Closed today"), keeps: true },
      {
        what: "a colour",
        change: { kind: "style", name: "color", before: "#f80", after: "#08f", selector: "p" },
        keeps: true,
      },
      { what: "an item that goes", change: list(MENU, ["Home", "Visit"]), keeps: true },
      { what: "a picture that the build has named anew", change: image("./hero.png", "img"), keeps: true },
    ],
  },
  "a page of Vue": {
    files: async () => ({
      "/index.html": `<!doctype html><link rel="stylesheet" href="/assets/index-1a2b.css"><div id="app"></div><script type="module" src="/app.js"></script>`,
      "/assets/index-1a2b.css": `:root { --brand: #0a7d5a } ${styles} header[data-v-1] { background: var(--brand) } .button { background: var(--brand); color: #fff; padding: 8px }`,
      "/app.js": await bundled(`import { createApp, h } from "vue";
        createApp({ data: () => ({ title: "Roasted here" }), render() { return [
          h("header", { "data-v-1": "" }, [h("h1", this.title), h("nav", h("ul", ${JSON.stringify(MENU)}.map((label) => h("li", h("a", { href: "/" + label.toLowerCase() }, label)))))]),
          h("main", [h("p", "Some words"), h("a", { class: "button", href: "/order" }, "Order")])]; } }).mount("#app");`),
    }),
    asked: [
      { what: "a text", change: text("Roasted here", "Roasted slowly"), keeps: true },
      {
        what: "a custom property",
        change: { kind: "variable", name: "--brand", before: "#0A7D5A", after: "#8a1538" },
        keeps: true,
      },
      { what: "items in another order", change: list(MENU, ["Visit", "Home", "Beans"]), keeps: true },
    ],
  },
  "a page of Svelte": {
    files: async () => {
      const source = `<script>let title = $state("Small batches"); $effect(() => { title = "Small batches, big taste"; });</script>
        <header><h1>{title}</h1></header><main><p class="lead">By the {"harbour"}</p><section class="hero"><p>Inside</p></section></main>
        <style>.lead { color: rgb(0, 90, 160) } .hero { background-image: url("/images/boat.png"); height: 200px; width: 400px }</style>`;
      const { js } = compile(source, { generate: "client", css: "injected", filename: "App.svelte" });
      const mounted = js.code.replace("export default function", "function");
      return {
        "/index.html": `<!doctype html><style>${styles}</style><body><script src="/app.js"></script></body>`,
        "/app.js": await bundled(
          `import { mount } from "svelte"; ${mounted}\nmount(App, { target: document.body });`,
        ),
        "/images/boat.png": oldPicture,
      };
    },
    asked: [
      {
        what: "a text that its script has changed",
        change: text("Small batches, big taste", "Big batches", "h1"),
        keeps: true,
      },
      { what: "a piece of a text", change: text("harbour", "lighthouse"), keeps: true },
      {
        what: "a rule whose selector is made longer by the compiler, which cannot be known",
        change: { kind: "style", name: "color", before: null, after: "#a0005a", selector: "p.lead" },
        keeps: true,
      },
      {
        what: "a picture behind a part of the page",
        change: image("/images/boat.png", ".hero"),
        keeps: true,
      },
    ],
  },
  "output of Astro": {
    files: async () => ({
      "/index.html": `<!DOCTYPE html><html lang="en" data-astro-cid-sckkx6r4><head><style>${styles}h2[data-astro-cid-j7pv25f6]{color:#444}.cta[data-astro-cid-j7pv25f6]{background:#222;color:#fff;padding:8px}.bg-green{background:#080!important}</style></head>
        <body data-astro-cid-sckkx6r4><header><h1>Notes</h1></header><main><h2 data-astro-cid-j7pv25f6>Long reads</h2><a class="cta" data-astro-cid-j7pv25f6 href="/start">Start</a>
        <astro-island client="visible"><ul class="cards"><li><h3>First</h3><p>one</p></li><li><h3>Second</h3><p>two</p></li></ul></astro-island><p>Below</p>
        <picture><source srcset="/_astro/cover.Bx7s.avif" type="image/avif"><img src="/_astro/cover.Bx7s.png" srcset="/_astro/cover.Bx7s.png 1x" width="300" height="160" alt=""></picture></main></body></html>`,
      "/_astro/cover.Bx7s.png": oldPicture,
      "/_astro/cover.Bx7s.avif": oldPicture,
    }),
    asked: [
      { what: "a text", change: text("Long reads", "Short reads", "h2"), keeps: true },
      {
        what: "a class",
        change: { kind: "class", before: "cta", after: "bg-green", selector: "main a" },
        keeps: false,
      },
      {
        what: "a card more, which moves what is below",
        change: {
          kind: "list",
          before: [
            { title: "First", text: "one" },
            { title: "Second", text: "two" },
          ],
          after: [
            { title: "First", text: "one" },
            { title: "Second", text: "two" },
            { title: "Third", text: "three" },
          ],
          selector: "ul",
        },
        keeps: false,
      },
      { what: "a picture in several formats", change: image("../assets/cover.png"), keeps: true },
    ],
  },
  "a theme of Hugo": {
    files: async () => ({
      "/index.html": `<!doctype html><html lang=en><link rel=stylesheet href=/css/main.min.9f3c.css><body><header class=site-header><a class=brand href=/>Harbour</a>${links(MENU)}</header>
        <main><h1>Coffee with a view</h1><div style=height:1400px></div><h2 id=find-us>Find us</h2><p>Am Kai 7 &middot; 20457 Hamburg</p></main><footer>${links(MENU)}<p>© 2026 Harbour GmbH</p></footer>`,
      "/css/main.min.9f3c.css": `${styles} @media (min-width:600px){.site-header{border-bottom:6px solid #e2b714}}`,
    }),
    asked: [
      {
        what: "a text far down the page",
        change: text("Am Kai 7 · 20457 Hamburg", "Am Kai 9 · 20457 Hamburg"),
        keeps: true,
      },
      { what: "a name that stands inside a text", change: text("Harbour GmbH", "Mole GmbH"), keeps: true },
      {
        what: "a rule of its style sheet",
        change: {
          kind: "rule",
          name: "border-bottom",
          before: "6px solid #E2B714",
          after: "6px solid #d00",
          selector: ".site-header",
        },
        keeps: true,
      },
      {
        what: "one of two same menus, by its selector",
        change: list(MENU, ["Home", "Beans", "Contact"], "footer ul"),
        keeps: true,
      },
    ],
  },
  "a theme of Jekyll behind an image service": {
    files: async () => {
      const served = "/_next/image?url=%2Fassets%2Fimages%2Fshop.png&w=640&q=75";
      return {
        "/index.html": `<!doctype html><style>${styles} .page-content h2 { text-transform: uppercase }</style><header class="site-header"><a class="site-title" rel="author" href="/">Paper &amp; Ink</a></header>
          <main class="page-content"><h2>Latest</h2><ul class="post-list"><li><a href="/one">One</a></li><li><a href="/two">Two</a></li></ul><img src="${served}" srcset="${served} 1x, ${served} 2x" width="300" height="160" alt=""></main>`,
        [served]: oldPicture,
      };
    },
    asked: [
      { what: "a text with entities", change: text("Paper & Ink", "Ink & Paper"), keeps: true },
      { what: "a text that is shown in capitals", change: text("Latest", "Newest"), keeps: true },
      { what: "an item of another name", change: list(["One", "Two"], ["One", "Three"]), keeps: true },
      { what: "a picture", change: image("/assets/images/shop.png"), keeps: true },
    ],
  },
};
