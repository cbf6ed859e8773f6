import { beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_SITE } from "#src/sites/site-directory.ts";
import { ANN, BOB, GUILD, newcomers } from "#tests/support/people.ts";
import { buttonsOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

const command = 'section:header text:"Hello"';
const LIMITS = { person_open: 3, person_hourly: 6, server_open: 8, server_hourly: 12 };
const ENV = Object.fromEntries(
  Object.entries(LIMITS).map(([name, most]) => [`${name.toUpperCase()}_LIMIT`, String(most)]),
);

let system: TestSystem;
let drafts = 0;
beforeEach(async () => {
  system = await startSystem(ENV);
  system.passMinutes(61);
  drafts = 0;
  const { openSite } = system.app;
  system.app.openSite = (key) => {
    drafts += 1;
    return openSite(key);
  };
  return () => system.stop();
});

const somebody = newcomers(600_000);
const ask = (user = ANN) => system.slash(user, { command });
const askAtOnce = (users: (typeof ANN)[]) => Promise.all(users.map((user) => ask(user)));
const statusOf = async (id: string) => (await system.table.item(id))?.["status"];
const failureOf = async (id: string) => (await system.table.item(id))?.["failure"] as { code: string };

test("of forty requests of a person at once, as many as may be open reach the site", async () => {
  const containers = Array.from({ length: 10 }, () => system.newContainer());
  const answers = [];
  for (let n = 0; n < 40; n += 1) {
    system.use(containers[n % 10] ?? system.newContainer());
    answers.push(await ask());
  }
  await system.deliver();
  expect(drafts).toBe(LIMITS.person_open);
  const deferred = answers.filter(({ reply }) => reply.type === 5);
  const states = await Promise.all(deferred.map(({ id }) => statusOf(id)));
  expect(states.filter((status) => status === "previewed")).toHaveLength(LIMITS.person_open);
  expect(states.filter((status) => status === "failed")).toHaveLength(deferred.length - LIMITS.person_open);
});

test("of forty requests of a person to one container, no more than the hourly limit are stored", async () => {
  const answers = await askAtOnce(Array.from({ length: 40 }, () => ANN));
  expect(answers.filter(({ reply }) => reply.type === 5)).toHaveLength(LIMITS.person_hourly);
  const refused = answers.filter(({ ephemeral }) => ephemeral);
  expect(refused).toHaveLength(40 - LIMITS.person_hourly);
  expect(refused[0]?.words).toBe(
    "You have asked for 6 changes in this server within an hour, which is the most. Wait until the first of them are an hour old. Then use `/ux-update` again.",
  );
  expect(system.functions.metrics.counted).toContain("Refused: limit_person_hourly");
});

test("of forty people of a server at once, as many as may be open reach the site", async () => {
  const containers = Array.from({ length: 10 }, () => system.newContainer());
  for (let n = 0; n < 40; n += 1) {
    system.use(containers[n % 10] ?? system.newContainer());
    await ask(somebody());
  }
  await system.deliver();
  expect(drafts).toBe(LIMITS.server_open);
});

describe("a request beyond what may be open", () => {
  let refused: string;
  beforeEach(async () => {
    for (let n = 0; n < 4; n += 1) {
      ({ id: refused } = await ask());
      await system.deliver();
    }
  });

  test("says so in its message, with a way to try again", async () => {
    expect(await failureOf(refused)).toMatchObject({ code: "limit_person_open" });
    expect(system.message.content).toContain("You have 3 open requests in this server");
    expect(buttonsOf(system.message)).toContain("Try again");
    expect(system.functions.metrics.counted).toContain("Refused: limit_person_open");
  });

  test("leaves other people as they are", async () => {
    const { id } = await ask(BOB);
    await system.deliver();
    expect(await statusOf(id)).toBe("previewed");
  });

  test("is refused again as long as the others are open, and drafted once one has ended", async () => {
    const shown = system.message;
    await system.press(ANN, shown, "Try again");
    await system.deliver();
    expect(await failureOf(refused)).toMatchObject({ code: "limit_person_open" });
    const first = system.discord.standIn.channel
      .messages()
      .find((message) => buttonsOf(message).includes("Confirm"));
    if (!first) throw new Error("Nothing can be cancelled");
    await system.press(ANN, first, "Cancel");
    await system.deliver();
    await system.press(ANN, system.discord.standIn.channel.messages().at(-1) ?? shown, "Try again");
    await system.deliver();
    expect(await statusOf(refused)).toBe("previewed");
  });

  test("is drafted once the others have expired, though DynamoDB has not deleted them", async () => {
    system.passMinutes(61);
    const { id } = await ask();
    await system.deliver();
    expect(await statusOf(id)).toBe("previewed");
  });
});

test("a stream record that comes again counts once", async () => {
  for (let n = 0; n < 3; n += 1) {
    await ask();
    const records = await system.table.records();
    for (let again = 0; again < 4; again += 1) await system.execute(records);
  }
  const { id } = await ask(BOB);
  await system.deliver();
  expect(await statusOf(id), "the server has room").toBe("previewed");
  expect(drafts).toBeGreaterThanOrEqual(4);
});

test("a redelivered request is answered like the first time, though the hour is full by now", async () => {
  const body = system.bodies.slash(ANN, { command });
  expect((await system.send(body)).reply.type).toBe(5);
  for (let n = 0; n < 5; n += 1) await ask();
  expect((await ask()).ephemeral).toBe(true);
  expect((await system.send(body)).reply.type).toBe(5);
});

test("another container refuses by the counter that it read with the site, without a request more", async () => {
  await system.app.sites.put({ guild_id: DEFAULT_SITE, limits: { person_open: 100 } });
  for (let n = 0; n < 6; n += 1) await ask();
  await system.deliver();
  system.use(system.newContainer());
  system.table.requests.length = 0;
  const answer = await ask();
  expect(answer.words).toContain("You have asked for 6 changes");
  await ask();
  expect(system.table.requests).toEqual(["BatchGetItemCommand"]);
  system.passMinutes(61);
  expect((await ask()).reply.type).toBe(5);
});

test("a site has limits of its own", async () => {
  await system.app.sites.put({ guild_id: DEFAULT_SITE, limits: { person_open: 1 } });
  system.use(system.newContainer());
  system.passMinutes(1);
  await ask();
  await system.deliver();
  const { id } = await ask();
  await system.deliver();
  expect(await failureOf(id)).toMatchObject({ code: "limit_person_open" });
});

test("an erasure forgets whose requests were counted", async () => {
  await ask();
  await system.deliver();
  const counters = async () => Object.keys((await system.table.counter(GUILD)) ?? {}).join();
  expect(await counters()).toContain(ANN.id);
  await system.app.userConversations.erase(ANN.id);
  expect(await counters()).not.toContain(ANN.id);
});
