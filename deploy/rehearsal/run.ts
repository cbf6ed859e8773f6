import { execFile } from "node:child_process";

interface Options {
  env: Record<string, string>;
  timeoutMs?: number;
  cwd?: string;
}

/**
 * Runs a program to its end and answers what it printed.
 * @throws Error with all that it printed when it fails or takes too long
 */
export const run = (
  program: string,
  args: string[],
  { env, timeoutMs = 180_000, cwd = "." }: Options,
): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(
      program,
      args,
      { env, cwd, timeout: timeoutMs, maxBuffer: 50_000_000 },
      (failure, printed, said) => {
        if (!failure) return resolve(printed + said);
        const command = [program, ...args].join(" ");
        const why = failure.killed
          ? `did not end in ${timeoutMs / 1000} s`
          : `failed (${failure.code ?? "?"})`;
        reject(new Error(`${command} ${why}:\n${printed}${said}`, { cause: failure }));
      },
    );
  });
