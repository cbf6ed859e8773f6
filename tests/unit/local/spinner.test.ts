import { spawn } from "node:child_process";
import { once } from "node:events";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Spinner } from "#local/spinner.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What a terminal of this kind is written in half a second. */
function written(terminal: { isTTY?: boolean; columns?: number }): string {
  const said: string[] = [];
  const spinner = new Spinner("Starting…", { ...terminal, write: (text) => said.push(text) });
  vi.advanceTimersByTime(500);
  spinner.stop();
  vi.advanceTimersByTime(500);
  return said.join("");
}

describe("the line that says what is waited for", () => {
  it("turns, and leaves nothing behind", () => {
    const said = written({ isTTY: true, columns: 80 });
    expect(said).toContain("\r⠋ Starting…\r⠙ Starting…");
    expect(said.endsWith("\r\u001B[K")).toBe(true);
  });

  it.each([
    ["a pipe", {}],
    ["a terminal without columns", { isTTY: true, columns: 0 }],
    ["a terminal that is too narrow", { isTTY: true, columns: 11 }],
    ["a terminal that does not say how wide it is", { isTTY: true }],
  ])("says nothing to %s", (_, terminal) => {
    expect(written(terminal)).toBe("");
  });

  it("makes room for other words", () => {
    const said: string[] = [];
    const spinner = new Spinner("Starting…", { isTTY: true, columns: 80, write: (text) => said.push(text) });
    spinner.clear();
    spinner.clear();
    expect(said).toEqual(["\r⠋ Starting…", "\r\u001B[K"]);
    spinner.stop();
  });
});

describe("a real terminal without columns", () => {
  const program = `
    const { Spinner } = await import(${JSON.stringify(pathToFileURL("local/spinner.ts").href)});
    const spinner = new Spinner("Starting…");
    setTimeout(() => { spinner.stop(); console.log("ended with " + process.stderr.columns + " columns"); }, 500);
  `;

  it("does not keep a program from ending", async () => {
    vi.useRealTimers();
    const run = `stty cols 0 rows 0; exec '${process.execPath}' --input-type=module --eval '${program}'`;
    const child = spawn("script", ["-qec", run, "/dev/null"], { stdio: ["ignore", "pipe", "ignore"] });
    const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
    const said = (await child.stdout.toArray()).join("");
    if (child.exitCode === null) await once(child, "exit");
    clearTimeout(timer);
    expect(said.length).toBeLessThan(1_000);
    expect(said).toContain("ended with 0 columns");
  });
});
