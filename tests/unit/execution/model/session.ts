import type { ShownButton } from "#tests/support/conversations/memory-discord.ts";
import type { Reply } from "#src/discord/replies.ts";
import type { Act, Acting, World } from "#tests/support/conversations/world.ts";
import type { Click } from "./reference.ts";

export const OWNER = "1";
export const STRANGER = "2";
export type Actor = typeof OWNER | typeof STRANGER;

/** What somebody confirmed: the change that the message showed beside the button they pressed. */
export interface Confirmation {
  conversation_id: string;
  revision: number;
  diff: string[];
}

export interface OpenedModal {
  target: ShownButton;
  inputs: string[];
}

/** A world with what its people did and saw. */
export class Session {
  readonly world: World;
  readonly sent: Acting[] = [];
  readonly modals: OpenedModal[] = [];
  readonly confirmations: Confirmation[] = [];
  /** What happened in it, by name: a search that never reaches something proves nothing about it. */
  readonly reached = new Set<string>();

  constructor(world: World) {
    this.world = world;
  }

  /** Sends an act and tells whether it had an effect. */
  async act(
    actor: Actor,
    act: Act,
    reply: "received" | "lost",
  ): Promise<{ interaction: Acting; answer: Reply; effect: boolean }> {
    const interaction = this.world.interaction(actor, act);
    this.sent.push(interaction);
    const before = this.#state();
    const answer = await this.world.send(interaction, reply);
    return { interaction, answer, effect: this.#state() !== before };
  }

  async again(interaction: Acting): Promise<{ effect: boolean }> {
    const before = this.#state();
    await this.world.sendAgain(interaction);
    return { effect: this.#state() !== before };
  }

  /** Every effect is one more record of the stream. */
  #state(): number {
    return this.world.table.stream.length;
  }
}

/** One of the last things in a list: 0 is the newest. */
export const newest = <T>(list: readonly T[], back: number): T | undefined =>
  list.at(-1 - (back % Math.max(list.length, 1)));

/** What an interaction asks for; null for a button that only opens a modal. */
export function clickOf(interaction: Acting): Click | null {
  if (interaction.kind === "command" || !interaction.target) return null;
  const { action, conversation_id, revision } = interaction.target;
  if (interaction.kind === "button" && (action === "edit" || action === "answer")) return null;
  const { interaction_id, user } = interaction;
  return { action, conversation_id, revision, by: user.id, interaction_id };
}
