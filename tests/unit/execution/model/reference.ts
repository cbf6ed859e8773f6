import type { ButtonAction } from "#src/discord/custom-id.ts";
import { type Conversation, phaseOf } from "#src/conversations/conversation.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What a conversation should be, told as plainly as possible and without any of the code under test. */
export interface Expected {
  owner: string;
  phase: string;
  revision: number;
  /** Milliseconds. */
  until: number;
  /** Of the revision that waits for them. */
  missing: number;
  approvers: Set<string>;
  /** The interactions that had an effect. */
  seen: Set<string>;
}

export interface Click {
  action: ButtonAction;
  conversation_id: string;
  revision: number;
  by: string;
  /** Whether the click was made with the role that approves: one that comes again was, or was not, whatever came since. */
  hasRole: boolean;
  interaction_id: string;
}

const undecided = ["drafting", "clarifying", "previewed", "approving", "undrafted"];

/** An undo leaves the conversation that it takes back as it is, and begins another. */
type Deciding = Exclude<ButtonAction, "undo">;

const possible: Record<Deciding, string[]> = {
  answer: ["clarifying"],
  "as-understood": ["clarifying"],
  "as-meant": ["clarifying"],
  edit: undecided,
  confirm: ["previewed"],
  approve: ["approving"],
  decline: ["approving"],
  cancel: undecided,
  retry: ["failed"],
  redraft: ["undrafted"],
  withdraw: ["published"],
  "retry-for": [],
  "redraft-for": [],
  block: [],
  unblock: [],
};

const next: Record<Exclude<Deciding, "confirm" | "approve">, string> = {
  decline: "previewed",
  answer: "drafting",
  "as-understood": "drafting",
  "as-meant": "drafting",
  edit: "drafting",
  cancel: "gone",
  retry: "confirmed",
  redraft: "drafting",
  withdraw: "withdrawing",
  "retry-for": "confirmed",
  "redraft-for": "drafting",
  block: "",
  unblock: "",
};

/** Where `execution` may take a conversation from, and to. */
const worked: Record<string, string[]> = {
  drafting: ["previewed", "clarifying", "undrafted"],
  confirmed: ["published", "failed", "previewed", "undrafted"],
  failed: ["published"],
  withdrawing: ["withdrawn", "published"],
  published: ["withdrawn"],
};

/** The plain model: what everybody's clicks should come to. */
export class Reference {
  readonly conversations = new Map<string, Expected>();
  /** Whose form is open for a message, and until when. */
  readonly #forms = new Map<string, { owner: string; until: number }>();

  formOpened(id: string, owner: string, now: number): void {
    this.#forms.set(id, { owner, until: untilAfter(now, HOUR) });
  }

  /** Whether a form that is sent should begin a conversation: its opener's, in time, and once. */
  formSent(id: string, by: string, now: number): boolean {
    const form = this.#forms.get(id);
    if (form?.owner !== by || now >= form.until) return false;
    return this.#forms.delete(id);
  }

  started(id: string, owner: string, conversation: Conversation, now: number): void {
    const { status: phase, revision } = conversation;
    const until = untilAfter(now, HOUR);
    const others = { missing: 0, approvers: new Set<string>() };
    this.conversations.set(id, { owner, phase, revision, until, ...others, seen: new Set() });
  }

  /** Whether a click should have an effect; the state follows it if so. */
  click(
    { action, conversation_id, revision, by, hasRole, interaction_id }: Click,
    now: number,
    site: { approvals: number },
  ): boolean {
    const it = this.conversations.get(conversation_id);
    if (action === "undo" || !it || it.seen.has(interaction_id)) return false;
    const isOthers = action === "approve" || action === "decline";
    if (isOthers ? it.owner === by || site.approvals === 0 || !hasRole : it.owner !== by) return false;
    if (action === "approve" && it.approvers.has(by)) return false;
    if (!possible[action].includes(it.phase)) return false;
    if (action !== "cancel" && revision !== it.revision) return false;
    if (action !== "withdraw" && now >= it.until) return false;
    it.seen.add(interaction_id);
    if (action === "approve") return this.#approve(it, by, now);
    it.phase = action === "confirm" ? (site.approvals > 0 ? "approving" : "confirmed") : next[action];
    it.missing = site.approvals;
    it.approvers = new Set();
    if (it.phase === "drafting" || action === "decline") it.revision += 1;
    it.until = untilAfter(now, it.phase === "drafting" || action === "decline" ? HOUR : DAY);
    return true;
  }

  /** The time that an approval is waited for does not begin anew. */
  #approve(it: Expected, by: string, now: number): true {
    it.approvers.add(by);
    it.missing -= 1;
    if (it.missing > 0) return true;
    it.phase = "confirmed";
    it.until = untilAfter(now, DAY);
    return true;
  }

  /** Follows what `execution` made of a conversation; names what it may not have done. */
  follow(id: string, conversation: Conversation | null): string | null {
    const it = this.conversations.get(id);
    if (!it) return conversation && `${id} exists though nobody started it`;
    if (!conversation) {
      it.phase = "gone";
      return null;
    }
    const phase = phaseOf(conversation);
    const lookAgain = it.phase === "confirmed" && phase === "previewed";
    const revision = it.revision + (lookAgain ? 1 : 0);
    const allowed = phase === it.phase || worked[it.phase]?.includes(phase);
    if (!allowed || conversation.revision !== revision)
      return `${id} went from ${it.phase} (${it.revision}) to ${phase} (${conversation.revision})`;
    Object.assign(it, { phase, revision, until: conversation.ttl * 1000 });
    return null;
  }
}

/** Lifetimes are whole seconds. */
const untilAfter = (now: number, span: number): number => Math.floor((now + span) / 1000) * 1000;
