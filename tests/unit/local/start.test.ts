import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { freePort } from "#local/free-port.ts";

interface End {
  code: unknown;
  said: string;
}

/** Runs `npm start`'s program in an environment in which it cannot start. */
const started = (env: Record<string, string>, { args = [] as string[], cwd = "." } = {}): Promise<End> =>
  new Promise((resolve) => {
    const inherited = { PATH: process.env["PATH"], HOME: tmpdir() };
    execFile(
      process.execPath,
      [join(process.cwd(), "local/start.ts"), ...args],
      { cwd, env: { ...inherited, ...env } },
      (error, _printed, said) => resolve({ code: error?.code ?? 0, said: said.trim() }),
    );
  });

describe("npm start, when it cannot", () => {
  it("names every variable that is wrong", async () => {
    const { code, said } = await started({ PORT: "99999", TABLE_NAME: "!" });
    expect(code).toBe(1);
    expect(said).toMatch(/TABLE_NAME must be .*\n.*PORT must be/);
  });

  it("says that the port is in use", async () => {
    const server = createServer().listen(await freePort(), "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    expect(await started({ PORT: port })).toEqual({
      code: 1,
      said: `Port ${port} is in use or not allowed: set PORT to another one.`,
    });
    server.close();
  });

  it("says what it cannot be told in its call", async () => {
    const { code, said } = await started({}, { args: ["--port", "4000"] });
    expect([code, said]).toEqual([1, "error: unknown option '--port'"]);
  });

  it("says that it cannot write to its folder", async () => {
    const cwd = await mkdtemp(join(tmpdir(), "ux-agent-start-"));
    await writeFile(join(cwd, ".ux-agent"), "in the way");
    const { code, said } = await started({ PORT: String(await freePort()) }, { cwd });
    expect(code).toBe(1);
    expect(said).toMatch(/^ux-agent has to write to .*\.ux-agent, which does not work: EEXIST[^\n]*$/);
    await rm(cwd, { recursive: true });
  });

  it("says that the site's repository is none", async () => {
    const { code, said } = await started({ PORT: String(await freePort()), SITE_REPOSITORY: tmpdir() });
    expect([code, said]).toEqual([1, `SITE_REPOSITORY is not a Git repository: ${tmpdir()}`]);
  });

  it("says that the given DynamoDB does not answer", async () => {
    const endpoint = `http://127.0.0.1:${await freePort()}`;
    const { code, said } = await started({
      PORT: String(await freePort()),
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      AWS_ACCESS_KEY_ID: "x",
      AWS_SECRET_ACCESS_KEY: "x",
    });
    expect(code).toBe(1);
    expect(said).toContain(`cannot be made at ${endpoint} (AWS_ENDPOINT_URL_DYNAMODB)`);
    expect(said.split("\n")).toHaveLength(1);
  });
});
