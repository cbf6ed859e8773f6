import { expect, it } from "vitest";
import { PHONE, picture, useBrowser } from "./support/browser.ts";
import {
  answerTo,
  askFor,
  become,
  button,
  messages,
  notices,
  openChannel,
  reads,
  say,
  wrongly,
} from "./support/channel.ts";

useBrowser();

it("speaks German to Dieter and English to Ann, side by side", async () => {
  const page = await openChannel({ colorScheme: "dark" });
  const english = await askFor(page, '/ux-update command: section:footer text:"Moin"');
  await become(page, "Dieter");
  const german = await answerTo(page, () =>
    say(page, '/ux-update command: section:footer text:"Moin, moin"'),
  );
  await button(german, "Bestätigen").waitFor();
  expect(await button(english, "Confirm").count()).toBe(1);
  await reads(german, /in \d+ Minuten|in 1 Stunde/);
  await picture(page, "german-and-english-dark");

  // A public message speaks its owner's language, a private answer that of who pressed.
  await button(english, "Confirm").click();
  await reads(messages(page).last(), "Das ist nicht deine Anfrage");
  await become(page, "Ann");
  await wrongly(german, "Click as Dieter");
  await reads(notices(page), /Dieter/);
  await reads(german, /Veröffentlicht/);
  await page.setViewportSize(PHONE);
  await picture(page, "german-phone-dark");
});
