export interface Option {
  name: string;
  hint: string;
  kind: "text" | "image" | "person";
}

export interface SlashCommand {
  name: string;
  hint: string;
  options: Option[];
  /** The options that are there from the start. */
  first: string[];
}

const image = (name: string): Option => ({ name, hint: "A picture of what you mean", kind: "image" });

/** The commands as they are offered in a server that uses ux-agent. */
export const slashCommands: SlashCommand[] = [
  {
    name: "ux-update",
    hint: "Ask for a change to the website",
    first: ["description"],
    options: [
      { name: "description", hint: "What should change, in your own words", kind: "text" },
      { name: "command", hint: 'Or exactly: section:header text:"Welcome" color:"#FF0080"', kind: "text" },
      image("image"),
      image("image2"),
      image("image3"),
    ],
  },
  { name: "ux-status", hint: "My open and recent requests", first: [], options: [] },
  {
    name: "ux-admin",
    hint: "Somebody’s requests (needs Manage Server)",
    first: ["user"],
    options: [{ name: "user", hint: "Whose requests", kind: "person" }],
  },
];

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
  const [only] = first;
  return starts.length === 0 && rest && only ? { [only]: rest } : Object.fromEntries(values);
}
