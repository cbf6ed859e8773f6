import assert from "node:assert/strict";
import type { Message } from "#stand-ins/discord/messages.ts";
import { type Person, type Seen, pressButton, useCommand } from "#stand-ins/discord/member.ts";
import { buttonFor, diffIn, settledMessage } from "#stand-ins/discord/read-message.ts";
import { unifiedDiff } from "#src/site/diff.ts";
import type { Outside } from "./outside.ts";

const ANN: Person = { id: "100000000000000001", name: "Ann" };
const BOB: Person = { id: "100000000000000002", name: "Bob" };
const COMMAND = 'section:header text:"Rehearsed" color:"#FF0080"';

/** Asks for a change in Discord, and answers the preview that comes. */
export async function preview(outside: Outside): Promise<Message> {
  const seen = await useCommand(outside, ANN, { name: "ux-update", options: { command: COMMAND } });
  return settledMessage(outside, tokenOf(seen));
}

function tokenOf(seen: Seen): string {
  assert(seen.kind === "message", `Discord shows: ${JSON.stringify(seen)}`);
  return seen.token;
}

async function press(outside: Outside, message: Message, action: string): Promise<Message> {
  const customId = buttonFor(message, action);
  assert(customId, `the message has no button to ${action}: ${JSON.stringify(message)}`);
  const seen = await pressButton(outside, ANN, { message, customId });
  return settledMessage(outside, tokenOf(seen));
}

/** From /ux-update to a draft pull request that changes what the preview showed; answers its number. */
export async function publish(outside: Outside): Promise<number> {
  const shown = await preview(outside);
  const customId = buttonFor(shown, "confirm") ?? "";
  const refused = await pressButton(outside, BOB, { message: shown, customId });
  assert(refused.kind === "only you", "another person's Confirm was not refused");
  return confirm(outside, shown);
}

/** The owner's Confirm; answers the number of the pull request, which changes what was shown. */
export async function confirm(outside: Outside, shown: Message): Promise<number> {
  const { pulls } = outside.github.state;
  const before = pulls.length;
  const published = await press(outside, shown, "confirm");
  const pull = pulls.at(-1);
  assert(pull && pulls.length === before + 1, `${pulls.length - before} pull requests`);
  assert(pull.draft && pull.state === "open", "the pull request is not an open draft");
  assert.match(published.content, new RegExp(`#${pull.number}\\b`));
  assert.equal(diffOnGitHub(outside, pull.head), diffIn(shown), "what was published is not what was shown");
  return pull.number;
}

/** From /ux-update to Cancel, which must leave no trace on GitHub. */
export async function cancel(outside: Outside): Promise<string> {
  const before = outside.github.state.refs.size;
  const shown = await preview(outside);
  const ended = await press(outside, shown, "cancel");
  assert.equal(buttonFor(ended, "confirm"), undefined, "a cancelled preview can be confirmed");
  assert.equal(outside.github.state.refs.size, before, "a cancelled change was published");
  return buttonFor(shown, "confirm")?.split(":")[1] ?? "";
}

/** The change of the one file that differs on a branch, as the preview writes it. */
function diffOnGitHub({ github: { state } }: Outside, branch: string): string {
  const [main, other] = [state.files("main"), state.files(branch)];
  const contentOf = (id: string | undefined) => String(id === undefined ? "" : state.objects.blob(id));
  const changed = [...other].filter(([path, { id }]) => main.get(path)?.id !== id);
  return changed
    .map(([path, { id }]) => unifiedDiff(path, contentOf(main.get(path)?.id), contentOf(id)))
    .join("\n");
}
