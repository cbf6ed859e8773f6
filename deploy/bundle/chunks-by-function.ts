import { basename } from "node:path";
import type { Plugin } from "esbuild";

/**
 * Code that is loaded on demand goes into files of its own, so that a PING loads neither the table nor a parser. Their
 * names begin with the function's: serverless-esbuild packages for a function every file that does not begin with another
 * function's name.
 */
export const chunksByFunction: Plugin = {
  name: "chunks-by-function",
  setup({ initialOptions }) {
    const [entry] = Array.isArray(initialOptions.entryPoints) ? initialOptions.entryPoints : [];
    if (typeof entry !== "string") throw new Error("A function is bundled by itself, from one file");
    initialOptions.chunkNames = `${basename(entry, ".ts")}.[name]-[hash]`;
  },
};
