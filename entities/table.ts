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
  /**
   * The live conversations of each Discord server. Its keys are set at the start and never change; records lack the sort key,
   * so that they are not in it. Both are attributes of their own: keys made for an index would take a start above one write unit.
   */
  guildIndex: {
    name: "guild-index",
    partitionKey: "guild_id",
    sortKey: "live",
    projection: "KEYS_ONLY",
  },
} as const;

/** The DynamoDB type of a key: a string, or a number where a time is one. */
export const attributeType = (key: string): "S" | "N" => (key === table.guildIndex.sortKey ? "N" : "S");
