/** Everything a conversation can be while its item is in the table. */
export const conversationStatuses = [
  "drafting",
  "clarifying",
  "previewed",
  "approving",
  "confirmed",
  "published",
  "failed",
  "withdrawing",
  "withdrawn",
] as const;

/** How a conversation can have ended, in its record. */
export const recordOutcomes = ["published", "failed", "cancelled", "expired", "withdrawn"] as const;
