import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = fileURLToPath(new URL("./page", import.meta.url));

export interface PageFile {
  type: string;
  body: Buffer;
}

const documents = { "/": "channel/channel.html", "/console": "console/console.html" };
const types: Record<string, string> = { ".js": "text/javascript", ".css": "text/css" };

/**
 * The pages with their scripts and styles, by path; bundled here, with nothing from another machine.
 * @param only the documents that are wanted: a console alone has no playground
 */
export async function buildPageFiles(only: (keyof typeof documents)[]): Promise<Map<string, PageFile>> {
  const chosen = only.map((path) => [path, documents[path]] as const);
  const [pages, assets] = await Promise.all([
    Promise.all(chosen.map(async ([path, file]) => [path, await documentIn(file)] as const)),
    bundle(chosen.flatMap(([, file]) => [file.replace(/html$/, "ts"), file.replace(/html$/, "css")])),
  ]);
  return new Map([...pages, ...assets]);
}

const documentIn = async (file: string): Promise<PageFile> => ({
  type: "text/html",
  body: await readFile(join(folder, file)),
});

async function bundle(entries: string[]): Promise<[string, PageFile][]> {
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: entries,
    entryNames: "[name]",
    outdir: "/assets",
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2023",
    write: false,
    logLevel: "silent",
  });
  return outputFiles.map(({ path, contents }) => {
    const name = path.slice(path.lastIndexOf("/"));
    const type = types[name.slice(name.lastIndexOf("."))] ?? "application/octet-stream";
    return [`/assets${name}`, { type, body: Buffer.from(contents) }];
  });
}
