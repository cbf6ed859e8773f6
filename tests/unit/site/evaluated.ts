import { runInNewContext } from "node:vm";
import { transformSync } from "esbuild";

/** What a script exports when another compiler has read it and it is run; its default export is `default`. */
export function evaluated(text: string): object {
  const { code } = transformSync(text, { loader: "tsx", format: "cjs", jsx: "transform", jsxFactory: "t" });
  const module: { exports: object } = { exports: {} };
  runInNewContext(code, { module, exports: module.exports, t: (key: unknown) => key });
  const exported: object = JSON.parse(JSON.stringify(module.exports));
  return "default" in exported ? exported : { ...exported, default: exported };
}
