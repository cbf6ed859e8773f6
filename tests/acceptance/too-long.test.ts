import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { labelsOf } from "#tests/support/answer.ts";
import { ANN } from "#tests/support/people.ts";
import { buttonsOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

/** DynamoDB's limit for an item, in bytes. */
const MOST = 400 * 1024;

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

/** Makes a conversation so long that hardly anything can be added. */
async function fill(id: string): Promise<void> {
  const length = JSON.stringify(await system.table.item(id)).length;
  await system.table.client.send(
    new UpdateItemCommand({
      TableName: system.table.name,
      Key: { pk: { S: `conversation#${id}` }, sk: { S: "conversation" } },
      UpdateExpression: "SET filled = :filled",
      ExpressionAttributeValues: { ":filled": { S: "-".repeat(MOST - length - 500) } },
    }),
  );
}

test("an answer for which there is no room left is refused in words, and changes nothing", async () => {
  const { id } = await system.slash(ANN, { description: "make the header darker" });
  const modal = await system.press(ANN, system.message, "Answer");
  const [label = ""] = labelsOf(modal);
  await fill(id);
  const before = await system.table.item(id);
  const answer = await system.submit(ANN, modal, system.message, { [label]: "x".repeat(4000) });
  expect(answer.words).toContain("too long to be kept. Use `/ux-update` to ask again");
  expect(answer.ephemeral).toBe(true);
  expect(await system.table.item(id)).toEqual(before);
});

test("a preview for which there is no room left is a failure in words, and holds nothing up", async () => {
  const { id } = await system.slash(ANN, { command: `section:header text:"${"x".repeat(200)}"` });
  await fill(id);
  await system.deliver();
  expect(system.message.content).toContain("❌ This is too long to be kept: please ask for less at a time.");
  expect(buttonsOf(system.message)).toEqual(["Try again", "Edit", "Cancel"]);
});

test("a page that has changed, of which there is no room for a new preview, is a failure in words", async () => {
  const { id, message } = await system.preview(ANN, { command: 'section:header text:"Long"' });
  await system.press(ANN, message, "Confirm");
  await system.site.change("src/components/Header.jsx", (page) =>
    page.replace(/(className="header-title"[^>]*>)[^<]*/, `$1${"Theirs ".repeat(200)}`),
  );
  await fill(id);
  await system.deliver();
  expect(system.message.content).toContain("❌ The page has changed, and is too long to be shown again:");
  expect(await system.table.item(id)).toMatchObject({ status: "failed", confirmed: false });
});
