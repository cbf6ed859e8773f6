import { STATUS_CODES } from "node:http";
import type { Plugin } from "esbuild";

/**
 * What bundled code uses of some of Node's own modules. An ES module that imports one of them makes Node read every export
 * of it, and getters among them load much more: undici for `http`, every kind of key for `crypto`. That was nearly half
 * of what a PING takes. `process.getBuiltinModule` hands out the same module without reading its exports. A name that is
 * missing here ends the build with its name.
 */
const used: Record<string, string[]> = {
  crypto: [
    "createHash",
    "createHmac",
    "createPrivateKey",
    "createPublicKey",
    "createSign",
    "getRandomValues",
    "randomInt",
    "randomUUID",
    "subtle",
    "timingSafeEqual",
    "verify",
  ],
  http: ["Agent", "createServer", "request"],
  https: ["Agent", "request"],
  timers: ["clearTimeout", "setTimeout"],
};

/** Constants of Node's own modules. They are written into the bundle, so that the module itself is not loaded for them. */
const constants: Record<string, Record<string, unknown>> = { http: { STATUS_CODES } };

const NAMESPACE = "light-builtin";

/** Pure, so that esbuild leaves out those that the importing file does not name. */
const exportOf = (name: string): string =>
  `export const ${name} = /* @__PURE__ */ (() => builtin.${name})();`;

const constantOf = ([name, value]: [string, unknown]): string =>
  `export const ${name} = ${JSON.stringify(value)};`;

export const lightBuiltins: Plugin = {
  name: "light-builtins",
  setup(build) {
    build.onResolve({ filter: /^(?:node:)?(?:crypto|https?|timers)$/ }, ({ path, kind, importer }) => {
      if (kind === "require-call") return undefined;
      const name = path.replace("node:", "");
      // One for each importing file: a getter is read when the first file that names it is loaded, not before.
      return { path: `${name} for ${importer}`, namespace: NAMESPACE, pluginData: name };
    });
    build.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ pluginData }) => {
      const name = String(pluginData);
      const contents = [
        `const builtin = /* @__PURE__ */ process.getBuiltinModule("node:${name}");`,
        "export default builtin;",
        ...(used[name] ?? []).map(exportOf),
        ...Object.entries(constants[name] ?? {}).map(constantOf),
      ];
      return { contents: contents.join("\n") };
    });
  },
};
