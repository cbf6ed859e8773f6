import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_SITE } from "#src/sites/site-directory.ts";
import { filledIn, labelsOf, prefilledIn } from "#tests/support/answer.ts";
import { ANN, BOB } from "#tests/support/people.ts";
import { buttonsOf, diffOf, selectIn } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
  // As after a form that was opened before: `execution` has read what the site says.
  system.passMinutes(2);
  await system.app.sites.wantCatalogue(DEFAULT_SITE);
  await system.deliver();
});
beforeEach(() => {
  system.discord.standIn.violations.length = 0;
});
afterAll(() => system.stop());

const open = (section: string) => system.slash(ANN, { section });

/** Sends a form that a command opened; it is on no message. */
const send = (form: Awaited<ReturnType<typeof open>>, values: Record<string, string>, user = ANN) =>
  system.submit(user, form, null, values);

describe("/ux-update with a section alone", () => {
  test("opens a form with what the section says now, and takes one request", async () => {
    await open("header");
    system.table.requests.length = 0;
    const form = await open("header");
    expect(system.table.requests).toEqual(["GetItemCommand"]);
    expect(form.reply.type).toBe(9);
    expect(prefilledIn(form)).toMatchObject({ Color: expect.stringMatching(/^#/), "In your own words": "" });
    expect(labelsOf(form)).toEqual(["Text", "Color", "In your own words"]);
    expect(prefilledIn(form)["Text"]).not.toBe("");
    expect(system.discord.standIn.violations).toEqual([]);
  });

  test("previews the values that were changed, and no others", async () => {
    const form = await open("header");
    system.table.requests.length = 0;
    const { id, reply } = await send(form, { Text: 'Bread & "Butter" \\ section:footer text:"x"' });
    expect(system.table.requests).toEqual(["PutItemCommand"]);
    expect(reply.type).toBe(5);
    await system.deliver();
    expect(await system.table.item(id)).toMatchObject({
      status: "previewed",
      section: "header",
      updates: { text: 'Bread & "Butter" \\ section:footer text:"x"' },
    });
    expect(buttonsOf(system.message)).toContain("Confirm");
    expect(system.discord.standIn.violations).toEqual([]);
  });

  test("says that nothing was changed, stores nothing, and takes no request", async () => {
    const form = await open("header");
    system.table.requests.length = 0;
    const answer = await send(form, {});
    expect(answer.ephemeral).toBe(true);
    expect(answer.words).toContain("You changed nothing");
    expect((await send(form, { Text: "" })).words).toContain("You changed nothing");
    expect(system.table.requests).toEqual([]);
  });

  test("leaves lists to the words, which are about the section", async () => {
    const form = await open("navbar");
    expect(labelsOf(form)).not.toContain("Links");
    const { id } = await send(form, {
      "In your own words": "add an Offers link pointing to /offers",
      Text: "Bread",
    });
    await system.deliver();
    expect(await system.table.item(id)).toMatchObject({
      status: "previewed",
      section: "navbar",
      updates: { links: [{ label: "Offers", href: "/offers" }], text: "Bread" },
    });
  });

  test("refuses a value that is none, and says what to do", async () => {
    const form = await open("header");
    const answer = await send(form, { Color: "reddish" });
    expect(answer.ephemeral).toBe(true);
    expect(answer.words).toContain("is not a colour");
    expect(answer.words).toContain("Nothing was asked for");
  });

  test("is a conversation once when Discord delivers the form twice", async () => {
    const form = await open("header");
    const body = system.bodies.submit(ANN, null, filledIn(form, { Text: "Once" }));
    const [first, again] = [await system.send(body), await system.send(body)];
    expect(again.reply.type).toBe(first.reply.type);
    await system.deliver();
    expect(await system.table.item(first.id)).toMatchObject({ status: "previewed", revision: 1 });
  });

  test("is refused to those who may not ask", async () => {
    await system.app.sites.put({ guild_id: DEFAULT_SITE, asker_role_ids: ["600000000000000009"] });
    await system.warmUp();
    system.passMinutes(2);
    expect((await open("header")).words).toContain("You need another role");
    await system.app.sites.put({ guild_id: DEFAULT_SITE });
    await system.warmUp();
    system.passMinutes(2);
  });

  test("of which nothing is known says so, and leads to the question for it", async () => {
    const { reply } = await open("nowhere");
    expect(reply.type).not.toBe(9);
  });

  test("shows what stands there after the site has changed and was read again", async () => {
    await system.site.change("src/components/Footer.jsx", (text) =>
      text.replace(/(footer-text[^>]*>)[^<]*/, "$1Open late"),
    );
    const before = prefilledIn(await open("footer"))["Text"];
    await system.slash(ANN, { command: 'section:footer color:"navy"' });
    await system.deliver();
    expect(prefilledIn(await open("footer"))["Text"]).not.toBe(before);
  });
});

describe("a section with more values than a form has room for", () => {
  beforeAll(async () => {
    await system.site.change("ux-agent.json", (text) => {
      const site = JSON.parse(text);
      const home = site.sections.find(({ id }: { id: string }) => id === "home");
      const hero = home.properties.find(({ id }: { id: string }) => id === "hero-text");
      home.properties.push(...["second", "third"].map((id) => ({ ...hero, id, names: [], label: id })));
      return JSON.stringify(site);
    });
    system.passMinutes(2);
    await system.app.sites.wantCatalogue(DEFAULT_SITE);
    await system.deliver();
  });

  test("has a select first, for the person alone, and a form with what was chosen", async () => {
    const asked = await open("home");
    expect(asked.ephemeral).toBe(true);
    expect(asked.words).toContain("5 values");
    await open("home");
    system.table.requests.length = 0;
    const own = system.ownMessage;
    const form = await system.send(system.bodies.select(ANN, own, selectIn(own), ["hero-text", "third"]));
    expect(system.table.requests).toEqual(["GetItemCommand"]);
    expect(labelsOf(form)).toEqual(["Hero text", "third", "In your own words"]);
    const answer = await system.submit(ANN, form, own, { "Hero text": "Chosen" });
    expect(answer.reply.type).toBe(5);
    await system.deliver();
    expect(diffOf(system.message)).toContain("Chosen");
    expect(system.discord.standIn.violations).toEqual([]);
  });

  test("whose part is gone meanwhile says so", async () => {
    await open("home");
    const gone = system.bodies.select(BOB, system.ownMessage, "section:gone", ["hero-text"]);
    expect((await system.send(gone)).words).toContain("not there any more");
  });
});
