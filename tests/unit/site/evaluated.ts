import { compileFunction, createContext } from "node:vm";
import { transformSync } from "esbuild";

/** One for all scripts: it takes longer to make than a script to run. */
const parsingContext = createContext({});

/** What a script exports when another compiler has read it and it is run; its default export is `default`. */
export function evaluated(text: string): object {
  const { code } = transformSync(text, { loader: "tsx", format: "cjs", jsx: "transform", jsxFactory: "t" });
  const module: { exports: object } = { exports: {} };
  const run = compileFunction(code, ["module", "exports", "t"], { parsingContext });
  run(module, module.exports, (key: unknown) => key);
  const exported: object = JSON.parse(JSON.stringify(module.exports));
  return "default" in exported ? exported : { ...exported, default: exported };
}
