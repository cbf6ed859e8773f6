import { notice, say, useCommand } from "./doing.ts";
import { type Option, readTyped, type SlashCommand, suggestionsFor } from "./slash-commands.ts";
import { change, changeComposer, emptyComposer, state } from "./state.ts";
import { stopSuggesting, suggest } from "./suggesting.ts";
import type { Choice } from "#playground/wire.ts";

/** Where a picture for a plain message is kept among the composer's files. */
export const OF_MESSAGE = "a message";

export const suggestions = (): SlashCommand[] => suggestionsFor(state.composer.text);

export const optionsLeft = (): Option[] =>
  state.composer.command?.options.filter(({ name }) => !state.composer.shown.includes(name)) ?? [];

/** Handles what was typed. A command's name followed by a space opens that command. */
export function type(text: string): void {
  const typed = text.endsWith(" ") ? readTyped(text) : null;
  if (typed && text.trim() === `/${typed.command.name}`) return choose(typed.command);
  changeComposer({ text, marked: 0 });
}

export function choose(command: SlashCommand): void {
  const values = command.first.includes("user") ? { user: state.me } : {};
  change({ composer: { ...emptyComposer(), command, shown: [...command.first], values } });
  focus("composer-input");
}

/** Puts a whole command into the composer, ready to be sent or changed. */
export function take(line: string): void {
  const typed = readTyped(line);
  if (!typed) return;
  const { command, values } = typed;
  change({ composer: { ...emptyComposer(), command, values, shown: Object.keys(values) } });
  focus("composer-input");
}

export function show(option: string): void {
  changeComposer({ shown: [...state.composer.shown, option] });
  focus(idOf(option));
}

/** The first option on show is where one types. */
export function idOf(option: string): string {
  const first = state.composer.command?.options.find(({ name }) => state.composer.shown.includes(name));
  return first?.name === option ? "composer-input" : `option-${option}`;
}

export function remove(option: string): void {
  const { [option]: _value, ...values } = state.composer.values;
  const { [option]: _file, ...files } = state.composer.files;
  const shown = state.composer.shown.filter((name) => name !== option);
  stopSuggesting();
  changeComposer({ shown, values, files });
  focus("composer-input");
}

/**
 * What is typed into an option. The name of another option and a colon turn the one that is there from the start into
 * that, as in Discord; a command has names and colons of its own.
 */
export function write(option: Option, value: string): void {
  const isFirst = state.composer.command?.first.includes(option.name) ?? false;
  const named = isFirst ? optionsLeft().find(({ name }) => value === `${name}:`) : undefined;
  if (named) {
    remove(option.name);
    return show(named.name);
  }
  setValue(option.name, value);
  suggest(option);
}

const setValue = (option: string, value: string): void =>
  changeComposer({ values: { ...state.composer.values, [option]: value } });

/** Takes an offered choice, and goes on to what is asked for next. */
export function pick(option: string, { value }: Choice): void {
  stopSuggesting();
  setValue(option, value);
  const { command, shown } = state.composer;
  const at = command?.options.findIndex(({ name }) => name === option) ?? -1;
  const next = command?.options[at + 1];
  if (next?.suggests && !shown.includes(next.name)) show(next.name);
}

/** The file is uploaded when the command or the message is sent. */
export function attach(option: string, event: Event): void {
  const file = event.target instanceof HTMLInputElement ? event.target.files?.[0] : undefined;
  if (file) changeComposer({ files: { ...state.composer.files, [option]: file } });
}

export function leave(): void {
  stopSuggesting();
  change({ composer: emptyComposer() });
  focus("composer-input");
}

/** Sends the command that is open, the one that was typed in one line, or a message. */
export function send(event: Event): void {
  event.preventDefault();
  stopSuggesting();
  const { command, values, files, text, shown } = state.composer;
  const typed = command ? { command, values: only(values, shown) } : readTyped(text);
  if (typed) void useCommand(typed.command, { values: typed.values, files });
  else if (text.startsWith("/")) notice("There is no such command. Type / to see those that there are.");
  else if (text.trim() || files[OF_MESSAGE]) void say(text.trim(), files[OF_MESSAGE]);
  focus("composer-input");
}

const only = (values: Record<string, string>, names: string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));

/** After the next render, because the element may not exist yet, and before the next key press. */
const focus = (id: string): void => queueMicrotask(() => document.getElementById(id)?.focus());
