import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { freePort } from "#stand-ins/processes/free-port.ts";
import { type Ended, LOCAL_CREDENTIALS, reaching, runCommand } from "#tests/support/run-command.ts";
import { ANN } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";
import { HEADER, publishedRequest } from "./requests.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const run = (args: string[], env: Record<string, string>) => runCommand("admin", args, env);
const admin = (...args: string[]) => run(args, reaching(system.table.name));

/** Exactly one line of words, nothing on the standard output, and a code that says it went wrong. */
const oneSentence = (words: string): Ended => ({
  code: 1,
  out: "",
  err: expect.stringMatching(
    new RegExp(`^[^\\n]*${words.replaceAll(/[.*+?^$(){}|[\]\\]/g, String.raw`\$&`)}[^\\n]*\\n$`),
  ),
});

describe("an operator", () => {
  test("lists a user's conversations as a table, and as JSON for a pipe", async () => {
    const ann = { ...ANN, id: "600001" };
    const published = await publishedRequest(system, ann);
    system.passMinutes(1);
    const open = await system.preview(ann, HEADER);

    const [table, json, more] = await Promise.all([
      admin("conversations", "--user", ann.id),
      admin("conversations", "--user", ann.id, "--status", "published", "--all", "--json"),
      admin("conversations", "--user", ann.id, "--limit", "1"),
    ]);
    expect(table).toMatchObject({ code: 0, err: "" });
    expect(table.out.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/^CREATED +STATUS +LEFT +SECTION +CONVERSATION +RESULT OR REQUEST$/),
      expect.stringMatching(
        new RegExp(`previewed +\\d+ min +header +${open.id} +section:header text:"Hello there"$`),
      ),
      expect.stringMatching(
        new RegExp(`published +header +${published.id} +ux-update/header-${published.id} [0-9a-f]{10}$`),
      ),
    ]);
    const { conversations } = JSON.parse(json.out) as { conversations: object[] };
    expect(conversations).toMatchObject([{ conversation_id: published.id, status: "published" }]);
    expect(more.err).toMatch(/--all, or --cursor [\w-]+\n$/);
  });

  test("looks at one, and no secret is shown", async () => {
    const { id } = await system.preview({ ...ANN, id: "600002", global_name: "Ann\u001B[2J" }, HEADER);
    const [text, json] = await Promise.all([admin("show", id), admin("show", id, "--json")]);
    expect(text.out).toMatch(/Status +previewed\n/);
    expect(text.out, "nothing that a terminal would obey").toContain("Ann�[2J (600002)");
    expect(text.out).toMatch(/Change +Text: “.*” → “Hello there”\n/);
    expect(text.out).toMatch(/Z +start +600002\n.*Z +drafted +execution\n/);
    expect(JSON.parse(json.out)).toMatchObject({
      conversation_id: id,
      history: [{ event: "start" }, { event: "drafted" }],
    });
    expect(text.out + json.out).not.toMatch(/token/);
  });

  test("has a failed one tried again", async () => {
    const ann = { ...ANN, id: "600003" };
    const { id, message } = await system.preview(ann, HEADER);
    await system.site.away(async () => {
      await system.press(ann, message, "Confirm");
      await system.deliver();
    });
    expect(await admin("retry", id)).toMatchObject({
      code: 0,
      out: expect.stringContaining("being published again"),
    });
    await system.deliver();
    expect(await system.table.item(id)).toMatchObject({ status: "published" });
    expect(await admin("retry", id)).toEqual(oneSentence("It has not failed, it is published"));
  });

  test("erases a user's data, asked first unless told otherwise", async () => {
    const { id } = await system.preview({ ...ANN, id: "600004" }, HEADER);
    expect(await admin("erase", "--user", "600004")).toEqual(
      oneSentence("no terminal to ask at, so say --yes"),
    );
    expect(await system.table.item(id)).toMatchObject({ status: "previewed" });
    const erased = await admin("erase", "--user", "600004", "--yes");
    expect(erased).toMatchObject({
      code: 0,
      out: expect.stringContaining("Erased 1 conversation of user 600004"),
    });
    expect(await system.table.item(id)).toBeUndefined();
    expect((await admin("conversations", "--user", "600004")).out).toBe("No conversations of user 600004.\n");
  });
});

/** CloudFormation, which knows of one stack in one region. */
const startStacks = async (TableName: string) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const [, region = ""] = /\/([\w-]+)\/cloudformation\//.exec(request.headers.authorization ?? "") ?? [];
    asked.push(region);
    request.resume();
    response.end(
      `<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>ux-agent-prod</StackName>
      <StackStatus>UPDATE_COMPLETE</StackStatus><Outputs><member><OutputKey>TableName</OutputKey>
      <OutputValue>${TableName}</OutputValue></member></Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`,
    );
  });
  const url = `http://127.0.0.1:${await freePort()}`;
  await new Promise<void>((resolve) => server.listen(Number(new URL(url).port), "127.0.0.1", resolve));
  return { url, asked, stop: () => server.close() };
};

describe("--stage", () => {
  test("means the table that was deployed, whatever it is called, in the region of every command", async () => {
    const stacks = await startStacks(system.table.name);
    const { AWS_REGION: _, ...rest } = LOCAL_CREDENTIALS;
    const env = {
      ...rest,
      AWS_ENDPOINT_URL: inject("engineUrl"),
      AWS_ENDPOINT_URL_CLOUDFORMATION: stacks.url,
    };
    const list = ["--stage", "prod", "conversations", "--user", "600009"];
    expect(await run(list, env)).toMatchObject({ code: 0, err: "" });
    expect(await run([...list, "--region", "eu-west-1"], env)).toMatchObject({ code: 0 });
    expect(stacks.asked).toEqual(["us-east-1", "eu-west-1"]);
    stacks.stop();
  });
});

describe("one clear sentence tells an operator of", () => {
  test("an id that is none", async () => {
    expect(await admin("conversations", "--user", "ann")).toEqual(
      oneSentence("--user must be a Discord user id"),
    );
  });

  test("a conversation that is not there", async () => {
    expect(await admin("show", "12345")).toEqual(oneSentence("There is no conversation 12345"));
  });

  test("a page, a status or a cursor that is none", async () => {
    const of = ["conversations", "--user", "1"];
    const [limit, status, cursor] = await Promise.all([
      admin(...of, "--limit", "0"),
      admin(...of, "--status", "done"),
      admin(...of, "--cursor", "x"),
    ]);
    expect(limit).toEqual(oneSentence("--limit must be a whole number from 1 to 100"));
    expect(status).toEqual(oneSentence("--status must be one of drafting"));
    expect(cursor).toEqual(oneSentence("--cursor is not one that an earlier page"));
  });

  test("a table that is not there", async () => {
    const sentence = oneSentence("There is no table ux-agent-conversations-nowhere there");
    const { TABLE_NAME: _, ...env } = reaching(system.table.name);
    expect(await run(["--stage", "nowhere", "conversations", "--user", "1"], env)).toEqual(sentence);
    expect(await run(["show", "1", "--stage", "nowhere"], env)).toEqual(sentence);
  });

  test("missing credentials or a missing region", async () => {
    const list = ["conversations", "--user", "1"];
    expect(await run(list, { AWS_REGION: "us-east-1" })).toEqual(
      oneSentence("No AWS credentials were found"),
    );
    expect(await run(list, { TABLE_NAME: "somewhere" })).toEqual(oneSentence("No AWS region is set"));
  });

  test("an address where nothing answers", async () => {
    const env = { ...LOCAL_CREDENTIALS, AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:9" };
    expect(await run(["show", "1"], env)).toEqual(
      oneSentence("DynamoDB cannot be reached at http://127.0.0.1:9"),
    );
  });
});
