import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { generateKeyPair, signedHeaders } from "#stand-ins/discord/signing-key.ts";
import { ANN } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
beforeEach(() => {
  system.table.requests.length = 0;
});
afterAll(() => system.stop());

const ping = { id: "1", application_id: "1", token: "t", version: 1, type: 1 };

describe("a request", () => {
  test("PING is answered PONG without touching the table", async () => {
    expect((await system.send(ping)).reply).toEqual({ type: 1 });
    expect(system.table.requests).toEqual([]);
  });

  test("may come in base64 and with headers in any case", async () => {
    const body = JSON.stringify(ping);
    const headers = Object.fromEntries(
      Object.entries(system.sign(body)).map(([name, value]) => [name.toUpperCase(), value]),
    );
    const response = await system.post({
      body: Buffer.from(body).toString("base64"),
      isBase64Encoded: true,
      headers,
    });
    expect(response).toMatchObject({ statusCode: 200, body: '{"type":1}' });
  });

  test("without a body is a 400", async () => {
    expect(await system.post({ headers: {} })).toMatchObject({ statusCode: 400 });
  });

  test.each(["", "{", "null", "[]", '"text"', "{}", '{"type":"2"}', '{"type":2}', '{"type":3,"data":{}}'])(
    "with the signed body %j is a 400",
    async (body) => {
      expect(await system.post({ body, headers: system.sign(body) })).toMatchObject({ statusCode: 400 });
    },
  );

  test("with a signature by another key, of another body or of no form is a 401", async () => {
    const body = JSON.stringify(ping);
    const foreign = signedHeaders(generateKeyPair().privateKey, body, system.now);
    const ofAnother = system.sign(`${body} `);
    const formless = { ...system.sign(body), "x-signature-ed25519": "zz" };
    for (const headers of [foreign, ofAnother, formless, {}])
      expect(await system.post({ body, headers })).toMatchObject({ statusCode: 401 });
  });

  test.each([-301, 301])("with a timestamp %i seconds off is a 401", async (seconds) => {
    const body = JSON.stringify(ping);
    const headers = system.sign(body, new Date(system.time + seconds * 1000));
    expect(await system.post({ body, headers })).toMatchObject({ statusCode: 401 });
  });

  test.each([-299, 299])("with a timestamp %i seconds off is answered", async (seconds) => {
    const body = JSON.stringify(ping);
    const headers = system.sign(body, new Date(system.time + seconds * 1000));
    expect(await system.post({ body, headers })).toMatchObject({ statusCode: 200 });
  });

  test("of an unknown type or an unknown command gets a polite answer", async () => {
    const unknown = await system.send(system.bodies.interaction(ANN, { type: 9, data: {} }));
    expect(unknown).toMatchObject({ status: 200, ephemeral: true });
    const command = await system.slash(ANN, {}, "other");
    expect(command).toMatchObject({ status: 200, ephemeral: true });
    expect(command.words).toContain("/other");
  });
});

describe("a /ux-update that cannot be understood", () => {
  test.each([
    ["an unknown section", 'section:sidebar text:"x"', ["header", "footer", "navbar", "home"]],
    ["an unknown property", 'section:header size:"x"', ["text", "color", "links"]],
    ["no change", "section:header", ["text", "color", "links"]],
    ["a bad colour", "section:header color:darker", ["#"]],
    ["an empty value", 'section:header text:""', ["text"]],
  ])(
    "because of %s is answered at once with what is possible, and nothing is stored",
    async (_, command, possible) => {
      const answer = await system.slash(ANN, { command });
      expect(answer).toMatchObject({ status: 200, ephemeral: true });
      for (const word of possible) expect(answer.words).toContain(word);
      expect(answer.reply).not.toHaveProperty("data.components");
      expect(system.table.requests).toEqual([]);
      expect(await system.table.item(answer.id)).toBeUndefined();
    },
  );

  test.each(["help", "?", "what can I change?"])(
    "because it asks for help (%s) is told what is possible, and nothing is stored",
    async (description) => {
      const answer = await system.slash(ANN, { description });
      expect(answer).toMatchObject({ status: 200, ephemeral: true });
      for (const word of ["header", "footer", "navbar", "home", "section:header"])
        expect(answer.words).toContain(word);
      expect(answer.reply).not.toHaveProperty("data.components");
      expect(await system.table.item(answer.id)).toBeUndefined();
    },
  );

  test("repeats what was typed without making links or mentions of it", async () => {
    const { words } = await system.slash(ANN, { command: 'section:"[x](https://a.example) <@1>" text:"x"' });
    expect(words).toContain("https:\u200B//a.example");
    expect(words).not.toMatch(/\]\(|<@|https:\/\//);
  });

  test.each(["#F08", "#FF0080", "rebeccapurple", "DarkBlue"])("but the colour %s is good", async (color) => {
    expect((await system.slash(ANN, { command: `section:header color:${color}` })).reply.type).toBe(5);
  });
});

test("an outage of the table is logged with its cause and answered in words", async () => {
  const broken = await startSystem();
  broken.breakTable();
  const answer = await broken.slash(ANN, { command: 'section:header text:"x"' });
  expect(answer).toMatchObject({ status: 200, words: expect.stringContaining("could not find out") });
  expect(broken.errors.map(({ cause }) => String(cause)).join()).toContain("the table is away");
  await broken.stop();
});
