import type { Choice, Outcome } from "#playground/wire.ts";
import { ask } from "../shared/ask.ts";
import type { Option } from "./slash-commands.ts";
import { changeComposer, state } from "./state.ts";

/** As long as a client waits for the next letter. */
const PAUSE_MS = 120;

let pause: ReturnType<typeof setTimeout> | undefined;
/** Only the answer to the last question counts. */
let asked = 0;

/** Asks the service, as Discord does while someone types, what could stand in an option. */
export function suggest({ name, suggests }: Option): void {
  clearTimeout(pause);
  if (!suggests) return;
  pause = setTimeout(() => void offer(name), PAUSE_MS);
}

export function stopSuggesting(): void {
  clearTimeout(pause);
  asked += 1;
  if (state.composer.offered) changeComposer({ offered: null });
}

async function offer(option: string): Promise<void> {
  const { command, values, shown } = state.composer;
  if (!command) return;
  const question = ++asked;
  const options = Object.fromEntries(shown.map((name) => [name, values[name] ?? ""]));
  const action = { do: "typing", name: command.name, options, focused: option };
  const outcome = await ask<Outcome>("POST", "/playground/actions", { by: state.me, action }).catch(
    () => null,
  );
  if (question !== asked || outcome?.shows !== "choices") return;
  const isTyped = (values[option] ?? "") !== "";
  const offered = { option, choices: outcome.choices, marked: isTyped ? 0 : -1 };
  changeComposer({ offered: outcome.choices.length > 0 ? offered : null });
}

/** The choice that Enter takes; none before one is typed or moved to. */
export function markedChoice(): Choice | undefined {
  const { offered } = state.composer;
  return offered?.choices[offered.marked];
}

export function mark(step: number): void {
  const { offered } = state.composer;
  if (!offered) return;
  const { length } = offered.choices;
  const marked = offered.marked === -1 && step < 0 ? length - 1 : (offered.marked + step + length) % length;
  changeComposer({ offered: { ...offered, marked } });
}
