import { optionNames } from "#src/discord/commands.ts";

/** The words of a request among the options of the command, or the inputs of its modal; blank ones count as not given. */
export const wordsIn = ({
  [optionNames.command]: command,
  [optionNames.description]: description,
}: Record<string, string>) => ({
  ...(command?.trim() ? { command } : {}),
  ...(description?.trim() ? { description } : {}),
});
