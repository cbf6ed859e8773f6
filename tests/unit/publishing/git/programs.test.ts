import { expect, test } from "vitest";
import { runProgram } from "#src/publishing/git/programs.ts";

const options = { env: { PATH: process.env["PATH"] ?? "" }, timeout: 20_000, maxBuffer: 10_000 };
const sh = (script: string, input?: string | Uint8Array) =>
  runProgram({
    program: "/bin/sh",
    args: ["-c", script],
    options: { ...options, killSignal: "SIGKILL" },
    input,
  });

test("a program gets its input and answers what it printed, byte by byte, and its exit code", async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
  const { stdout, failed } = await sh("cat", bytes);
  expect(Uint8Array.from(stdout)).toEqual(bytes);
  expect(failed).toBeNull();
  const ended = await sh("echo no >&2; exit 3");
  expect(String(Buffer.from(ended.stderr))).toBe("no\n");
  expect(ended.failed).toEqual({ code: 3, killed: false });
});

test("a program that is not there says so, one that prints without end is killed", async () => {
  const start = { args: [], options: { ...options, killSignal: "SIGKILL" as const }, input: undefined };
  expect((await runProgram({ ...start, program: "no-such-program" })).failed).toMatchObject({
    code: "ENOENT",
  });
  const { failed } = await sh("while :; do echo more; done");
  expect(failed).not.toBeNull();
});

test("a program has the environment that it is given and no other", async () => {
  const { stdout } = await sh("env");
  const names = String(Buffer.from(stdout))
    .split("\n")
    .map((line) => line.split("=")[0]);
  expect(names.filter((name) => !["PATH", "PWD", "SHLVL", "_", "OLDPWD", ""].includes(name ?? ""))).toEqual(
    [],
  );
});

test("when the process that starts programs is killed, what it had under way fails, and the next program runs", async () => {
  const [under, killer] = await Promise.all([sh("sleep 2"), sh("kill -9 $PPID")]);
  expect(under.failed).toEqual({ code: null, killed: true });
  expect(killer.failed).toEqual({ code: null, killed: true });
  expect((await sh("echo again")).failed).toBeNull();
});
