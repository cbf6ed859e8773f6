import { epochSeconds } from "./conversation.ts";

/**
 * How long a decided conversation stays, in seconds: as long as DynamoDB keeps its stream's records (24 hours), so that
 * what was confirmed is there for as long as it can still be carried out.
 */
const DECIDED = 24 * 60 * 60;

/** Discord accepts a reply token for 15 minutes. In milliseconds. */
const REPLY_TOKEN = 15 * 60 * 1000;

/** Until when a conversation lives, in epoch seconds: an hour after an input, a day after a decision or while others approve. */
export interface Lifetimes {
  afterInput(at: Date): number;
  afterDecision(at: Date): number;
  afterSubmission(at: Date): number;
}

export const lifetimes = (conversationTtlSeconds: number, approvalTtlSeconds: number): Lifetimes => ({
  afterInput: (at) => epochSeconds(at) + conversationTtlSeconds,
  afterDecision: (at) => epochSeconds(at) + Math.max(DECIDED, conversationTtlSeconds),
  afterSubmission: (at) => epochSeconds(at) + approvalTtlSeconds,
});

/** Until when a reply token can be used, ISO 8601. */
export const replyTokenExpiry = (receivedAt: Date): string =>
  new Date(receivedAt.getTime() + REPLY_TOKEN).toISOString();

/** Discord waits three seconds for the answer to an interaction; this has one to spare. In milliseconds. */
const ANSWERED = 4000;

/** Whether Discord has the answer to a reply token's interaction by now, or waits for it no more. */
export const isAnsweredBy = (now: Date, tokenExpiry: string): boolean =>
  now.getTime() >= Date.parse(tokenExpiry) - REPLY_TOKEN + ANSWERED;
