import type { ConversationEntity } from "#entities/conversation.ts";
import { hasKnownShape } from "#entities/shape.ts";
import { type Status, epochSeconds } from "./conversation.ts";
import type { Event, PersonsEvent } from "./events.ts";
import { type Rule, rules } from "./transitions.ts";

/** The rule of an event as a DynamoDB condition; `refusalOf` says the same of an item in memory. */
export function conditionOf(event: Event, item: Attributes, is: Operations): string {
  const rule = rules[event.type];
  const conditions = [hasKnownShape(item, is), phaseCondition(rule, item, is)];
  if ("by" in event)
    conditions.push(
      ...(rule.by === "owner" ? personConditions(event, item, is) : anotherConditions(event, item, is)),
    );
  if (rule.sameRevision) conditions.push(is.eq(item.revision, event.revision));
  if (rule.unexpired) conditions.push(is.gt(item.ttl, epochSeconds(event.at)));
  if (event.type === "announced") conditions.push(is.notExists(item.announced));
  if ("interaction_id" in event) conditions.push(is.notContains(item.interactions, event.interaction_id));
  return conditions.join(" AND ");
}

/** Whose conversation it is and in which server; a manager's rights end where their server does. */
function personConditions(
  { by, privileged, guild_id }: PersonsEvent,
  item: Attributes,
  is: Operations,
): string[] {
  const owner = privileged ? [] : [is.eq(item.user_id, by)];
  if (guild_id === undefined) return owner;
  return [...owner, guild_id === null ? is.notExists(item.guild_id) : is.eq(item.guild_id, guild_id)];
}

/** Someone else's decision: never the owner's, and an approval counts once for each person. */
function anotherConditions(event: PersonsEvent, item: Attributes, is: Operations): string[] {
  const { type, by, guild_id } = event;
  const others = [
    is.ne(item.user_id, by),
    guild_id ? is.eq(item.guild_id, guild_id) : is.notExists(item.guild_id),
  ];
  if (type !== "approve" && type !== "approve-last") return others;
  const last = type === "approve-last";
  const missing = last ? is.eq(item.approvals_missing, 1) : is.gt(item.approvals_missing, 1);
  return [...others, is.notContains(item.approvers, by), missing];
}

/** DynamoDB refuses redundant parentheses, so that only what needs them gets them. */
function phaseCondition(rule: Rule, item: Attributes, is: Operations): string {
  const statusIs = (status: Status) => is.eq(item.status, status);
  const phases = rule.from.map((phase) => {
    if (phase !== "undrafted" && phase !== "failed") return statusIs(phase);
    const base = phase === "failed" ? is.exists(item.base) : is.notExists(item.base);
    return `${statusIs("failed")} AND ${base}`;
  });
  return phases.length > 1 ? `(${phases.join(" OR ")})` : phases.join("");
}

type Where = Parameters<ReturnType<ConversationEntity["remove"]>["where"]>[0];
type Attributes = Parameters<Where>[0];
type Operations = Parameters<Where>[1];
