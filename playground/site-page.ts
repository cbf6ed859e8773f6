import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Rolldown } from "vite";
import { gitIn } from "#src/publishing/git/command.ts";

const modules = fileURLToPath(new URL("../node_modules", import.meta.url));

/**
 * The page of a site's commit as one HTML document with everything inside, so that it can be shown in a sandboxed frame.
 * Nothing of the site's own configuration is run: its files are built as a plain Vite and React site.
 * @throws Error when the site cannot be built that way
 */
export async function buildPage(repository: string, commit: string): Promise<string> {
  // Not below the project: what changes there makes serverless-esbuild load the functions anew, whatever they are doing.
  const folder = await mkdtemp(join(tmpdir(), "ux-agent-page-"));
  try {
    await checkOut(repository, commit, folder);
    // For its React; a copy that the site brings along is kept.
    await symlink(modules, join(folder, "node_modules"), "dir").catch(() => undefined);
    return inOneDocument(await buildFiles(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function checkOut(repository: string, commit: string, folder: string): Promise<void> {
  const archive = await gitIn(repository)(["archive", "--format=tar", commit]);
  const tar = spawn("tar", ["-x", "-C", folder], { stdio: ["pipe", "ignore", "ignore"] });
  tar.stdin.end(archive);
  const [code] = await once(tar, "exit");
  if (code !== 0) throw new Error("the commit could not be unpacked");
}

type Files = Rolldown.RolldownOutput["output"];

async function buildFiles(folder: string): Promise<Files> {
  const [{ build }, { default: react }] = await Promise.all([import("vite"), import("@vitejs/plugin-react")]);
  const built = await build({
    root: folder,
    configFile: false,
    envFile: false,
    logLevel: "silent",
    plugins: [react()],
    build: {
      write: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      modulePreload: false,
      cssCodeSplit: false,
    },
  });
  const outputs = [built].flat().flatMap((each) => ("output" in each ? each.output : []));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same list, which flatMap does not keep as one
  return outputs as unknown as Files;
}

const SCRIPT = /<script\b[^>]*\bsrc="([^"]+)"[^>]*><\/script>/g;
const STYLE = /<link\b[^>]*\brel="stylesheet"[^>]*\bhref="([^"]+)"[^>]*>/g;

function inOneDocument(files: Files): string {
  const page = files.find(({ fileName }) => fileName === "index.html");
  if (!page) throw new Error("the site has no index.html");
  const text = (name: string) => textOf(files.find(({ fileName }) => `/${fileName}` === name));
  // Replaced by functions: in a string, a `$` of the code would stand for something else.
  return textOf(page)
    .replaceAll(STYLE, (_, name: string) => `<style>${text(name)}</style>`)
    .replaceAll(SCRIPT, (_, name: string) => `<script type="module">${closed(text(name))}</script>`);
}

const textOf = (file: Files[number] | undefined): string => {
  if (!file) return "";
  return file.type === "chunk" ? file.code : Buffer.from(file.source).toString("utf8");
};

/** Inside a document, code may not hold what ends a script. */
const closed = (code: string): string => code.replaceAll(/<\/(script)/gi, "<\\/$1");
