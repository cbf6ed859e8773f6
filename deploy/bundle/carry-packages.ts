import { basename, dirname, join } from "node:path";
import type { Plugin } from "esbuild";
import { type Carried, type Processor, putPackages } from "./packages-for.ts";

/** What works with attached pictures. */
export const sharpFor = (processor: Processor): Carried => ({
  packages: ["sharp"],
  processor,
  leftOut: /[\\/]sharp[\\/](?:src|install)$/,
  otherwise: "package without pictures (PICTURES=no)",
});

/** What draws the live page: a Chromium that Lambda can run, for the only processor there is one for. */
export const chromium: Carried = {
  packages: ["playwright-core", "@sparticuz/chromium"],
  processor: "x64",
  leftOut: /[\\/]playwright-core[\\/](?:bin|types|lib[\\/]vite)$/,
  otherwise: "package without drawing the live page (LIVE_PICTURES=no)",
};

/**
 * Packages what a function carries beside its code. serverless-esbuild packages what is in the folder `__only_<function>` with
 * that function, without the folder's name.
 */
export const carryPackages = (byFunction: Record<string, Carried | undefined>): Plugin => ({
  name: "carry-packages",
  setup(build) {
    const { entryPoints, outdir = "" } = build.initialOptions;
    const [entry] = Array.isArray(entryPoints) ? entryPoints : [];
    const name = typeof entry === "string" ? basename(entry, ".ts") : "";
    const carried = byFunction[name];
    if (carried) build.onEnd(() => putPackages(join(dirname(outdir), `__only_${name}`), carried));
  },
});
