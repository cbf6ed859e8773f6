import { table } from "./table.ts";

/*
 * What is published on GitHub and followed. Two small items stand for it, so that what GitHub reports reaches neither the
 * conversation nor its record: one by the repository and the conversation, whose id is in the name of its branch, and one by
 * the commit, since some hosts that deploy it name no branch. Both hold ids and times alone. A hint is one update of one of
 * them, made by a function that loads no ElectroDB, hence no entity.
 */

/** All that is followed stands in one partition, so that one query finds it. */
export const FOLLOWING = "following";

export const followingKey = (repository: string, conversationId: string) => ({
  [table.partitionKey]: { S: FOLLOWING },
  [table.sortKey]: { S: `${repository}#${conversationId}` },
});

export const commitKey = (repository: string, commit: string) => ({
  [table.partitionKey]: { S: `commit#${repository}#${commit}` },
  [table.sortKey]: { S: "commit" },
});
