import { describe, expect, it } from "vitest";
import { passes } from "#stand-ins/aws/event-filter.ts";

const event = {
  eventName: "MODIFY",
  dynamodb: { NewImage: { status: { S: "drafting" }, revision: { N: "2" } } },
};

describe("an event filter", () => {
  it("lets everything through when there is no pattern", () => {
    expect(passes([], event)).toBe(true);
  });

  it("takes an event that has one of the values of every field it names", () => {
    const pattern = {
      eventName: ["INSERT", "MODIFY"],
      dynamodb: { NewImage: { status: { S: ["drafting", "confirmed"] } } },
    };
    expect(passes([pattern], event)).toBe(true);
  });

  it("refuses an event when one field has another value", () => {
    expect(
      passes([{ eventName: ["MODIFY"], dynamodb: { NewImage: { status: { S: ["failed"] } } } }], event),
    ).toBe(false);
  });

  it("refuses an event that lacks a field", () => {
    expect(passes([{ dynamodb: { OldImage: { status: { S: ["drafting"] } } } }], event)).toBe(false);
  });

  it("needs only one of several patterns", () => {
    expect(passes([{ eventName: ["REMOVE"] }, { eventName: ["MODIFY"] }], event)).toBe(true);
  });

  it.each([
    [{ eventName: [{ prefix: "MOD" }] }, true],
    [{ eventName: [{ prefix: "REM" }] }, false],
    [{ eventName: [{ "anything-but": ["REMOVE"] }] }, true],
    [{ eventName: [{ "anything-but": "MODIFY" }] }, false],
    [{ userIdentity: [{ exists: false }] }, true],
    [{ eventName: [{ exists: false }] }, false],
  ])("compares by %j: %s", (pattern, expected) => {
    expect(passes([pattern], event)).toBe(expected);
  });

  it("does not guess what a comparison that it does not know means", () => {
    expect(() => passes([{ eventName: [{ numeric: [">", 0] }] }], event)).toThrow(/numeric.*not supported/);
  });
});
