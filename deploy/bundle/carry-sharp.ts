import { basename, dirname, join } from "node:path";
import type { Plugin } from "esbuild";
import { type Processor, putSharp } from "./sharp-for.ts";

/** The one function that works with pictures. */
const CARRIER = "execution";

/**
 * Packages sharp with `execution`: its code is not JavaScript alone, so that it cannot be bundled. serverless-esbuild packages
 * what is in the folder `__only_<function>` with that function, without the folder's name.
 */
export const carrySharp = (processor: Processor): Plugin => ({
  name: "carry-sharp",
  setup(build) {
    const { entryPoints, outdir = "" } = build.initialOptions;
    const [entry] = Array.isArray(entryPoints) ? entryPoints : [];
    if (typeof entry !== "string" || basename(entry, ".ts") !== CARRIER) return;
    build.onEnd(() => putSharp(join(dirname(outdir), `__only_${CARRIER}`), processor));
  },
});
