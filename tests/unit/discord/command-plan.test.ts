import type { APIApplicationCommand } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { changesAnything, planCommands } from "#src/discord/command-plan.ts";
import { commandDefinitions } from "#src/discord/command-definitions.ts";

const [update] = commandDefinitions;
if (!update) throw new Error("There are no commands");

/** As Discord answers it, with fields of its own. */
const registered = (change: object = {}) =>
  ({
    id: "1",
    application_id: "2",
    version: "3",
    nsfw: false,
    dm_permission: true,
    ...structuredClone(update),
    ...change,
  }) as APIApplicationCommand;

const kinds = (...args: Parameters<typeof planCommands>) => planCommands(...args).map(({ kind }) => kind);

describe("the plan", () => {
  test("adds what is missing", () => {
    expect(planCommands([update], [])).toEqual([{ kind: "add", name: "ux-update", definition: update }]);
  });

  test("keeps what is as it should be, whatever Discord adds or leaves out", () => {
    const options = update.options.map((option) => ({ ...option, name_localizations: null }));
    const plan = planCommands([update], [registered({ options })]);
    expect(plan).toEqual([{ kind: "keep", name: "ux-update" }]);
    expect(changesAnything(plan)).toBe(false);
  });

  test("changes what differs, and says how", () => {
    const plan = planCommands([update], [registered({ description: "Old" })]);
    expect(plan).toMatchObject([
      { kind: "change", id: "1", differences: [`description "Old" → "${update.description}"`] },
    ]);
  });

  test.each([
    ["an option more", { options: [...update.options, { type: 3, name: "x", description: "x" }] }],
    ["other options", { options: update.options.toReversed() }],
    ["a permission", { default_member_permissions: "8" }],
    ["another context", { contexts: [0] }],
    ["another translation", { description_localizations: { de: "Alt" } }],
    [
      "an option that is not translated",
      { options: update.options.map((option) => ({ ...option, description_localizations: null })) },
    ],
  ])("sees %s", (_, change) => {
    expect(kinds([update], [registered(change)])).toEqual(["change"]);
  });

  test("does not look at contexts in a server, where there are none", () => {
    expect(kinds([update], [registered({ contexts: null })], { inGuild: true })).toEqual(["keep"]);
  });

  test("leaves other commands alone, unless they are to go", () => {
    const other = registered({ id: "9", name: "dance" });
    expect(kinds([update], [other, registered()])).toEqual(["keep", "other"]);
    expect(kinds([update], [other, registered()], { prune: true })).toEqual(["keep", "remove"]);
  });

  test("takes a context menu entry of the same name for another command", () => {
    expect(kinds([update], [registered({ type: 3 })])).toEqual(["add", "other"]);
  });
});
