import { type RequestOption, optionNames } from "#src/discord/commands.ts";
import type { FormValue } from "#src/requests/form-values.ts";

/**
 * The words of a request among the options of the command, or the inputs of its modal; blank ones count as not given. What
 * was chosen step by step is a command, or, where the value is missing, words that lead to the question for it.
 */
export function wordsIn(options: Record<string, string>): { command?: string; description?: string } {
  const given = givenIn(options);
  const command = given.command ?? commandOf(given);
  const description = given.description ?? (command ? undefined : wishOf(given));
  return { ...(command ? { command } : {}), ...(description ? { description } : {}) };
}

type Given = Record<RequestOption, string | undefined>;

function givenIn(options: Record<string, string>): Given {
  const given = (name: RequestOption) => {
    const text = options[optionNames[name]];
    return text?.trim() ? text : undefined;
  };
  return {
    description: given("description"),
    section: given("section"),
    property: given("property"),
    value: given("value"),
    command: given("command"),
  };
}

function commandOf({ section, property, value }: Given): string | undefined {
  if (section === undefined || property === undefined || value === undefined) return undefined;
  // A property is found whatever stands between its words, and a pair's name has no spaces.
  return `section:${quoted(section)} ${property.trim().replaceAll(/\s+/g, "-")}:${quoted(value)}`;
}

/** Values of a section as a command; a form names both by their ids. */
export const commandFor = (section: string, values: FormValue[]): string =>
  [`section:${section}`, ...values.map(({ property, value }) => `${property}:${quoted(value)}`)].join(" ");

function wishOf({ section, property, value }: Given): string | undefined {
  const what = [property, section].filter((name) => name !== undefined).join(" of the ");
  if (what === "") return value;
  return value === undefined ? `change the ${what}` : `change the ${what} to ${quoted(value)}`;
}

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
