import { describe, expect, test } from "vitest";
import { commandDefinitions } from "#src/discord/command-definitions.ts";
import { conformanceProblems } from "#stand-ins/discord/conformance.ts";

const modal = (component: object) => ({
  type: 9,
  data: { custom_id: "edit:1:1", title: "Title", components: [{ type: 18, label: "Label", component }] },
});

describe("Discord's own description", () => {
  test("takes what the reference allows", () => {
    expect(conformanceProblems("pong", { type: 1 })).toEqual([]);
    expect(conformanceProblems("message", { type: 4, data: { content: "Words", flags: 64 } })).toEqual([]);
    expect(conformanceProblems("modal", modal({ type: 4, custom_id: "a", style: 2 }))).toEqual([]);
  });

  test.each([
    ["a label that is too long", modal({ type: 4, custom_id: "a", style: 2, label: "x".repeat(46) })],
    ["a style that does not exist", modal({ type: 4, custom_id: "a", style: 9 })],
    ["an input that does not exist", modal({ type: 99, custom_id: "a" })],
    ["a property that does not exist", modal({ type: 4, custom_id: "a", style: 2, prefilled: "x" })],
  ])("refuses %s", (_, body) => {
    expect(conformanceProblems("modal", body)).not.toEqual([]);
  });

  test.each(commandDefinitions.map((definition) => [definition.name, definition] as const))(
    "takes the command %s",
    (_, { default_member_permissions: permissions, ...definition }) => {
      // A set of permissions is a number in the description, and a string in Discord's reference and answers.
      const body = {
        ...definition,
        default_member_permissions: permissions === null ? null : Number(permissions),
      };
      expect(conformanceProblems("command", body)).toEqual([]);
    },
  );
});
