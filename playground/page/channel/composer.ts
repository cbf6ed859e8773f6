import { notice, useCommand } from "./doing.ts";
import { type Option, readTyped, type SlashCommand, suggestionsFor } from "./slash-commands.ts";
import { change, emptyComposer, state } from "./state.ts";

export const suggestions = (): SlashCommand[] => suggestionsFor(state.composer.text);

export const optionsLeft = (): Option[] =>
  state.composer.command?.options.filter(({ name }) => !state.composer.shown.includes(name)) ?? [];

/** Handles what was typed. A command's name followed by a space opens that command. */
export function type(text: string): void {
  const typed = text.endsWith(" ") ? readTyped(text) : null;
  if (typed && text.trim() === `/${typed.command.name}`) return choose(typed.command);
  change({ composer: { ...state.composer, text, marked: 0 } });
}

export function choose(command: SlashCommand): void {
  const values = command.first.includes("user") ? { user: state.me } : {};
  change({ composer: { ...emptyComposer(), command, shown: [...command.first], values } });
  focus("composer-input");
}

export function show(option: string): void {
  change({ composer: { ...state.composer, shown: [...state.composer.shown, option] } });
  const at = state.composer.command?.options.filter(({ name }) => state.composer.shown.includes(name)) ?? [];
  focus(at[0]?.name === option ? "composer-input" : `option-${option}`);
}

export function remove(option: string): void {
  const { [option]: _value, ...values } = state.composer.values;
  const { [option]: _file, ...files } = state.composer.files;
  const shown = state.composer.shown.filter((name) => name !== option);
  change({ composer: { ...state.composer, shown, values, files } });
  focus("composer-input");
}

export function write(option: string, value: string): void {
  change({ composer: { ...state.composer, values: { ...state.composer.values, [option]: value } } });
}

/** The file is uploaded when the command is sent. */
export function attach(option: string, event: Event): void {
  const file = event.target instanceof HTMLInputElement ? event.target.files?.[0] : undefined;
  if (file) change({ composer: { ...state.composer, files: { ...state.composer.files, [option]: file } } });
}

export function leave(): void {
  change({ composer: emptyComposer() });
  focus("composer-input");
}

/** Sends the command that is open, or the one that was typed in one line. */
export function send(event: Event): void {
  event.preventDefault();
  const { command, values, files, text, shown } = state.composer;
  const typed = command ? { command, values: only(values, shown) } : readTyped(text);
  if (typed) void useCommand(typed.command, { values: typed.values, files });
  else if (text.startsWith("/")) notice("There is no such command. Type / to see those that there are.");
  else if (text.trim()) notice("The bot does not read plain messages. Type / to see its commands.");
  focus("composer-input");
}

const only = (values: Record<string, string>, names: string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));

export function onKey(event: KeyboardEvent): void {
  const { composer } = state;
  if (event.key === "Escape" && (composer.command || composer.text)) leave();
  if (event.key === "Backspace" && composer.command && isEmptyInput(event.target)) leave();
  if (event.key === "Enter" && event.target instanceof HTMLSelectElement) sendFrom(event.target, event);
  if (!composer.command) onKeyInList(event);
}

/** In any other field, the browser itself does so. */
function sendFrom(field: HTMLSelectElement, event: KeyboardEvent): void {
  event.preventDefault();
  field.form?.requestSubmit();
}

/** Only when it is the only option: leaving must not discard what was typed in another one. */
const isEmptyInput = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement &&
  target.value === "" &&
  Object.values(state.composer.values).every((value) => value === "") &&
  Object.keys(state.composer.files).length === 0;

function onKeyInList(event: KeyboardEvent): void {
  const offered = suggestions();
  const { marked } = state.composer;
  const command = offered[marked];
  if (!command) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const step = event.key === "ArrowDown" ? 1 : offered.length - 1;
    change({ composer: { ...state.composer, marked: (marked + step) % offered.length } });
  } else if (event.key === "Enter" || event.key === "Tab") choose(command);
  else return;
  event.preventDefault();
}

/** After the next render, because the element may not exist yet, and before the next key press. */
const focus = (id: string): void => queueMicrotask(() => document.getElementById(id)?.focus());
