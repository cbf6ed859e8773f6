import { expect, inject } from "vitest";
import type { Locator, Page } from "playwright-core";
import { openPage } from "./browser.ts";

/** The playground as somebody uses it. */
export async function openChannel(options: Parameters<typeof openPage>[1] = {}): Promise<Page> {
  const page = await openPage("/", options);
  await page.locator('[role="log"][aria-busy="false"]').waitFor();
  return page;
}

export const composer = (page: Page): Locator => page.locator("#composer-input");

/** Types a whole command in one line, as somebody who pastes it. */
export async function say(page: Page, line: string): Promise<void> {
  await composer(page).fill(line);
  await composer(page).press("Enter");
}

export const become = (page: Page, name: string): Promise<void> =>
  page
    .getByRole("group", { name: "Who you are" })
    .locator("label", { has: page.getByRole("radio", { name: new RegExp(`^${name}`) }) })
    .click();

/** The messages of ux-agent that this person sees, oldest first. */
export const messages = (page: Page): Locator => page.locator("[data-message]");

/** What the playground itself tells this person, oldest first. */
export const notices = (page: Page): Locator => page.locator("article.notice");

/**
 * The message that answers what is done: the first that was not there before, whatever comes after it. Never look for
 * “the last one”: until the answer comes, that is an older one, which may read just the same.
 */
export async function answerTo(page: Page, act: () => Promise<void>): Promise<Locator> {
  const before = await messages(page).count();
  await act();
  const id = await messages(page).nth(before).getAttribute("data-message");
  return page.locator(`[data-message="${id}"]`);
}

/** Asks for a change and waits for its preview. */
export async function askFor(page: Page, line: string): Promise<Locator> {
  const message = await answerTo(page, () => say(page, line));
  await button(message, "Confirm").waitFor();
  return message;
}

export const button = (message: Locator, label: string): Locator =>
  message.getByRole("group", { name: "Buttons of this message" }).getByRole("button", { name: label });

/** Something in the menu of a message. */
export async function fromMenu(message: Locator, what: string): Promise<void> {
  await unfold(message.locator("details.more"));
  await message.locator(".menu").getByRole("button", { name: what }).first().click();
}

/** A wrong way to use a message, folded in its menu. */
export async function wrongly(message: Locator, what: string): Promise<void> {
  await unfold(message.locator("details.more"));
  await unfold(message.locator("details.mischief"));
  await fromMenu(message, what);
}

async function unfold(details: Locator): Promise<void> {
  if ((await details.getAttribute("open")) === null) await details.locator("summary").first().click();
}

export const tab = (page: Page, name: string): Promise<void> => page.getByRole("tab", { name }).click();

/** Waits until a message reads so. */
export const reads = (message: Locator, words: string | RegExp): Promise<void> =>
  message.getByText(words).first().waitFor();

/** Uses /ux-status: the first Enter chooses it, the second sends it. */
export async function useStatus(page: Page): Promise<void> {
  await say(page, "/ux-status");
  await page.getByRole("button", { name: "Send" }).press("Enter");
}

/** Does something as a member without a page, as when somebody else's client does it. */
export async function act(by: string, description: string): Promise<void> {
  const response = await fetch(`${inject("url")}/playground/actions`, {
    method: "POST",
    body: JSON.stringify({
      by,
      action: { do: "command", name: "ux-update", options: { description }, attachments: {} },
    }),
  });
  expect(await response.json()).toMatchObject({ shows: "message" });
}
