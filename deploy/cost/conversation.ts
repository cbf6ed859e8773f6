/**
 * What the reference conversation uses: `section:header text:"Welcome" color:"#FF0080"` on the sample site, with a reply token
 * of 214 characters and without an image; asked for, shown, confirmed, published and in the end archived.
 * tests/acceptance/cost.test.ts measures it on the engine and fails when this is no longer so.
 */
export const conversation = {
  /** The length of its preview, which is most of what is stored. */
  previewCharacters: 615,
  /** Write request units: four writes while it lives, one that counts it, and its record. Both indexes are in them. */
  writeUnits: 15,
  /**
   * `execution` reads the conversation consistently for each of its two steps, 4 KB a unit, and who is blocked before it
   * publishes. The site is read once a minute by
   * each container of `interactions` and `execution`: at most twice for each conversation.
   */
  readUnits: 5,
  /** Calls of `interactions`: the command and Confirm. */
  interactions: 2,
  /** Calls of `dispatch`: what is to be drafted, what is to be published, and what was removed. */
  dispatches: 3,
  /** Calls of `execution`: to draft and to publish. What was published is archived without it. */
  executions: 2,
  /** Requests to the queue for each task: it is sent, received and deleted. */
  queueRequestsPerTask: 3,
  /** Of its record, as DynamoDB counts them. */
  recordBytes: 2000,
} as const;
