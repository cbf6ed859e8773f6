import { type Action, type Attached, type ModalInput, type Outcome, UPLOADS_PATH } from "#playground/wire.ts";
import { ask, wordsOf } from "../shared/ask.ts";
import { change, emptyComposer, nameOf, state } from "./state.ts";
import type { SlashCommand } from "./slash-commands.ts";

/** Acts as a member, and shows at once what Discord would show this member. */
export async function act(action: Action, by = state.me): Promise<Outcome> {
  const key = JSON.stringify(action);
  state.busy.add(key);
  change();
  const outcome = await ask<Outcome>("POST", "/playground/actions", { by, action }).catch(failed);
  state.busy.delete(key);
  settle(outcome, by, "message" in action && action.do !== "menu" ? action.message : null);
  return outcome;
}

/** Clicks the same button twice at the same moment. */
export async function pressTwice(message: string, customId: string): Promise<void> {
  const outcomes = await Promise.all([act(press(message, customId)), act(press(message, customId))]);
  if (outcomes.every(({ shows }) => shows !== "failed"))
    notice("Clicked twice at once. Both clicks were answered, see Payloads; what they ask for is done once.");
}

export const isBusy = (action: Action): boolean => state.busy.has(JSON.stringify(action));

export const press = (message: string, customId: string): Action => ({ do: "press", message, customId });

export async function useCommand(
  command: SlashCommand,
  given: { values: Record<string, string>; files: Record<string, File> },
): Promise<void> {
  const options = Object.fromEntries(Object.entries(given.values).filter(([, value]) => value.trim() !== ""));
  change({ composer: emptyComposer() });
  const files = Object.entries(given.files);
  const uploads = Promise.all(files.map(async ([option, file]) => [option, await upload(file)] as const));
  const uploaded = await uploads.catch((error: unknown) => notice(wordsOf(error)));
  if (!uploaded) return;
  const attachments = Object.fromEntries(uploaded);
  await sending(wordsIn(command, options), () =>
    act({ do: "command", name: command.name, options, attachments }),
  );
}

const wordsIn = ({ name }: SlashCommand, options: Record<string, string>): string =>
  [`/${name}`, ...Object.entries(options).map(([option, value]) => `${option}: ${value}`)].join(" ");

/** Shows that something is under way until the channel has it. */
async function sending(words: string, send: () => Promise<unknown>): Promise<void> {
  const one = { id: crypto.randomUUID(), by: state.me, words };
  change({ sending: [...state.sending, one] });
  await send();
  change({ sending: state.sending.filter(({ id }) => id !== one.id) });
}

/** Writes a message of one's own in the channel. */
export async function say(content: string, file: File | undefined): Promise<void> {
  change({ composer: emptyComposer() });
  const uploaded = await (file ? upload(file) : Promise.resolve(null)).catch((error: unknown) =>
    notice(wordsOf(error)),
  );
  if (uploaded === undefined) return;
  await act({ do: "say", content, attachments: uploaded ? [uploaded] : [] });
}

/** Uploads a file, as Discord's client does before it sends the command that names it. */
async function upload(file: File): Promise<Attached> {
  const kept = await ask<Attached>("POST", `${UPLOADS_PATH}?name=${encodeURIComponent(file.name)}`, file);
  const image = await createImageBitmap(file).catch(() => null);
  return image ? { ...kept, width: image.width, height: image.height } : kept;
}

export function submit(customId: string, message: string | null, inputs: ModalInput[]): Promise<unknown> {
  change({ modal: null });
  return act({ do: "submit", message, customId, inputs });
}

/** Sends the same bytes of an interaction again, as a network may. */
export async function replay(payload: number): Promise<void> {
  const outcome = await ask<Outcome>("POST", `/playground/payloads/${payload}/replay`).catch(failed);
  settle(outcome, state.me, null);
  if (outcome.shows === "message")
    notice("Sent again. The service has answered; Discord would change nothing for a second answer.");
}

export async function letHourPass(conversation: string): Promise<void> {
  await ask("POST", `/playground/conversations/${conversation}/hour`).then(
    () =>
      notice(
        "The hour has passed. DynamoDB removes the request in a few seconds; click before that, or wait.",
      ),
    (error: unknown) => notice(wordsOf(error)),
  );
}

export const breakDown = (what: "execution" | "stream"): Promise<void> =>
  ask<typeof state.faults>("POST", `/playground/faults/${what}`).then(
    (faults) => change({ faults }),
    (error: unknown) => notice(wordsOf(error)),
  );

/** Shows the reader of the page a notice beside the channel. */
export function notice(text: string): void {
  const id = crypto.randomUUID();
  change({ notices: [...state.notices, { id, to: state.me, at: Date.now(), text }] });
}

function settle(outcome: Outcome, by: string, message: string | null): void {
  if (outcome.shows === "choices") return change();
  if (outcome.shows === "failed") return notice(`The application did not respond: ${outcome.why}.`);
  if (by !== state.me) return notice(seenBy(nameOf(by), outcome));
  change(outcome.shows === "modal" ? { modal: { modal: outcome.modal, message } } : {});
}

/** What another member sees of an action that was done in their name. */
function seenBy(name: string, outcome: Extract<Outcome, { shows: "message" | "modal" }>): string {
  if (outcome.shows === "modal")
    return `A form opened for ${name}: be ${name} to press the button and fill it in.`;
  return outcome.told
    ? `Only ${name} is told: “${outcome.told}”`
    : `${name} may do that: the message follows.`;
}

const failed = (error: unknown): Outcome => ({ shows: "failed", why: wordsOf(error) });
