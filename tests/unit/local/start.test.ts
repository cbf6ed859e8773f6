import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { freePort } from "#local/free-port.ts";

interface End {
  code: unknown;
  said: string;
}

/** Runs `npm start`'s program in an environment in which it cannot start. */
const started = (env: Record<string, string>): Promise<End> =>
  new Promise((resolve) => {
    const inherited = { PATH: process.env["PATH"], HOME: tmpdir() };
    execFile(
      process.execPath,
      ["local/start.ts"],
      { env: { ...inherited, ...env } },
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
