import { afterAll, beforeAll, expect, test } from "vitest";
import { blobId } from "#src/publishing/blob-id.ts";
import type { FakeGitHub } from "#stand-ins/github/github-stand-in.ts";
import { fileOn, startGitHubSystem } from "#tests/support/github-site.ts";
import { ANN } from "#tests/support/people.ts";
import { PAGE, filesWithPicture, upload } from "#tests/support/picture-site.ts";
import { photograph } from "#tests/support/pictures.ts";
import type { TestSystem } from "#tests/support/system.ts";

let system: TestSystem;
let github: FakeGitHub;
beforeAll(async () => {
  ({ system, github } = await startGitHubSystem({ files: await filesWithPicture() }));
});
afterAll(async () => {
  await system.stop();
  await github.close();
});

async function ask(width: number) {
  const picture = await upload(system.discord.standIn, photograph(width, 300));
  const command = 'section:home picture:attached section:header text:"A new pier" section:footer color:red';
  const { id } = await system.send(system.bodies.slash(ANN, { command }, "ux-update", {}, [picture]));
  await system.deliver();
  const { message } = system;
  const [file] = message.attachments;
  const shown = Buffer.from(system.discord.standIn.channel.file(file?.id ?? "")?.content ?? []);
  return { id, message, name: file?.filename ?? "", shown };
}

test("a picture and three files are one commit, the picture as it was shown, and its bytes are sent once", async () => {
  const { id, message, name, shown } = await ask(500);
  expect(name).toMatch(/^new-pier-[0-9a-f]{8}\.webp$/);
  const before = github.requests.length;
  await system.press(ANN, message, "Confirm");
  await system.deliver();
  const branch = `ux-update/home-${id}`;
  const path = `public/images/${name}`;
  expect(github.state.files(branch).get(path)).toEqual({ mode: "100644", id: blobId(shown) });
  expect(github.state.objects.blob(blobId(shown))?.equals(shown)).toBe(true);
  expect(fileOn(github, branch, PAGE)).toContain(`src="/images/${name}"`);
  const main = github.state.files("main");
  const changed = [...github.state.files(branch)].filter(([file, entry]) => main.get(file)?.id !== entry.id);
  expect(changed.map(([file]) => file).toSorted()).toEqual([
    path,
    "src/components/Footer.jsx",
    "src/components/Header.jsx",
    PAGE,
  ]);
  expect(github.state.ahead(github.state.head(branch), github.state.head("main"))).toHaveLength(1);
  const sent = github.requests.slice(before).map(({ operation }) => operation);
  expect(sent.filter((request) => /^POST .*\/git\/blobs$/.test(request))).toHaveLength(1);
  expect(github.state.pulls.find(({ head }) => head === branch)?.body).toContain(path);
  expect(github.problems).toEqual([]);
  expect(system.discord.standIn.violations).toEqual([]);
});

test("a picture that was cancelled was never sent", async () => {
  const { message, shown } = await ask(501);
  const before = github.requests.length;
  await system.press(ANN, message, "Cancel");
  await system.deliver();
  expect(github.state.objects.blob(blobId(shown))).toBeUndefined();
  expect(github.requests.slice(before).filter(({ operation }) => !operation.startsWith("GET "))).toEqual([]);
});
