import { execFile } from "node:child_process";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import type { Plugin } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildFunction } from "#deploy/bundle/build-function.ts";
import { bundling } from "#deploy/esbuild.ts";
import { locales } from "#src/words/locale.ts";
import { generateKeyPair, signedHeaders } from "#stand-ins/discord/signing-key.ts";
import { ANN, GUILD } from "#tests/support/people.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";

/**
 * Discord waits three seconds, and a container that is started for it has this to load: all of it for a request, except for
 * the languages that its person does not speak, and for a PING or a bad signature only what every start loads. In bytes.
 */
const BUDGET = { all: 790_000, start: 40_000, language: 60_000 };

const isLanguage = (file: string): boolean => file.startsWith("src/words/languages/");

const run = promisify(execFile);

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "ux-agent-bundles-"))));
afterAll(() => removeFolder(folder));

describe("the bundle of interactions", () => {
  it("is within its budget", async () => {
    const { bytes, startBytes, parts } = await buildFunction("interactions", folder);
    const languages = [...parts].filter(([file]) => isLanguage(file)).map(([, size]) => size);
    expect(languages).toHaveLength(locales.length);
    for (const size of languages) expect(size).toBeLessThanOrEqual(BUDGET.language);
    const [, ...others] = languages.toSorted((one, other) => other - one);
    expect(bytes - sum(others)).toBeLessThanOrEqual(BUDGET.all);
    expect(startBytes).toBeLessThanOrEqual(BUDGET.start);
  });
});

/** What a start of the others loads before it knows what there is to do, in bytes: English, too, in which operators are told. */
const START = { dispatch: 580_000, execution: 690_000, github: 40_000, admin: 500_000 };

describe.each(Object.entries(START))("a start of %s", (name, most) => {
  it("loads no code of work that it may not get", async () => {
    const { startBytes } = await buildFunction(name, join(folder, "starts"));
    expect(startBytes).toBeLessThanOrEqual(most);
  });
});

describe.each(["interactions", "dispatch", "execution", "github", "admin"])("the bundle of %s", (name) => {
  it("has the SDK in it, without the ways to credentials that a function never takes", async () => {
    const { parts } = await buildFunction(name, folder);
    const packages = new Set(
      [...parts.keys()].map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]),
    );
    expect(packages).toContain("@aws-sdk/client-dynamodb");
    expect(packages).not.toContain("@aws-sdk/nested-clients");
    expect(packages).not.toContain("@aws-sdk/credential-provider-ini");
  });
});

it("the bundle of execution reads YAML without a look at the environment for each token", async () => {
  const { parts } = await buildFunction("execution", join(folder, "yaml"));
  expect([...parts.keys()]).toContain("deploy/bundle/quiet-process.ts");
});

/** Lets every module of these packages say that it was evaluated. */
const telling: Plugin = {
  name: "telling",
  setup(build) {
    build.onLoad(
      {
        namespace: "file",
        filter: /node_modules\/(@aws-sdk|@smithy|electrodb|@aws-lambda-powertools)\/.*\.js$/,
      },
      async ({ path }) => {
        if (/electrodb\/index\.js$|dist-es\/index\.js$/.test(path)) return undefined;
        const tell = `(globalThis.evaluated ??= new Set()).add(${JSON.stringify(path)});`;
        return { contents: `${await readFile(path, "utf8")}\n${tell}` };
      },
    );
  },
};

describe("before it needs the table, interactions", () => {
  const keys = generateKeyPair();
  const world = globalThis as { evaluated?: Set<string> };
  let handler: (
    event: APIGatewayProxyEventV2,
    context: Context,
  ) => Promise<APIGatewayProxyStructuredResultV2>;

  beforeAll(async () => {
    process.env["DISCORD_PUBLIC_KEY"] = keys.publicKey;
    process.env["DISCORD_GUILD_IDS"] = GUILD;
    process.env["AWS_ENDPOINT_URL_DYNAMODB"] = "http://127.0.0.1:9";
    process.env["POWERTOOLS_LOG_LEVEL"] = "SILENT";
    process.env["AWS_REGION"] = "us-east-1";
    process.env["AWS_ACCESS_KEY_ID"] = process.env["AWS_SECRET_ACCESS_KEY"] = "none";
    const plugins = [telling, ...bundling.plugins];
    const { file } = await buildFunction("interactions", join(folder, "telling"), { plugins });
    ({ handler } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as {
      handler: typeof handler;
    });
  });

  const send = (body: object, change: Record<string, string> = {}) => {
    const text = JSON.stringify(body);
    const headers = { ...signedHeaders(keys.privateKey, text, new Date()), ...change };
    const event = {
      version: "2.0",
      isBase64Encoded: false,
      headers,
      body: text,
      requestContext: { timeEpoch: Date.now() },
    };
    return handler(event as unknown as APIGatewayProxyEventV2, {} as Context);
  };

  it("evaluates nothing of the SDK, of ElectroDB or of the logger: not for a PING", async () => {
    const { statusCode, body } = await send({
      type: 1,
      id: "1",
      application_id: "2",
      token: "t",
      version: 1,
    });
    expect({ statusCode, body }).toEqual({ statusCode: 200, body: '{"type":1}' });
    expect([...(world.evaluated ?? [])]).toEqual([]);
  });

  it("nor http, nor undici, which an import of http would load", async () => {
    const { file } = await buildFunction("interactions", join(folder, "alone"));
    const script = `await import(${JSON.stringify(pathToFileURL(file).href)}); console.log(process.moduleLoadList.join("\\n"))`;
    const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script]);
    expect(stdout).toContain("NativeModule internal/modules/esm/loader");
    expect(stdout).not.toContain("internal/deps/undici");
    expect(stdout).not.toMatch(/NativeModule (_http_client|http|net)$/m);
  });

  it("not for a request that is not signed", async () => {
    const { statusCode } = await send({ type: 1 }, { "x-signature-ed25519": "00".repeat(64) });
    expect(statusCode).toBe(401);
    expect([...(world.evaluated ?? [])]).toEqual([]);
  });

  it("and then it does, so that this would have been seen", async () => {
    const user = { ...ANN, discriminator: "0", avatar: null };
    const data = { id: "5", type: 1, name: "ux-update", options: [{ name: "command", type: 3, value: "x" }] };
    const rest = { id: "6", application_id: "2", token: "t", version: 1, channel_id: "7", user };
    await send({ type: 2, data, ...rest });
    const evaluated = [...(world.evaluated ?? [])].join("\n");
    expect(evaluated).toMatch(/electrodb\/src\/entity/);
    expect(evaluated).toMatch(/client-dynamodb/);
  });
});
