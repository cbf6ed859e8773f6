import type { BuildOptions } from "esbuild";
import { carryPackages, chromium, sharpFor } from "./bundle/carry-packages.ts";
import { chunksByFunction } from "./bundle/chunks-by-function.ts";
import { importForElectroDb } from "./bundle/import-for-electrodb.ts";
import { lightBuiltins } from "./bundle/light-builtins.ts";
import { narrow } from "./bundle/narrow.ts";

/**
 * Ways to credentials that a function never takes: Lambda hands them over in the environment. The SDK loads them on
 * demand; on a developer's machine they are found in node_modules.
 */
const credentialProviders = [
  "@aws-sdk/credential-provider-http",
  "@aws-sdk/credential-provider-ini",
  "@aws-sdk/credential-provider-process",
  "@aws-sdk/credential-provider-sso",
  "@aws-sdk/credential-provider-web-identity",
  "@aws-sdk/nested-clients",
  "@smithy/credential-provider-imds",
];

/**
 * How a function is bundled. The SDK is part of the bundle: the one that was tested, and less to load than Lambda's own.
 */
export const bundling = {
  bundle: true,
  minify: true,
  format: "esm",
  platform: "node",
  target: "node24",
  mainFields: ["module", "main"],
  splitting: true,
  // Nothing reads them at run time; `npm run trace` finds them in the package.
  sourcemap: "external",
  sourcesContent: false,
  plugins: [chunksByFunction, lightBuiltins, importForElectroDb, narrow],
  // What is still required in a bundle is Node's own. `createRequire` would be another module to load.
  banner: { js: "const require = process.getBuiltinModule;" },
} satisfies BuildOptions;

/** Packages that are not bundled: credential providers are not packaged either, the others are as they are. */
export const excluded = [...credentialProviders, "sharp", "playwright-core", "@sparticuz/chromium"];

/** The options in the shape that serverless-esbuild expects. */
interface Serverless {
  service: {
    custom: { esbuild: { outputWorkFolder: string }; pictures: string };
    provider: { architecture?: string };
  };
}

const processorOf = ({ service }: Serverless) =>
  service.provider.architecture === "arm64" ? ("arm64" as const) : ("x64" as const);

const optionsFor = (serverless: Serverless) => ({
  ...bundling,
  plugins: [
    ...bundling.plugins,
    carryPackages({
      execution: serverless.service.custom.pictures === "no" ? undefined : sharpFor(processorOf(serverless)),
      pictures: chromium,
    }),
  ],
  exclude: excluded,
  outputFileExtension: ".mjs",
  outputWorkFolder: serverless.service.custom.esbuild.outputWorkFolder,
});

// serverless-esbuild loads this file with `require` and calls what it gets.
export { optionsFor as "module.exports" };
