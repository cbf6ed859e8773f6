import { ApplicationCommandOptionType } from "discord-api-types/v10";
import { type CommandDefinition, commandDefinitions } from "#src/discord/command-definitions.ts";
import { commandNames, optionNames } from "#src/discord/commands.ts";

export interface Option {
  name: string;
  hint: string;
  kind: "text" | "image" | "person";
  /** Whether the service offers values while it is typed. */
  suggests: boolean;
  /** How many characters Discord lets people type. */
  longest: number;
}

export interface SlashCommand {
  name: string;
  hint: string;
  options: Option[];
  /** The options that are there from the start. */
  first: string[];
}

/** Where a command does not say so itself. */
const LONGEST = 6000;

const kinds: Partial<Record<ApplicationCommandOptionType, Option["kind"]>> = {
  [ApplicationCommandOptionType.Attachment]: "image",
  [ApplicationCommandOptionType.User]: "person",
};

/** The commands as Discord offers them: what is registered there is what is offered here. */
const slashCommands: SlashCommand[] = commandDefinitions
  .filter(({ name }) => name !== commandNames.request)
  .map(commandOf);

function commandOf({ name, description, options }: CommandDefinition): SlashCommand {
  const required = options.filter((option) => option.required).map((option) => option.name);
  const plain = options
    .filter((option) => option.name === optionNames.description)
    .map((option) => option.name);
  return {
    name,
    hint: description,
    options: options.map((option) => ({
      name: option.name,
      hint: option.description,
      kind: kinds[option.type] ?? "text",
      suggests: ("autocomplete" in option && option.autocomplete) || false,
      longest: ("max_length" in option && option.max_length) || LONGEST,
    })),
    first: required.length > 0 ? required : plain,
  };
}

/** What fits what was typed so far, `/` included. */
export const suggestionsFor = (text: string): SlashCommand[] =>
  text.startsWith("/") && !text.includes(" ")
    ? slashCommands.filter(({ name }) => name.startsWith(text.slice(1).toLowerCase()))
    : [];

export interface Typed {
  command: SlashCommand;
  values: Record<string, string>;
}

/** A whole command in one line, as people paste it: `/ux-update description: make the header say Hi`; else null. */
export function readTyped(text: string): Typed | null {
  const [, name, rest = ""] = /^\/([\w-]+)(?:\s+([^]*))?$/.exec(text.trim()) ?? [];
  const command = slashCommands.find((each) => each.name === name);
  return command ? { command, values: valuesIn(rest, command) } : null;
}

/** An option's name stands before a colon and a space; without the space it is a word of the structured grammar. */
function valuesIn(rest: string, { options, first }: SlashCommand): Record<string, string> {
  const names = options.filter(({ kind }) => kind !== "image").map(({ name }) => name);
  const starts =
    names.length > 0 ? [...rest.matchAll(new RegExp(`(?<=^|\\s)(${names.join("|")}):\\s+`, "g"))] : [];
  const values = starts.map((start, at): [string, string] => {
    const end = starts[at + 1]?.index ?? rest.length;
    return [start[1] ?? "", rest.slice(start.index + start[0].length, end).trim()];
  });
  const [only = names.length === 1 ? names[0] : undefined] = first;
  return starts.length === 0 && rest && only ? { [only]: rest } : Object.fromEntries(values);
}
