import { buttonActions } from "#src/discord/custom-id.ts";
import type { Opening } from "#src/discord/opening.ts";
import type { ShownButton } from "#tests/support/conversations/memory-discord.ts";
import type { Reply } from "#src/discord/replies.ts";
import { type Act, type Acting, APPROVER_ROLE, type World } from "#tests/support/conversations/world.ts";
import type { Click } from "./reference.ts";

export const OWNER = "1";
export const STRANGER = "2";
export const THIRD = "3";
export type Actor = typeof OWNER | typeof STRANGER | typeof THIRD;

/** What somebody confirmed: the change that the message showed beside the button they pressed. */
export interface Confirmation {
  conversation_id: string;
  revision: number;
  diff: string[];
  owner: string;
  /** How many others had to approve it. */
  approvals: number;
}

/** What somebody approved, by the change that the message showed beside the button. */
export interface Approval {
  conversation_id: string;
  revision: number;
  diff: string[];
  by: string;
}

export interface OpenedModal {
  target: ShownButton;
  inputs: string[];
}

/** A form that was opened for a message. */
export type OpenedForm = Extract<Opening, { opens: "message" }>;

/** A world with what its people did and saw. */
export class Session {
  readonly world: World;
  readonly sent: Acting[] = [];
  readonly modals: OpenedModal[] = [];
  readonly forms: OpenedForm[] = [];
  readonly confirmations: Confirmation[] = [];
  readonly approvals: Approval[] = [];
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

  /** Notes what an act that had an effect has agreed to. */
  agreed(button: ShownButton, by: string): void {
    const { approvals } = this.world;
    if (button.action === "confirm") this.confirmations.push({ ...button, owner: by, approvals });
    if (button.action === "approve") this.approvals.push({ ...button, by });
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
  if (!("target" in interaction) || !interaction.target) return null;
  const { conversation_id, revision } = interaction.target;
  const action = buttonActions.find((one) => one === interaction.target?.action);
  if (action === undefined) return null;
  if (interaction.kind === "button" && ["edit", "answer", "decline"].includes(action)) return null;
  const { interaction_id, user, role_ids } = interaction;
  const hasRole = role_ids.includes(APPROVER_ROLE);
  return { action, conversation_id, revision, by: user.id, hasRole, interaction_id };
}
