import { extname } from "node:path/posix";
import { fileURLToPath } from "node:url";
import {
  build,
  type BuildFailure,
  type Loader,
  type OnLoadResult,
  type OnResolveArgs,
  type OnResolveResult,
  type Plugin,
} from "esbuild";
import { findFile } from "./find-file.ts";
import type { SiteFiles } from "./read-site.ts";

/** The only packages that a site gets; they are this project's. */
const PACKAGES = /^(?:react|react-dom)(?:\/|$)/;

const LOADERS: Record<string, Loader> = {
  ".js": "jsx",
  ".mjs": "jsx",
  ".jsx": "jsx",
  ".ts": "ts",
  ".tsx": "tsx",
  ".json": "json",
  ".css": "css",
};

interface Entry {
  path: string;
  code: string;
}

/**
 * Bundles modules and styles of a site. Files come from `files` and nowhere else: esbuild sees no folder of the site, so
 * there is no configuration in it to be found.
 * @param entry the code of a module that imports everything the page begins with, and the page's path
 * @throws Error with what is wrong in which file
 */
export async function bundleSite(files: SiteFiles, entry: Entry): Promise<{ script: string; style: string }> {
  const { outputFiles } = await build({
    entryPoints: [entry.path],
    bundle: true,
    minify: true,
    write: false,
    outdir: "/page",
    format: "esm",
    target: "es2023",
    jsx: "automatic",
    tsconfigRaw: {},
    logLevel: "silent",
    plugins: [only(files, entry)],
    define: {
      "import.meta.env": JSON.stringify({ BASE_URL: "/", MODE: "production", PROD: true, DEV: false }),
      "process.env.NODE_ENV": '"production"',
    },
  }).catch((failure: BuildFailure) => {
    throw new Error(failure.errors.map(described).join("\n"), { cause: failure });
  });
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  return { script: textOf(".js"), style: textOf(".css") };
}

const described = ({ text, location }: BuildFailure["errors"][number]): string =>
  location ? `${location.file.replace(/^\w+:/, "")}, line ${location.line}: ${text}` : text;

/** Keeps esbuild to the files of the site, and to React. */
const only = (files: SiteFiles, entry: Entry): Plugin => ({
  name: "only-the-site",
  setup(bundler) {
    bundler.onResolve({ filter: /.*/ }, (asked) => resolve(files, asked));
    bundler.onLoad({ filter: /.*/, namespace: "page" }, () => ({ contents: entry.code, loader: "jsx" }));
    bundler.onLoad({ filter: /.*/, namespace: "site" }, ({ path, suffix }) => load(files, path, suffix));
  },
});

function resolve(
  files: SiteFiles,
  { path, importer, namespace, kind }: OnResolveArgs,
): OnResolveResult | undefined {
  if (kind === "entry-point") return { path, namespace: "page" };
  // React's own files, which import each other.
  if (namespace === "file") return undefined;
  const found = findFile(files, path, importer);
  if (found !== undefined) return { path: found, namespace: "site", suffix: suffixOf(path) };
  if (/^(?:data:|https?:|\/\/|#)/.test(path) || kind === "url-token") return { path, external: true };
  if (PACKAGES.test(path)) return { path: fileURLToPath(import.meta.resolve(path)) };
  return { errors: [{ text: `"${path}" is neither a file of the site nor React` }] };
}

const suffixOf = (path: string): string => /\?[^#]*/.exec(path)?.[0] ?? "";

function load(files: SiteFiles, path: string, suffix: string): OnLoadResult {
  const contents = files.get(path) ?? Buffer.alloc(0);
  if (suffix === "?raw") return { contents, loader: "text" };
  const loader = path.endsWith(".module.css") ? "local-css" : LOADERS[extname(path)];
  return { contents, loader: (suffix === "?url" ? undefined : loader) ?? "dataurl" };
}
