import { beforeAll, expect, inject, it } from "vitest";
import { openPage, picture, useBrowser } from "./support/browser.ts";
import {
  answerTo,
  askFor,
  become,
  button,
  act,
  openChannel,
  reads,
  say,
  useStatus,
} from "./support/channel.ts";
import { git } from "./support/repository.ts";

useBrowser();

const [ANN, BEN, CLEO] = ["210000000000000001", "210000000000000002", "210000000000000003"];
const MORE_THAN_A_PAGE = 23;

beforeAll(async () => {
  for (let count = 0; count < MORE_THAN_A_PAGE; count += 1)
    await act(BEN ?? "", "change the colour of the header");
});

it("says what to do, what went wrong, and that there is nothing", async () => {
  const page = await openPage("/console");
  await page.getByRole("heading", { name: /^Server \d+/ }).waitFor();
  await page.getByLabel("User id").fill("99");
  await page.keyboard.press("Enter");
  await page.getByText("Nothing is kept of user 99").waitFor();
  await page.goto("/console?user=99&cursor=nonsense");
  await page.getByText("cursor is not one that an earlier page").waitFor();
  await page.goto("/console?conversation=5");
  await page.getByText("There is no conversation 5").waitFor();
});

it("shows what is open by server, with names, and what comes meanwhile without a reload", async () => {
  const page = await openPage("/console");
  const waiting = page.getByRole("table", { name: /^Waiting for the person who asked/ });
  await waiting.waitFor();
  expect(await waiting.getByRole("link", { name: "Ben" }).count()).toBeGreaterThan(0);
  const before = await waiting.getByRole("row").count();
  await act(CLEO ?? "", "change the colour of the footer");
  await expect.poll(() => waiting.getByRole("row").count()).toBe(before + 1);
  await picture(page, "console-open");
  await page.setViewportSize({ width: 390, height: 800 });
  await picture(page, "console-open-narrow");
  await waiting.getByRole("link", { name: "Cleo" }).first().click();
  await page.getByRole("table", { name: /^Conversations of Cleo/ }).waitFor();
});

it("pages through a user's conversations, and the address says where", async () => {
  const page = await openPage(`/console?user=${BEN}`);
  const rows = page.getByRole("row");
  const isTheFirst = () => expect.poll(() => rows.count()).toBe(1 + 20);
  // That there are newer ones is said with the page itself.
  const isTheSecond = async () => {
    await page.getByRole("button", { name: "Newest" }).waitFor();
    expect(await rows.count()).toBe(1 + MORE_THAN_A_PAGE - 20);
  };
  await isTheFirst();
  await page.getByRole("button", { name: "Older" }).click();
  await isTheSecond();
  const address = page.url();
  expect(address).toContain("cursor=");
  await page.goBack();
  await isTheFirst();
  await page.goto(address);
  await isTheSecond();
  await page.getByRole("button", { name: "Newest" }).click();
  await isTheFirst();
});

it("filters by status and opens a conversation with its timeline", async () => {
  const page = await openPage(`/console?user=${BEN}`);
  await page.getByLabel("Status").selectOption("clarifying");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("table").getByRole("link").first().click();
  const detail = page.getByRole("region", { name: /^Conversation \d+/ });
  await detail.getByRole("heading", { name: "Timeline" }).waitFor();
  await detail.getByText("start", { exact: true }).waitFor();
  expect(await detail.textContent()).not.toContain("reply_token");
  expect(page.url()).toContain("conversation=");
  await picture(page, "console");

  await detail.getByRole("button", { name: "Close" }).click();
  await detail.waitFor({ state: "detached" });
  const first = page.getByRole("table").getByRole("link").first();
  expect(await page.locator(":focus").textContent()).toBe(await first.textContent());
  await page.goBack();
  await detail.waitFor();
  await page.goBack();
  await detail.waitFor({ state: "detached" });
  await page.goBack();
  await expect.poll(() => page.getByLabel("Status").inputValue()).toBe("");
});

it("tries a failed one again", async () => {
  const repository = inject("repository");
  const before = await git(repository, "for-each-ref", "--format=%(refname)", "refs/heads/ux-update/");
  for (const ref of before.split("\n").filter(Boolean)) await git(repository, "update-ref", "-d", ref);
  await git(repository, "branch", "ux-update");

  const channel = await openChannel();
  await become(channel, "Cleo");
  const message = await askFor(channel, '/ux-update command: section:footer text:"Stubborn"');
  await button(message, "Confirm").click();
  await reads(message, "Another branch stands");
  await git(repository, "branch", "-D", "ux-update");

  const page = await openPage(`/console?user=${CLEO}&status=failed`);
  await page.getByRole("table").getByRole("link").first().click();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("It is being tried again.").waitFor();
  await reads(message, "Published as");
  await page.getByText("It is published.").waitFor();
  const detail = page.getByRole("region", { name: /^Conversation \d/ });
  await detail.getByText("published").first().waitFor();
});

it("leads from a conversation to its message in the playground", async () => {
  const channel = await openChannel();
  const message = await askFor(channel, '/ux-update command: section:footer text:"Linked"');
  const id = await message.getAttribute("data-message");
  const status = await answerTo(channel, () => useStatus(channel));
  await status.getByRole("link", { name: "message", exact: true }).first().click();
  expect(new URL(channel.url()).hash).toBe(`#message-${id}`);

  const page = await openPage(`/console?user=${ANN}`);
  await page.getByRole("table").getByRole("link").first().click();
  const [opened] = await Promise.all([
    page.waitForEvent("popup"),
    page.getByRole("link", { name: "its message" }).click(),
  ]);
  await opened.locator(`.message:target[data-message="${id}"]`).waitFor();
});

it("shows what has become of a pull request", async () => {
  const publication = {
    state: "merged",
    changed: true,
    merged_at: "2026-01-02T00:00:00Z",
    merged_by: "octo-cat",
    preview_url: "https://preview.example/",
  };
  const news = {
    status: "published",
    result: {
      branch: "b",
      commit: "c".repeat(40),
      pull_request: { number: 12, url: "https://github.com/acme/site/pull/12" },
    },
    publication,
  };
  const page = await openPage("/console");
  // Here people publish to a folder, which reports nothing: what is added to the answers is what GitHub would have said.
  await page.route("/admin/users/**", async (route) => {
    const answer = await route.fetch();
    const { conversations } = (await answer.json()) as { conversations: object[] };
    await route.fulfill({ json: { conversations: conversations.map((one) => ({ ...one, ...news })) } });
  });
  await page.route("/admin/conversations/*", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ json: { ...((await answer.json()) as object), ...news } });
  });
  await page.goto(`/console?user=${BEN}`);
  const row = page.getByRole("table").getByRole("row").nth(1);
  await row.getByText("#12 merged by octo-cat, branch changed by people").waitFor();
  await row.getByRole("link").first().click();
  const detail = page.getByRole("region", { name: /^Conversation \d+/ });
  await detail.getByText("Merged", { exact: true }).waitFor();
  expect(await detail.getByRole("link", { name: "https://preview.example/" }).getAttribute("href")).toBe(
    "https://preview.example/",
  );
  await picture(page, "console-merged");
});

it("says what a request without words asks for", async () => {
  const channel = await openChannel();
  await say(channel, "/ux-update section: header");
  const form = channel.getByRole("dialog");
  await form.getByLabel("Text").fill("By a form");
  const message = await answerTo(channel, () => form.getByLabel("Text").press("Enter"));
  await button(message, "Confirm").click();
  await reads(message, "Published as");
  await answerTo(channel, () => button(message, "Undo").click());

  const page = await openPage(`/console?user=${ANN}`);
  await page.getByRole("link", { name: /^undo of ux-update\/header-\d+$/ }).waitFor();
  await page.getByRole("link", { name: "By a form" }).waitFor();
});

it("erases everything of a user, once their id is typed", async () => {
  const page = await openPage(`/console?user=${BEN}`);
  await page.getByText("More", { exact: true }).click();
  await page.getByRole("button", { name: /Erase everything/ }).click();
  const dialog = page.getByRole("dialog");
  await picture(page, "console-erase");
  await dialog.getByRole("button", { name: "Keep everything" }).click();
  await page.getByRole("table").waitFor();

  await page.getByRole("button", { name: /Erase everything/ }).click();
  await dialog.getByRole("textbox").fill(ANN ?? "");
  await dialog.getByRole("button", { name: "Erase" }).click();
  await dialog.waitFor();
  await dialog.getByRole("textbox").fill(BEN ?? "");
  await dialog.getByRole("button", { name: "Erase" }).click();
  await page.getByText(/Erased: \d+/).waitFor();
  await page.getByText(`Nothing is kept of user ${BEN}`).waitFor();
  await page.getByLabel("User id").fill("99");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByText("Nothing is kept of user 99").waitFor();
  expect(await page.getByText(/Erased: \d+/).count()).toBe(0);
});
