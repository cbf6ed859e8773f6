import { expect, test } from "vitest";
import { changesNothing, previewText } from "#deploy/preview/preview-text.ts";
import { templateChanges } from "#deploy/preview/template-changes.ts";

const table = { Type: "AWS::DynamoDB::Table", DeletionPolicy: "Retain", Properties: { TableName: "t" } };
const bundle = (S3Key: string, MemorySize = 512) => ({
  Type: "AWS::Lambda::Function",
  Properties: { Code: { S3Key }, MemorySize },
});

test("a bundle that lies elsewhere is no change of its function", () => {
  expect(templateChanges({ Resources: { F: bundle("1") } }, { Resources: { F: bundle("2") } })).toEqual([]);
});

test("what is added, changed and removed is named, with its properties", () => {
  const running = { Resources: { Old: table, F: bundle("1"), Table: table } };
  const next = {
    Resources: { F: bundle("1", 1024), New: table, Table: { ...table, DeletionPolicy: "Delete" } },
  };
  expect(templateChanges(running, next)).toEqual([
    { name: "F", type: "AWS::Lambda::Function", change: "changed", properties: ["MemorySize"] },
    { name: "New", type: "AWS::DynamoDB::Table", change: "added", properties: [] },
    { name: "Old", type: "AWS::DynamoDB::Table", change: "removed", properties: [] },
    { name: "Table", type: "AWS::DynamoDB::Table", change: "changed", properties: ["DeletionPolicy"] },
  ]);
});

test("a first deployment adds everything", () => {
  expect(templateChanges(null, { Resources: { Table: table } })).toMatchObject([{ change: "added" }]);
});

test("the preview says each kind of change, and that the rest stays", () => {
  const preview = {
    settings: [{ name: "ALARM_EMAIL", was: "a@b.c", now: "", forgotten: false }],
    resources: templateChanges(null, { Resources: { Table: table } }),
    code: [],
    cost: { was: 10, now: 11 },
  };
  expect(changesNothing(preview)).toBe(false);
  expect(changesNothing({ ...preview, settings: [], resources: [] })).toBe(true);
  expect(previewText(preview)).toBe(
    [
      "Settings:",
      "  ~ ALARM_EMAIL: a@b.c → not set",
      "Resources:",
      "  + Table (AWS::DynamoDB::Table)",
      "Code: no change.",
      "Cost of 1,000 conversations a month: 10.00 → 11.00 US dollars at list price (npm run cost says of what).",
    ].join("\n"),
  );
});
