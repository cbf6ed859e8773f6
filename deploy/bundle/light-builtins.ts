import { STATUS_CODES } from "node:http";
import { builtinModules } from "node:module";
import type { Plugin } from "esbuild";

/** Constants of Node's own modules. They are written into the bundle, so that the module itself is not loaded for them. */
const constants: Record<string, Record<string, unknown>> = { http: { STATUS_CODES } };

const NAMESPACE = "light-builtin";
const names = new Set(builtinModules.map(withoutPrefix));

/**
 * Takes Node's own modules from `process.getBuiltinModule`. An ES module that imports one makes Node look for its file
 * and read every export of it, and getters among them load much more: undici for `http`, every kind of key for `crypto`.
 * That was nearly half of what a PING takes. Here only the exports that the importing file names are read.
 */
export const lightBuiltins: Plugin = {
  name: "light-builtins",
  setup(build) {
    build.onResolve({ filter: /^(?:node:)?[a-z_\d]+(?:\/[a-z_\d]+)?$/ }, ({ path, kind, importer }) => {
      const name = withoutPrefix(path);
      if (kind === "require-call" || kind === "entry-point" || !names.has(name)) return undefined;
      // One for each importing file: a getter is read when the first file that names it is loaded, not before.
      return { path: `${name} for ${importer}`, namespace: NAMESPACE, pluginData: { name, kind } };
    });
    build.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ pluginData }) => {
      const { name, kind }: { name: string; kind: string } = pluginData;
      const written = constants[name] ?? {};
      const read = exportsOf(name, kind !== "dynamic-import").filter((key) => !(key in written));
      const contents = [
        `const builtin = /* @__PURE__ */ process.getBuiltinModule("node:${name}");`,
        "export default builtin;",
        ...read.map(exportOf),
        ...Object.entries(written).map(constantOf),
      ];
      return { contents: contents.join("\n") };
    });
  },
};

function withoutPrefix(path: string): string {
  return path.replace(/^node:/, "");
}

/** @param getters whether with what a getter makes; an import on demand reads all, named or not */
function exportsOf(name: string, getters: boolean): string[] {
  const properties = Object.entries(Object.getOwnPropertyDescriptors(process.getBuiltinModule(name)));
  return properties
    .filter(([, property]) => property.enumerable && (getters || "value" in property))
    .map(([key]) => key)
    .filter((key) => key !== "default" && /^[a-z_]\w*$/i.test(key));
}

/** Pure, so that esbuild leaves out those that the importing file does not name. */
const exportOf = (name: string, at: number): string =>
  `const e${at} = /* @__PURE__ */ (() => builtin.${name})(); export { e${at} as ${name} };`;

const constantOf = ([name, value]: [string, unknown]): string =>
  `export const ${name} = ${JSON.stringify(value)};`;
