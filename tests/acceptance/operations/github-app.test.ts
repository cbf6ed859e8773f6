import { mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import { get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { parseEnv } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Safe, fileSafe, parameterSafe } from "#commands/github-app/keep-app.ts";
import { makeGitHubApp } from "#commands/github-app/make-github-app.ts";
import { newAppPage } from "#src/publishing/github/app-manifest.ts";
import { type FakeGitHub, startFakeGitHub } from "#stand-ins/github/github-stand-in.ts";
import { fakeClient } from "#tests/support/fake-aws.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";

let github: FakeGitHub;
let folder: string;
let told: string[];
beforeEach(async () => {
  github = await startFakeGitHub();
  folder = await mkdtemp(join(tmpdir(), "ux-agent-app-"));
  told = [];
});
afterEach(async () => {
  await github.close();
  await removeFolder(folder);
});

/** Begins to make an App, and answers the page that a person is asked to open. */
async function begin(safe: Safe): Promise<{ done: Promise<void>; page: string }> {
  const opened = Promise.withResolvers<string>();
  const tell = (sentence: string) => {
    told.push(sentence);
    const [page] = /http:\S+/.exec(sentence) ?? [];
    if (page) opened.resolve(page);
  };
  const done = makeGitHubApp({
    apiUrl: github.url,
    name: "ux-agent test",
    organization: undefined,
    safe,
    tell,
  });
  done.catch(opened.reject);
  return { done, page: await opened.promise };
}

/** The form on the page, as a browser sends it. */
async function formOn(page: string) {
  const html = await (await fetch(page)).text();
  const decoded = (pattern: RegExp) => (pattern.exec(html)?.[1] ?? "").replaceAll("&quot;", '"');
  const action = new URL(decoded(/action="([^"]+)"/));
  return {
    action,
    state: action.searchParams.get("state") ?? "",
    manifest: decoded(/name="manifest" value="([^"]+)"/),
  };
}

const follow = (url: string) => fetch(url, { redirect: "manual" });

describe("npm run register -- --github-app", () => {
  test("makes an App that may publish and no more, keeps its key, and goes on to install it", async () => {
    const { done, page } = await begin(fileSafe(folder));
    const form = await formOn(page);
    expect(`${form.action.origin}${form.action.pathname}`).toBe(newAppPage(github.url, undefined));
    expect(JSON.parse(form.manifest)).toMatchObject({
      name: "ux-agent test",
      public: false,
      default_permissions: { contents: "write", pull_requests: "write", metadata: "read" },
    });
    const back = await follow(github.manifests.make(form));
    expect([back.status, back.headers.get("location")]).toEqual([
      302,
      "https://github.com/apps/ux-agent-app/installations/new",
    ]);
    await done;
    expect(github.problems).toEqual([]);
    const file = join(folder, "live.env");
    const kept = parseEnv(await readFile(file, "utf8"));
    expect(kept).toEqual({ GITHUB_APP_ID: "4201", GITHUB_APP_PRIVATE_KEY: github.manifests.keys[0] });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(told.join("\n")).not.toContain("PRIVATE KEY");
  });

  test("puts the key in the place of a token, and leaves the other answers", async () => {
    await writeFile(join(folder, "live.env"), 'GITHUB_TOKEN="old"\nPUBLIC_URL="https://a.b"\n');
    const { done, page } = await begin(fileSafe(folder));
    await follow(github.manifests.make(await formOn(page)));
    await done;
    const kept = parseEnv(await readFile(join(folder, "live.env"), "utf8"));
    expect(Object.keys(kept).toSorted()).toEqual(["GITHUB_APP_ID", "GITHUB_APP_PRIVATE_KEY", "PUBLIC_URL"]);
  });

  test("keeps it encrypted for a deployment", async () => {
    const put: Record<string, unknown>[] = [];
    const ssm = fakeClient({
      GetParametersByPathCommand: () => ({ Parameters: [{ Name: "/ux-agent/prod/DISCORD_BOT_TOKEN" }] }),
      PutParameterCommand: (input) => put.push(input),
    });
    const { done, page } = await begin(parameterSafe(ssm as never, "/ux-agent/prod"));
    await follow(github.manifests.make(await formOn(page)));
    await done;
    expect(put).toMatchObject([
      { Name: "/ux-agent/prod/GITHUB_APP_ID", Value: "4201", Type: "SecureString" },
      {
        Name: "/ux-agent/prod/GITHUB_APP_PRIVATE_KEY",
        Value: github.manifests.keys[0],
        Type: "SecureString",
      },
    ]);
  });

  test("makes none beside a token that a deployment has", async () => {
    const ssm = fakeClient({
      GetParametersByPathCommand: () => ({ Parameters: [{ Name: "/ux-agent/prod/GITHUB_TOKEN" }] }),
    });
    await expect(begin(parameterSafe(ssm as never, "/ux-agent/prod"))).rejects.toThrow(
      /^\/ux-agent\/prod\/GITHUB_TOKEN is there already.*aws ssm delete-parameter/,
    );
  });

  test("makes none beside a token that AWS tells of on a later page", async () => {
    const ssm = fakeClient({
      GetParametersByPathCommand: ({ NextToken }) =>
        NextToken === "2"
          ? { Parameters: [{ Name: "/ux-agent/prod/GITHUB_TOKEN" }] }
          : { Parameters: [{ Name: "/ux-agent/prod/DISCORD_BOT_TOKEN" }], NextToken: "2" },
    });
    await expect(parameterSafe(ssm as never, "/ux-agent/prod").check()).rejects.toThrow(
      /^\/ux-agent\/prod\/GITHUB_TOKEN is there already/,
    );
  });

  test("takes no answer that it did not ask for, nor from a page of another name", async () => {
    const { done, page } = await begin(fileSafe(folder));
    const { origin } = new URL(page);
    const form = await formOn(page);
    for (const url of [
      `${origin}/`,
      `${origin}/created?code=code-1`,
      github.manifests.make({ ...form, state: "another" }),
    ])
      expect((await follow(url)).status).toBe(404);
    const { host } = new URL(page);
    const asked = await new Promise<IncomingMessage>((resolve) => {
      get(page, { headers: { host: host.replace("127.0.0.1", "evil.example") } }, resolve);
    });
    expect([asked.statusCode, await text(asked)]).toEqual([404, "Not found."]);
    await follow(github.manifests.make(form));
    await done;
  });

  test("says in a sentence that a code was used before", async () => {
    const { done, page } = await begin(fileSafe(folder));
    const form = await formOn(page);
    const ended = expect(done).rejects.toThrow(/^GitHub answered 404 and gave out no key/);
    const { origin } = new URL(page);
    expect((await follow(`${origin}/created?code=used&state=${form.state}`)).status).toBe(500);
    await ended;
  });
});
