import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openPage, picture, useBrowser } from "./support/browser.ts";
import {
  answerTo,
  askFor,
  act,
  button,
  fromMenu,
  openChannel,
  reads,
  tab,
  useStatus,
} from "./support/channel.ts";

const ANN = "210000000000000001";

useBrowser();

describe.each(["light", "dark"] as const)("In %s colours, axe finds nothing serious", (colorScheme) => {
  // The policy of the pages would keep axe out as well.
  const options = { colorScheme, bypassCSP: true };

  it("in the playground, with a preview, a form and every tab", async () => {
    const page = await openChannel(options);
    const message = await askFor(page, '/ux-update command: section:header text:"Readable" color:"#FF0080"');
    await fromMenu(message, "Copy message as JSON");
    await message.getByText("Make it go wrong").click();
    expect(await seriousIn(page)).toEqual([]);
    await reads(await answerTo(page, () => useStatus(page)), "Only you can see this");
    await picture(page, `playground-${colorScheme}`);
    for (const name of ["Payloads", "Stored", "Trouble", "Site"]) {
      await tab(page, name);
      expect(await seriousIn(page)).toEqual([]);
    }
    await page.keyboard.press("/");
    await page.locator("#composer-input").fill("/");
    expect(await seriousIn(page)).toEqual([]);
    await button(message, "Edit").click();
    await page.getByRole("dialog").waitFor();
    expect(await seriousIn(page)).toEqual([]);
  });

  it("in the console, with a list, a conversation and the dialog", async () => {
    await act(ANN, "change the colour of the header");
    const page = await openPage(`/console?user=${ANN}`, options);
    await page.getByRole("table").getByRole("link").first().click();
    await page.getByRole("heading", { name: "Timeline" }).waitFor();
    await picture(page, `console-${colorScheme}`);
    expect(await seriousIn(page)).toEqual([]);
    await page.getByText("More", { exact: true }).click();
    await page.getByRole("button", { name: /Erase everything/ }).click();
    expect(await seriousIn(page)).toEqual([]);
  });
});

/** What axe finds that keeps somebody from using the page; the site's own page in its frame is not ours. */
async function seriousIn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations }: axe.AxeResults = await page.evaluate(
    "axe.run({ exclude: ['iframe'] }, { resultTypes: ['violations'] })",
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}
