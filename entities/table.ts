/** The names of the single table, in one place: `serverless.yml` and the local engine are tested against them. */
export const table = {
  defaultName: "ux-agent-conversations",
  partitionKey: "pk",
  sortKey: "sk",
  /** The attribute that DynamoDB's time to live reads, in epoch seconds. */
  ttlAttribute: "ttl",
  streamViewType: "NEW_AND_OLD_IMAGES",
  userIndex: {
    name: "user-index",
    partitionKey: "gsi1pk",
    sortKey: "gsi1sk",
    /** Keys only, so that a change of status never costs an index write. */
    projection: "KEYS_ONLY",
  },
} as const;
