import { runProgram } from "#src/publishing/git/programs.ts";

/** What git prints. It is started as ours is: from a test's large process it would take ten times as long. */
export async function runGit(
  args: string[],
  { env = environment(), input }: { env?: Record<string, string>; input?: string } = {},
): Promise<Buffer> {
  const { stdout, stderr, failed } = await runProgram({
    program: "git",
    args,
    options: { env, timeout: 30_000, maxBuffer: 64_000_000, killSignal: "SIGKILL" },
    input,
  });
  if (failed) throw new Error(`git ${args.join(" ")}: ${String(stderr)}`);
  return Buffer.from(stdout);
}

const environment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? ""]));
