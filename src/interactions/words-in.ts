import { optionNames } from "#src/discord/commands.ts";

/**
 * The words of a request among the options of the command, or the inputs of its modal; blank ones count as not given. What
 * was chosen step by step is a command, or, where the value is missing, words that lead to the question for it.
 */
export function wordsIn(options: Record<string, string>): { command?: string; description?: string } {
  const command = given(options, optionNames.command) ?? commandOf(options);
  const description = given(options, optionNames.description) ?? (command ? undefined : wishOf(options));
  return { ...(command ? { command } : {}), ...(description ? { description } : {}) };
}

const given = (options: Record<string, string>, name: string): string | undefined =>
  options[name]?.trim() ? options[name] : undefined;

function commandOf(options: Record<string, string>): string | undefined {
  const { section, property, value } = chosen(options);
  if (section === undefined || property === undefined || value === undefined) return undefined;
  // A property is found whatever stands between its words, and a pair's name has no spaces.
  return `section:${quoted(section)} ${property.trim().replaceAll(/\s+/g, "-")}:${quoted(value)}`;
}

function wishOf(options: Record<string, string>): string | undefined {
  const { section, property, value } = chosen(options);
  const what = [property, section].filter((name) => name !== undefined).join(" of the ");
  if (what === "") return value;
  return value === undefined ? `change the ${what}` : `change the ${what} to ${quoted(value)}`;
}

const chosen = (options: Record<string, string>) => ({
  section: given(options, optionNames.section),
  property: given(options, optionNames.property),
  value: given(options, optionNames.value),
});

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
