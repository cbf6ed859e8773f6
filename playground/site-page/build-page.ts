import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { SiteFiles } from "./read-site.ts";

const program = fileURLToPath(new URL("./page-process.ts", import.meta.url));

const TIMEOUT_MS = 20_000;
const MAX_PAGE_CHARACTERS = 40_000_000;

/** Half a minute of processor time and 1.5 GB, for the builder and for what it starts. */
const LIMITED = 'ulimit -t 30; ulimit -d 1500000 2>/dev/null; exec "$0" "$@"';

interface Options {
  /** The path of the HTML file. */
  page?: string;
  timeoutMs?: number;
}

/**
 * One page of a site as an HTML document with everything inside, so that it can be shown in a sandboxed frame. Nothing of
 * the site is run and nothing outside its files is read, except React. It is built in a process with limits and without an
 * environment, since even reading hostile files can take for ever.
 * @throws Error with the reason when the site cannot be built as a plain or React site
 */
export async function buildPage(
  files: SiteFiles,
  { page = "index.html", timeoutMs = TIMEOUT_MS }: Options = {},
): Promise<string> {
  const builder = startBuilder();
  const late = AbortSignal.timeout(timeoutMs);
  late.addEventListener("abort", () => endGroup(builder));
  const ended = once(builder, "close");
  builder.stdin.on("error", () => {});
  builder.stdin.end(JSON.stringify({ page, files: asText(files) }));
  const [built, said] = await Promise.all([text(builder.stdout), text(builder.stderr), ended]);
  if (late.aborted) throw new Error(`it takes more than ${timeoutMs / 1000} seconds`);
  if (builder.exitCode !== 0) throw new Error(said.trim() || "it takes too much memory or time");
  if (built.length > MAX_PAGE_CHARACTERS) throw new Error("the page is too large to be shown");
  return built;
}

function startBuilder(): ChildProcessWithoutNullStreams {
  const node = [process.execPath, "--max-old-space-size=512", program];
  const [command = "", ...args] = process.platform === "win32" ? node : ["/bin/sh", "-c", LIMITED, ...node];
  return spawn(command, args, { env: {}, cwd: "/", detached: true });
}

/** The builder with esbuild, which it starts: they are a group of their own. */
function endGroup({ pid }: ChildProcessWithoutNullStreams): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended in this moment.
  }
}

const asText = (files: SiteFiles): Record<string, string> =>
  Object.fromEntries([...files].map(([path, content]) => [path, content.toString("base64")]));
