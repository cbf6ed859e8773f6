import { isDeepStrictEqual } from "node:util";
import type { APIApplicationCommand } from "discord-api-types/v10";
import type { CommandDefinition } from "./command-definitions.ts";

/** What would be done about one command, and why. */
export type Step =
  | { kind: "add"; name: string; definition: CommandDefinition }
  | { kind: "change"; name: string; id: string; definition: CommandDefinition; differences: string[] }
  | { kind: "keep"; name: string }
  /** Not one of ours: it is left alone unless the caller wants others gone. */
  | { kind: "other" | "remove"; name: string; id: string };

type Registered = { id: string; name: string; type: number } & Omit<Partial<APIApplicationCommand>, "type">;

/** What it takes for Discord to have the commands that are wanted, in their order, then those that are not ours. */
export function planCommands(
  wanted: CommandDefinition[],
  registered: Registered[],
  { prune = false, inGuild = false }: { prune?: boolean; inGuild?: boolean } = {},
): Step[] {
  const own = (definition: CommandDefinition) =>
    registered.find(({ name, type }) => name === definition.name && type === definition.type);
  const others = registered.filter((one) => !wanted.some((definition) => own(definition)?.id === one.id));
  return [
    ...wanted.map((definition) => stepFor(definition, own(definition), inGuild)),
    ...others.map(({ id, name }): Step => ({ kind: prune ? "remove" : "other", name, id })),
  ];
}

/** A command as people know it: a slash command is one lower-case word, one in a menu has a name with capitals. */
export const shownName = (name: string): string => (/[\p{Lu} ]/u.test(name) ? `“${name}”` : `/${name}`);

/** Whether carrying out the plan would change anything. */
export const changesAnything = (plan: Step[]): boolean =>
  plan.some(({ kind }) => kind === "add" || kind === "change" || kind === "remove");

function stepFor(definition: CommandDefinition, found: Registered | undefined, inGuild: boolean): Step {
  const { name } = definition;
  if (!found) return { kind: "add", name, definition };
  const differences = differencesBetween(comparable(found), comparable(definition), inGuild);
  return differences.length === 0
    ? { kind: "keep", name }
    : { kind: "change", name, id: found.id, definition, differences };
}

type Comparable = Record<
  "description" | "description_localizations" | "options" | "default_member_permissions" | "contexts",
  unknown
>;

/** What is ours to say of a command. Discord adds fields of its own and leaves out what is as it is by itself. */
const comparable = (command: Registered | CommandDefinition): Comparable => ({
  description: command.description,
  description_localizations: command.description_localizations ?? null,
  options: (command.options ?? []).map(({ required = false, ...option }) => ({
    ...withoutNulls(option),
    required,
  })),
  default_member_permissions: command.default_member_permissions ?? null,
  contexts: (command.contexts ?? []).toSorted((a, b) => a - b),
});

const withoutNulls = (option: object) =>
  Object.fromEntries(Object.entries(option).filter(([, value]) => value !== null && value !== undefined));

/** A command of one server has no contexts. */
function differencesBetween(now: Comparable, then: Comparable, inGuild: boolean): string[] {
  const { contexts: _, ...inAServer } = then;
  return Object.entries(inGuild ? inAServer : then).flatMap(([field, value]) => {
    const before = Object.entries(now).find(([name]) => name === field)?.[1];
    return isDeepStrictEqual(before, value)
      ? []
      : [`${field} ${JSON.stringify(before)} → ${JSON.stringify(value)}`];
  });
}
