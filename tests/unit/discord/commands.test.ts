import { describe, expect, test } from "vitest";
import { commandDefinitions } from "#src/discord/command-definitions.ts";
import { commandNames, imageOptions, optionNames } from "#src/discord/commands.ts";

const NAME = /^[-_\p{Ll}\p{N}]{1,32}$/u;

const ofMessages = commandDefinitions.filter(({ type }) => type === 3);

describe.each(commandDefinitions.filter(({ type }) => type === 1))(
  "/$name is within Discord's limits:",
  ({ name, description, description_localizations, options }) => {
    test("names and descriptions", () => {
      for (const each of [{ name, description, description_localizations }, ...options]) {
        expect(each.name).toMatch(NAME);
        expect(each.description.length).toBeGreaterThan(0);
        for (const words of [each.description, ...Object.values(each.description_localizations ?? {})])
          expect(words?.length, words ?? "").toBeLessThanOrEqual(100);
      }
    });

    test("options: few enough, each once, required ones first", () => {
      const names = options.map((option) => option.name);
      const required = options.map((option) => option.required === true);
      expect(options.length).toBeLessThanOrEqual(25);
      expect(new Set(names).size).toBe(names.length);
      expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)));
    });

    test("8,000 characters in all, of which the longest of each description count", () => {
      const all = [{ name, description, description_localizations }, ...options].map((each) => {
        const descriptions = [each.description, ...Object.values(each.description_localizations ?? {})];
        return each.name.length + Math.max(...descriptions.map((words) => words?.length ?? 0));
      });
      expect(all.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(8000);
    });

    test("what is described is described in German and in both kinds of Spanish", () => {
      for (const each of [{ description_localizations }, ...options])
        expect(Object.keys(each.description_localizations ?? {}).toSorted()).toEqual([
          "de",
          "es-419",
          "es-ES",
        ]);
    });
  },
);

test("a command in the menu of a message has a name of at most 32 characters, and nothing else", () => {
  expect(ofMessages).toEqual([
    {
      type: 3,
      name: commandNames.request,
      description: "",
      description_localizations: null,
      options: [],
      default_member_permissions: null,
      contexts: [0, 1],
    },
  ]);
  expect(commandNames.request.length).toBeLessThanOrEqual(32);
});

test("every command and option that the code reads is offered, and no other", () => {
  expect(commandDefinitions.map(({ name }) => name).toSorted()).toEqual(
    Object.values(commandNames).toSorted(),
  );
  const offered = commandDefinitions.flatMap(({ options }) => options.map(({ name }) => name));
  expect(offered.toSorted()).toEqual([...Object.values(optionNames), ...imageOptions].toSorted());
});

test("/ux-admin is offered to those who manage a server, and in servers only", () => {
  const admin = commandDefinitions.find(({ name }) => name === commandNames.admin);
  expect(admin).toMatchObject({ default_member_permissions: "32", contexts: [0] });
  expect(admin?.options).toMatchObject([{ name: "user", type: 6 }]);
});
