import { createHash } from "node:crypto";
import type { ConversationRepository } from "#src/conversations/conversation-repository.ts";
import type { Conversation } from "#src/conversations/conversation.ts";
import type { StoredProposal } from "#src/conversations/events.ts";
import type { Metrics } from "#src/metrics.ts";
import type { Request } from "#src/requests/interpretation.ts";
import type { Proposal } from "#src/requests/model/proposal.ts";
import { saidIn } from "#src/requests/model/said.ts";
import type { Catalogue } from "#src/site/catalogue.ts";
import type { ModelBudget } from "#src/sites/model-budget.ts";
import type { AskModel } from "./ask-model.ts";

export interface ProposePorts {
  conversations: Pick<ConversationRepository, "apply">;
  /** Null when no model is set up. */
  model: { ask: AskModel; budget: Pick<ModelBudget, "spend"> } | null;
  metrics: Pick<Metrics, "count" | "milliseconds">;
  warn(message: string, details: { error: unknown; conversation_id?: string }): void;
  now: () => Date;
}

/** A proposal, and whether it still has to be stored. */
export interface Proposed {
  proposal: StoredProposal;
  isNew: boolean;
}

/**
 * What a model makes of a conversation's words; null when there is none, or it cannot say. Found stored, no call is made.
 * Whatever goes wrong is written down, and the rules' questions are asked.
 */
export async function propose(
  ports: ProposePorts,
  conversation: Conversation,
  about: { request: Request; catalogue: Catalogue },
): Promise<Proposed | null> {
  const of = digestOf(saidIn(about.request));
  if (conversation.proposal?.of === of) return { proposal: conversation.proposal, isNew: false };
  // An answer to a suggestion was about another one, and what is decided is not read anew.
  const isNew = conversation.status === "drafting" && about.request.answers["meant"] === undefined;
  if (ports.model === null || !isNew) return null;
  try {
    const proposal = await ask(ports, ports.model, about);
    return proposal && { proposal: { of, ...proposal }, isNew: true };
  } catch (error) {
    ports.metrics.count("ModelFailed");
    ports.warn("A model was not of help", { error, conversation_id: conversation.conversation_id });
    return null;
  }
}

async function ask(
  { metrics, now }: ProposePorts,
  { ask, budget }: NonNullable<ProposePorts["model"]>,
  { request, catalogue }: { request: Request; catalogue: Catalogue },
): Promise<Proposal | null> {
  const spent = await budget.spend();
  if (spent !== "spent") {
    metrics.count("ModelNotAsked");
    return null;
  }
  const begun = now().getTime();
  const { proposal, why } = await ask(saidIn(request), catalogue);
  metrics.count("ModelAsked");
  metrics.milliseconds("ModelMilliseconds", now().getTime() - begun);
  if (proposal === null) throw new Error(`Its answer was not usable: ${why}`);
  return proposal;
}

/**
 * Stores a proposal by itself, before work begins that may have to be done again. Where the conversation has gone on
 * meanwhile, nothing will come of either.
 */
export async function keepProposal(
  { conversations, now }: ProposePorts,
  { conversation_id, revision }: Conversation,
  proposal: StoredProposal,
): Promise<void> {
  await conversations.apply({ type: "proposed", proposal, conversation_id, revision, at: now() });
}

const digestOf = (said: string[]): string => createHash("sha256").update(JSON.stringify(said)).digest("hex");
