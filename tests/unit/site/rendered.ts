import { transform } from "@astrojs/compiler";
import { transform as transformScript } from "esbuild";
import { compileFunction, createContext } from "node:vm";
import { compile as compileSvelte } from "svelte/compiler";
import type { Component } from "svelte";
import { render } from "svelte/server";
import { compile as compileVue } from "@vue/compiler-dom";
import * as Vue from "vue";
import { parse as parseVue } from "vue/compiler-sfc";
import { renderToString } from "vue/server-renderer";

// What compiled components import; Svelte has no types for it.
const INTERNAL = "svelte/internal/server";
const svelteRuntime: unknown = await import(/* @vite-ignore */ INTERNAL);

/** A component on the page shows what it is given: its attributes, and what stands in it. */
const CARD = "x-card";

/** What each framework makes of a component on a server, once its own compiler has read it. */
export const RENDER: Record<"svelte" | "vue" | "astro", (text: string) => Promise<string>> = {
  svelte: renderSvelte,
  vue: renderVue,
  astro: renderAstro,
};

/** One for all components: it takes longer to make than a component to run. */
const parsingContext = createContext({ x: "CODE WAS RUN" });

async function moduleOf(code: string, modules: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { code: script } = await transformScript(code, { loader: "ts", format: "cjs" });
  const module = { exports: {} };
  const require = (name: string): unknown => modules[name] ?? {};
  compileFunction(script, ["module", "exports", "require"], { parsingContext })(
    module,
    module.exports,
    require,
  );
  return module.exports;
}

async function renderSvelte(text: string): Promise<string> {
  const { js } = compileSvelte(text, { generate: "server", preserveWhitespace: true });
  const { default: component } = await moduleOf(js.code, { [INTERNAL]: svelteRuntime });
  return (await render(component as Component, { props: {} })).body;
}

const isCustomElement = (tag: string): boolean => tag === CARD;

function onError(error: Error): never {
  throw error;
}

async function renderVue(text: string): Promise<string> {
  const { descriptor, errors } = parseVue(text, { ignoreEmpty: false });
  if (errors.length > 0) throw new Error(String(errors[0]));
  const template = descriptor.template?.content ?? "";
  const { code } = compileVue(template, { whitespace: "preserve", isCustomElement, onError });
  // oxlint-disable-next-line typescript/no-implied-eval -- Vue compiles to the body of a function
  const renderFunction = new Function("Vue", code)(Vue) as () => Vue.VNode;
  const app = Vue.createSSRApp({ render: renderFunction, data: () => ({ x: "CODE WAS RUN" }) });
  app.config.warnHandler = () => {};
  return renderToString(app);
}

async function renderAstro(text: string): Promise<string> {
  const { code, diagnostics } = await transform(text, { filename: "a.astro" });
  if (diagnostics.some(({ severity }) => severity === 1)) throw new Error(diagnostics[0]?.text);
  const { default: component } = await moduleOf(code, { "astro/runtime/server/index.js": ASTRO });
  return (component as () => string)();
}

const ESCAPED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (value: unknown): string =>
  String(value).replaceAll(/[&<>"]/g, (each) => ESCAPED[each] ?? each);

/** What is markup already, so that it is not escaped once more. */
class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
  toString(): string {
    return this.html;
  }
}

const shown = (value: unknown): string => (value instanceof Markup ? value.html : escaped(value ?? ""));
const attribute = (value: unknown, name: string): Markup => new Markup(` ${name}="${escaped(value)}"`);

/** As much of Astro's runtime as the pages of these tests need. */
const ASTRO = {
  createMetadata: () => ({}),
  createAstro: () => ({}),
  createComponent: (make: () => Markup) => () => make().html,
  render: (strings: string[], ...values: unknown[]): Markup =>
    new Markup(
      strings.map((each, index) => each + (index < values.length ? shown(values[index]) : "")).join(""),
    ),
  maybeRenderHead: () => new Markup(""),
  renderHead: () => new Markup(""),
  renderScript: () => new Markup(""),
  addAttribute: attribute,
  renderComponent(
    _result: unknown,
    _name: string,
    _card: unknown,
    props: Record<string, unknown>,
    slots?: Record<string, () => Markup>,
  ) {
    const attributes = Object.entries(props).map(([name, value]) => attribute(value, name).html);
    return new Markup(`<${CARD}${attributes.join("")}>${slots?.["default"]?.().html ?? ""}</${CARD}>`);
  },
};
