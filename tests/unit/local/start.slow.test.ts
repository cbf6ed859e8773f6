import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:net";
import { mkdir, mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freePort } from "#stand-ins/processes/free-port.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";

interface End {
  code: unknown;
  said: string;
}

/** Another place than the project, where somebody may have started it. */
let cwd: string;
beforeEach(async () => void (cwd = await mkdtemp(join(tmpdir(), "ux-agent-start-"))));
afterEach(() => removeFolder(cwd));

/** Runs `npm start`'s program in an environment in which it cannot start. */
const started = (env: Record<string, string>, args: string[] = []): Promise<End> =>
  new Promise((resolve) => {
    const { PATH, NODE_COMPILE_CACHE } = process.env;
    const inherited = { PATH, NODE_COMPILE_CACHE, HOME: tmpdir() };
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

  it("says where another one runs in the same folder", async () => {
    const first = await somebodyElse();
    await announce({ pid: process.pid, url: first.url });
    expect(await started({ PORT: String(await freePort()) })).toEqual({
      code: 1,
      said: `ux-agent already runs here, at ${first.url}: use that one, or end it first.`,
    });
    first.server.close();
  });

  it("minds neither one that was killed nor another process with its number", async () => {
    const other = await somebodyElse();
    const dead = spawn(process.execPath, ["--version"], { stdio: "ignore" });
    await once(dead, "exit");
    const nobody = `http://127.0.0.1:${await freePort()}`;
    for (const left of [
      { pid: dead.pid, url: other.url },
      { pid: process.pid, url: nobody },
    ]) {
      await announce(left);
      const { said } = await started({ PORT: String(await freePort()), SITE_REPOSITORY: tmpdir() });
      expect(said).toContain("SITE_REPOSITORY");
    }
    other.server.close();
  });

  it("says what it cannot be told in its call", async () => {
    const { code, said } = await started({}, ["--port", "4000"]);
    expect([code, said]).toEqual([1, "error: unknown option '--port'"]);
  });

  it("says that it cannot write to its folder", async () => {
    await writeFile(join(cwd, ".ux-agent"), "in the way");
    const { code, said } = await started({ PORT: String(await freePort()) });
    expect(code).toBe(1);
    expect(said).toMatch(/^ux-agent has to write to .*\.ux-agent, which does not work: EEXIST[^\n]*$/);
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
    // What was being made at the same time is complete.
    expect(await readdir(join(cwd, ".ux-agent"))).toContain("site");
  });
});

/** Something that answers. */
async function somebodyElse() {
  const server = createHttpServer((_, response) => response.end()).listen(await freePort(), "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}` };
}

/** Leaves what an `npm start` in this folder leaves while it runs. */
async function announce(who: { pid: number | undefined; url: string }): Promise<void> {
  const rest = { applicationId: "1", signingKey: null, siteRepository: null, standIn: true };
  await mkdir(join(cwd, ".ux-agent"), { recursive: true });
  await writeFile(
    join(cwd, ".ux-agent/session.json"),
    JSON.stringify({ ...who, ...rest, database: { table: "t", env: {} } }),
  );
}
