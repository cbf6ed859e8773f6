import { expect, inject, it } from "vitest";
import { picture, useBrowser } from "./support/browser.ts";
import {
  answerTo,
  askFor,
  become,
  button,
  fromMenu,
  messages,
  notices,
  openChannel,
  reads,
  say,
  tab,
  wrongly,
} from "./support/channel.ts";
import { branches } from "./support/repository.ts";

useBrowser();

it("publishes once when Confirm is clicked twice at once", async () => {
  const page = await openChannel();
  const before = await branches(inject("repository"));
  const message = await askFor(page, '/ux-update command: section:header text:"Twice"');
  await wrongly(message, "Click twice at once");
  await reads(message, "Published as");
  expect(await branches(inject("repository"))).toHaveLength(before.length + 1);
});

it("refuses a stranger, whom only the stranger is told", async () => {
  const page = await openChannel();
  const message = await askFor(page, '/ux-update command: section:header text:"Mine"');
  const own = await messages(page).count();
  await wrongly(message, "Click as Ben");
  await reads(notices(page), "Only Ben is told: “This is not yours");
  expect(await messages(page).count()).toBe(own);
  await become(page, "Ben");
  await reads(messages(page).last(), "This is not yours");
  await picture(page, "stranger");
  expect(await button(message, "Confirm").count()).toBe(1);
});

it("refuses the button of a preview that was replaced", async () => {
  const page = await openChannel();
  const message = await askFor(page, '/ux-update command: section:header text:"First"');
  await button(message, "Edit").click();
  const form = page.getByRole("dialog");
  await form.getByRole("textbox").first().fill("Second");
  await form.getByRole("button", { name: "Submit" }).click();
  await reads(message, "→ Second");
  await reads(await answerTo(page, () => wrongly(message, "Click the old ✅ Confirm")), "newer");
  expect(await button(message, "Confirm").count()).toBe(1);
});

it("turns a message into its expired form when its hour has passed", async () => {
  const page = await openChannel();
  const message = await askFor(page, '/ux-update command: section:header text:"Late"');
  await wrongly(message, "Let the hour pass");
  // What removes expired items here looks every five seconds, and may be faster than the click: the end is the same.
  const expired = reads(message, "Expired");
  await Promise.race([button(message, "Confirm").click(), expired]);
  await expired;
  expect(await button(message, "Confirm").count()).toBe(0);
});

it("archives what nobody clicks after its hour, and says so in the channel", async () => {
  const page = await openChannel();
  const message = await askFor(page, '/ux-update command: section:header text:"Forgotten"');
  await fromMenu(message, "What is stored");
  await wrongly(message, "Let the hour pass");
  await reads(message, "Expired");
  await page.getByRole("region", { name: "Stored item" }).getByText('"outcome": "expired"').waitFor();
});

it("answers a request that comes again, and changes nothing", async () => {
  const page = await openChannel();
  await askFor(page, '/ux-update command: section:header text:"Again"');
  const before = await messages(page).count();
  await tab(page, "Payloads");
  const sent = page.locator(".payloads li", { hasText: "/ux-update by Ann" }).first();
  await sent.locator("summary").click();
  await sent.getByRole("button", { name: "Send the same again" }).click();
  await reads(notices(page), "Sent again");
  expect(await messages(page).count()).toBe(before);
});

it("shows in red what Discord would not take", async () => {
  const page = await openChannel();
  const message = await askFor(page, '/ux-update command: section:header text:"Long"');
  const id = await message.getAttribute("data-message");
  const answer = await page.request.patch(`/discord/api/v10/channels/1/messages/${id}`, {
    headers: { authorization: "Bot local" },
    data: { content: "x".repeat(2001) },
  });
  expect(answer.status()).toBe(400);
  const alert = page.getByRole("alert").getByText("Discord would not take this");
  await alert.waitFor();
  await tab(page, "Payloads");
  await page.locator(".violations").getByText("content").waitFor();
  await picture(page, "violation");
});

// A worker that dies gives nothing back: its message comes again when the queue's visibility timeout has passed.
it("carries on where it was when execution is killed mid-way", { timeout: 240_000 }, async () => {
  const page = await openChannel();
  await tab(page, "Trouble");
  await page.getByRole("button", { name: "Kill execution mid-way" }).click();
  await page.getByRole("alert").getByText("execution dies").waitFor();
  const [message] = await Promise.all([
    answerTo(page, () => say(page, '/ux-update command: section:header text:"Survivor"')),
    // It says so for as long as starting again takes, and no longer.
    page.getByRole("alert").getByText("execution was killed").waitFor(),
  ]);
  await picture(page, "killed");
  await button(message, "Confirm").waitFor({ timeout: 180_000 });
});

it("waits for a stream that is lost for ten seconds", async () => {
  const page = await openChannel();
  await tab(page, "Trouble");
  await page.getByRole("button", { name: "Lose the stream for ten seconds" }).click();
  await page.getByRole("alert").getByText("The stream is lost").waitFor();
  const message = await answerTo(page, () => say(page, '/ux-update command: section:header text:"Patient"'));
  await reads(message, "thinking");
  await button(message, "Confirm").waitFor();
});
