import { ask, wordsOf } from "../shared/ask.ts";
import { change, state } from "./state.ts";

/** Shows what the table holds of a conversation. */
export async function look(id: string): Promise<void> {
  if (state.stored?.id !== id) change({ stored: { id, item: null, problem: null } });
  change({ tab: "stored" });
  await refreshStored();
}

/** Reads again what is on show; it changes with what happens in the channel. */
export async function refreshStored(): Promise<void> {
  const id = state.stored?.id;
  if (id === undefined || state.tab !== "stored") return;
  const stored = await ask<Record<string, unknown>>("GET", `/playground/conversations/${id}`).then(
    (item) => ({ id, item, problem: null }),
    (error: unknown) => ({ id, item: null, problem: wordsOf(error) }),
  );
  if (state.stored?.id === id) change({ stored });
}
