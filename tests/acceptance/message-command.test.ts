import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { filledIn, labelsOf, prefilledIn } from "#tests/support/answer.ts";
import { ANN, BOB, GUILD, type User } from "#tests/support/people.ts";
import { diffOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
beforeEach(() => {
  system.discord.standIn.violations.length = 0;
});
afterAll(() => system.stop());

const WORDS = 'make the header say "Fresh bread"';
const ASKED = "What should be changed?";
const LINK = "Link to the message?";
const PLACE = "400000000000000009";

const picture = (id: string, change = {}) => ({
  id,
  filename: `${id}.png`,
  size: 1000,
  content_type: "image/png",
  url: `https://cdn.discordapp.com/attachments/1/2/${id}.png?ex=69000000`,
  width: 10,
  height: 10,
  ...change,
});

const message = (content = WORDS, attachments: object[] = []) => ({
  id: "700000000000000001",
  channel_id: PLACE,
  content,
  author: BOB,
  attachments,
  type: 0,
});

const choose = (target: ReturnType<typeof message>, user: User = ANN, name = "Request a change") =>
  system.send(system.bodies.menu(user, target, name));

type Form = Awaited<ReturnType<typeof choose>>;
const send = (form: Form, values: Record<string, string> = {}, user: User = ANN) =>
  system.submit(user, form, null, values);

describe("Request a change", () => {
  test("opens a form with the words of the message; it takes one request", async () => {
    await choose(message());
    system.table.requests.length = 0;
    const form = await choose(message());
    expect(system.table.requests).toEqual(["PutItemCommand"]);
    expect(form.reply.type).toBe(9);
    expect(prefilledIn(form)).toEqual({ [ASKED]: WORDS, [LINK]: "no" });
    expect(system.discord.standIn.violations).toEqual([]);
  });

  test("previews what was asked with one more request, and says whose words they are", async () => {
    const form = await choose(message());
    system.table.requests.length = 0;
    const { reply } = await send(form);
    expect(system.table.requests).toEqual(["UpdateItemCommand"]);
    expect(reply.type).toBe(5);
    await system.deliver();
    expect(diffOf(system.message)).toContain("Fresh bread");
    expect(system.message.content).toContain(`From a message of <@${BOB.id}>`);
    expect(system.message.content).not.toContain("discord.com");
    expect(system.discord.standIn.violations).toEqual([]);
    await system.confirm(ANN, system.message);
    const log = await system.site.git("log", "-1", "--format=%B", `ux-update/header-${form.id}`);
    expect(log).toContain(`Asked on Discord by Ann (${ANN.id}), from a message of Bob (${BOB.id}):`);
  });

  test("links to the message only when its owner says so, and keeps no address otherwise", async () => {
    const url = `https://discord.com/channels/${GUILD}/${PLACE}/700000000000000001`;
    const without = await choose(message());
    await send(without);
    expect((await system.table.item(without.id))?.["source"]).toEqual({ user_id: BOB.id, name: "Bob" });
    const linked = await choose(message());
    await send(linked, { [LINK]: "yes" });
    await system.deliver();
    expect((await system.table.item(linked.id))?.["source"]).toMatchObject({ message_url: url });
    expect(system.message.content).toContain(`[message](${url})`);
  });

  test("takes the message's pictures along, as many as a request has, and says what does not come", async () => {
    const pictures = ["1", "2", "3", "4"].map((id) => picture(id));
    const form = await choose(
      message("look", [...pictures, picture("5", { content_type: "application/pdf" })]),
    );
    expect(JSON.stringify(form.reply)).toContain("3 pictures come along. 2 files do not.");
    const { id } = { id: form.id };
    await send(form, { [ASKED]: WORDS });
    await system.deliver();
    const item = await system.table.item(id);
    expect(item?.["images"]).toMatchObject([{ name: "1.png" }, { name: "2.png" }, { name: "3.png" }]);
    expect(item).toMatchObject({ status: "previewed", conversation_id: id });
  });

  test("of pictures alone asks what is meant", async () => {
    const form = await choose(message("", [picture("1")]));
    expect(prefilledIn(form)[ASKED]).toBe("");
    const { words } = await send(form);
    expect(words).toContain("I cannot see what in the image is meant");
    expect(await system.table.item(form.id)).toMatchObject({ status: "clarifying" });
  });

  test("takes words as words, whatever they say", async () => {
    const nasty = '@everyone [x](https://evil.example) section:footer text:"gotcha" <@1> `</h1>`';
    const form = await choose(message(nasty));
    const { reply } = await send(form);
    expect(JSON.stringify(reply)).not.toContain("](https");
    expect(system.discord.standIn.violations).toEqual([]);
  });

  test("survives a message of 4,000 characters and half of one", async () => {
    const form = await choose(message(`${"x".repeat(3999)}\uD83D`));
    expect(form.reply.type).toBe(9);
    expect(system.discord.standIn.violations).toEqual([]);
  });

  test("begins one conversation, however often the form comes", async () => {
    const form = await choose(message());
    const body = system.bodies.submit(ANN, null, filledIn(form, {}));
    const [first, again] = [await system.send(body), await system.send(body)];
    expect(again.reply.type).toBe(first.reply.type);
    await system.deliver();
    expect((await send(form, { [ASKED]: "make the header red" })).words).toContain("received before");
    await system.deliver();
    expect(await system.table.item(form.id)).toMatchObject({ status: "previewed", revision: 1 });
  });

  test("is refused to another person who sends the form, and when it was open too long", async () => {
    const form = await choose(message());
    expect((await send(form, {}, BOB)).words).toContain("open for too long");
    system.passMinutes(61);
    expect((await send(form)).words).toContain("open for too long");
    expect(await system.table.item(form.id)).toMatchObject({ __edb_e__: "asking" });
  });

  test("that is never sent leaves no record when it expires", async () => {
    const form = await choose(message("", [picture("1")]));
    await system.expire(form.id);
    expect(await system.table.item(form.id)).toBeUndefined();
    await system.deliver();
    expect(await system.table.item(form.id)).toBeUndefined();
  });

  test("is found by an erasure, and by no list", async () => {
    const form = await choose(message());
    expect((await system.app.userConversations.page(ANN.id, 100)).stored).not.toContainEqual(
      expect.objectContaining({ conversation: expect.objectContaining({ conversation_id: form.id }) }),
    );
    await system.app.userConversations.erase(ANN.id);
    expect(await system.table.item(form.id)).toBeUndefined();
    expect((await send(form)).words).toContain("open for too long");
  });

  test("does not know other commands of a menu", async () => {
    expect((await choose(message(), ANN, "Translate")).words).toContain("I do not know this command");
    expect(labelsOf(await choose(message()))).toEqual([ASKED, LINK]);
  });
});
