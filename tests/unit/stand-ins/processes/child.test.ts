import { spawn } from "node:child_process";
import { once } from "node:events";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { hasEnded, stopper } from "#stand-ins/processes/child.ts";

/** Says so once its own child runs, which holds on to its output; ends itself only when it is told to. */
const parent = `
  import { spawn } from "node:child_process";
  import { stopper } from ${JSON.stringify(pathToFileURL("stand-ins/processes/child.ts").href)};
  const child = spawn("sleep", ["600"], { stdio: ["ignore", "inherit", "ignore"] });
  const stop = stopper(child);
  process.stdin.once("data", stop);
  child.once("exit", () => process.stdin.destroy());
  console.log("started");
`;

async function startParent() {
  const args = ["--input-type=module", "--eval", parent];
  const started = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  await once(started.stdout, "data");
  return started;
}

describe("a child process", () => {
  it("ends when the process that started it is killed outright", async () => {
    const started = await startParent();
    started.kill("SIGKILL");
    // Closed when nobody holds the output any more: neither the process nor its child.
    await once(started, "close");
    expect(started.signalCode).toBe("SIGKILL");
  });

  it("leaves nothing behind that keeps the process that started it", async () => {
    const started = await startParent();
    started.stdin.write("stop\n");
    await once(started, "close");
    expect(started.exitCode).toBe(0);
  });

  it("is stopped once, and may have ended before", async () => {
    const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
    const stop = stopper(child);
    await once(child, "exit");
    await stop();
    expect(hasEnded(child)).toBe(true);
  });
});
