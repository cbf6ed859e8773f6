import { choose, leave, pick, suggestions } from "./composer.ts";
import { changeComposer, state } from "./state.ts";
import { mark, markedChoice, stopSuggesting } from "./suggesting.ts";

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** The keys of the composer, as Discord has them. */
export function onKey(event: KeyboardEvent): void {
  if (event.isComposing) return;
  const { command, offered } = state.composer;
  if (offered && onKeyAmongChoices(event)) return event.preventDefault();
  if (!command && onKeyInList(event)) return event.preventDefault();
  if (isForLeaving(event)) leave();
  if (event.key === "Enter" && needsHelp(event.target)) {
    event.preventDefault();
    event.target.form?.requestSubmit();
  }
}

function isForLeaving({ key, target }: KeyboardEvent): boolean {
  const { command, text } = state.composer;
  if (key === "Escape") return command !== null || text !== "";
  return key === "Backspace" && command !== null && isEmptyField(target);
}

/** Where Enter does not send by itself. */
const needsHelp = (target: EventTarget | null): target is HTMLSelectElement | HTMLTextAreaElement =>
  target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;

/** Whether the key was for the choices that are offered. */
function onKeyAmongChoices({ key }: KeyboardEvent): boolean {
  const [step, choice] = [STEPS[key], markedChoice()];
  const option = state.composer.offered?.option ?? "";
  if (step !== undefined) mark(step);
  else if ((key === "Enter" || key === "Tab") && choice) pick(option, choice);
  else if (key === "Escape") stopSuggesting();
  else return false;
  return true;
}

/** Only when it is the only option: leaving must not discard what was typed in another one. */
const isEmptyField = (target: EventTarget | null): boolean =>
  (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) &&
  target.value === "" &&
  Object.values(state.composer.values).every((value) => value === "") &&
  Object.keys(state.composer.files).length === 0;

/** Whether the key was for the list of commands. */
function onKeyInList({ key }: KeyboardEvent): boolean {
  const offered = suggestions();
  const { marked } = state.composer;
  const [step, command] = [STEPS[key], offered[marked]];
  if (!command) return false;
  if (step !== undefined) changeComposer({ marked: (marked + step + offered.length) % offered.length });
  else if (key === "Enter" || key === "Tab") choose(command);
  else return false;
  return true;
}
