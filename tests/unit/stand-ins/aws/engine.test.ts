import { afterEach, describe, expect, it, vi } from "vitest";
import { UserError } from "#src/errors.ts";
import { startEngine, type Engine } from "#stand-ins/aws/engine.ts";

let engine: Engine | undefined;
afterEach(async () => {
  vi.unstubAllGlobals();
  await engine?.stop();
  engine = undefined;
});

describe("the embedded engine", () => {
  it("answers at an address that is another one each time, and not at the usual ones of this machine", async () => {
    engine = await startEngine();
    const { hostname, port } = new URL(engine.url);
    expect(hostname).toMatch(/^127\.\d+\.\d+\.\d+$/);
    expect((await fetch(engine.url)).status).toBeGreaterThanOrEqual(200);
    for (const usual of ["127.0.0.1", "localhost", "[::1]", "0.0.0.0"])
      await expect(fetch(`http://${usual}:${port}`), usual).rejects.toThrow();
    const other = await startEngine();
    await other.stop();
    expect(new URL(other.url).hostname).not.toBe(hostname);
  });

  it.each([
    ["darwin", "arm64"],
    ["linux", "arm64"],
    ["win32", "x64"],
  ])("is not fetched for %s on %s: a sentence says what to set", async (platform, arch) => {
    vi.stubGlobal(
      "process",
      Object.create(process, { platform: { value: platform }, arch: { value: arch } }),
    );
    const started = startEngine().then((other) => (engine = other));
    await expect(started).rejects.toThrow(UserError);
    await expect(started).rejects.toThrow(
      /Linux on x64 only: set AWS_ENDPOINT_URL_DYNAMODB to .*DynamoDB Local\.$/,
    );
  });
});
