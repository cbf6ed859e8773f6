import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import { buildFunction } from "#deploy/bundle/build-function.ts";
import type { StreamRecord } from "#stand-ins/aws/deliver.ts";
import { engineAccess } from "#stand-ins/aws/engine.ts";
import type { FakeGitHub } from "#stand-ins/github/github-stand-in.ts";
import { startGitHubSystem } from "#tests/support/github-site.ts";
import { PAGE, filesWithPicture, upload } from "#tests/support/picture-site.ts";
import { photograph } from "#tests/support/pictures.ts";
import { ANN } from "#tests/support/people.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";
import { buttonsOf, diffOf } from "#tests/support/shown-message.ts";
import type { TestSystem } from "#tests/support/system.ts";

const support = (file: string) => fileURLToPath(new URL(`../support/${file}`, import.meta.url));

/** Bundled as it is deployed: it starts a hundred times, and from the sources each start takes four times as long. */
let folder: string;
let bundle: string;
beforeAll(async () => {
  // Where the packages are found that are deployed beside a bundle.
  folder = await mkdtemp(fileURLToPath(new URL("../../node_modules/.execution-", import.meta.url)));
  bundle = (await buildFunction("execution", folder)).file;
});
afterAll(() => removeFolder(folder));

let system: TestSystem;
let github: FakeGitHub;
afterEach(async () => {
  await system.stop();
  await github.close();
});

/** Runs `execution` in a process that is killed after its n-th request; answers whether it lived that long. */
async function runAndKill(records: StreamRecord[], after: number): Promise<"killed" | "done"> {
  const { region, credentials } = engineAccess(inject("engineUrl"));
  const env = {
    ...system.functions.env,
    QUEUE_URL: "http://127.0.0.1:9/execution.fifo",
    PATH: process.env["PATH"] ?? "",
    NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"] ?? "",
    AWS_ENDPOINT_URL_DYNAMODB: inject("engineUrl"),
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    KILL_AFTER: String(after),
  };
  const args = ["--import", support("kill-after.ts"), support("execution-process.ts"), bundle];
  const child = spawn(process.execPath, args, { env, stdio: ["pipe", "ignore", "inherit"] });
  const { messages } = await system.dispatch(records);
  child.stdin.end(JSON.stringify(messages));
  const [code, signal] = (await once(child, "exit")) as [number | null, string | null];
  if (signal === "SIGKILL") return "killed";
  expect(code, "the process ends well when it is not killed").toBe(0);
  return "done";
}

const [HEADER, FOOTER] = ["Header", "Footer"].map((name) => `src/components/${name}.jsx`);

test.each([
  { extent: "one file", more: "", files: [HEADER] },
  {
    extent: "three files and a picture",
    more: " section:footer color:red section:home picture:attached",
    files: [expect.stringMatching(/^public\/images\/new-pier-/) as string, FOOTER, HEADER, PAGE],
  },
])(
  "killed after any one request, redelivered: one branch, one commit of $extent, one pull request, one result, one record",
  async ({ more, files }) => {
    ({ system, github } = await startGitHubSystem({ files: await filesWithPicture() }));
    const { state } = github;
    const base = state.head("main");
    let kills = 0;
    for (let step = 1; ; step += 1) {
      const command = `section:header text:"Killed after ${step}"${more}`;
      // No two are the same, so that none finds what an earlier one left.
      const pictures = more.includes("picture")
        ? [await upload(system.discord.standIn, photograph(300 + step))]
        : [];
      const asked = await system.send(system.bodies.slash(ANN, { command }, "ux-update", {}, pictures));
      const drafting = await system.table.records();
      const drafted = await runAndKill(drafting, step);
      await system.execute(drafting);
      const shown = system.message;
      expect(diffOf(shown), `drafting, step ${step}`).toContain(`Killed after ${step}`);
      expect(buttonsOf(shown)).toEqual(["Confirm", "Edit", "Cancel"]);
      await system.table.records();

      await system.press(ANN, shown, "Confirm");
      const confirmed = await system.table.records();
      const published = await runAndKill(confirmed, step);
      await system.execute(confirmed);
      await system.execute(confirmed);

      const branch = `ux-update/header-${asked.id}`;
      const where = `publishing, step ${step}`;
      const pulls = state.pulls.filter(({ head }) => head === branch);
      expect(
        [...state.refs.keys()].filter((ref) => ref.includes(asked.id)),
        where,
      ).toEqual([branch]);
      expect(pulls, where).toMatchObject([{ state: "open", draft: true, labels: ["ux-update"] }]);
      expect(state.ahead(state.head(branch), base), where).toHaveLength(1);
      const changed = [...state.files(branch)].filter(
        ([path, { id }]) => state.files("main").get(path)?.id !== id,
      );
      expect(changed.map(([path]) => path).toSorted(), where).toEqual(files);
      for (const { id, filename } of shown.attachments) {
        const picture = system.discord.standIn.channel.file(id)?.content ?? [];
        const there = state.files(branch).get(`public/images/${filename}`);
        expect(state.objects.blob(there?.id ?? "")?.equals(Buffer.from(picture)), where).toBe(true);
      }
      const item = (await system.table.item(asked.id)) as { history: { event: string }[] };
      expect(
        item.history.map(({ event }) => event),
        where,
      ).toEqual(["start", "drafted", "confirm", "published"]);
      expect(item, where).toMatchObject({ result: { branch, pull_request: { number: pulls[0]?.number } } });
      expect(system.message.content, where).toContain(`#${pulls[0]?.number}`);

      const removed = await system.expire(asked.id);
      await system.execute(removed);
      expect(await system.table.item(asked.id), where).toMatchObject({
        outcome: "published",
        result: { branch },
      });
      kills += [drafted, published].filter((end) => end === "killed").length;
      if (drafted === "done" && published === "done") break;
    }
    expect(kills).toBeGreaterThan(15);
    expect(github.problems).toEqual([]);
  },
  480_000,
);
