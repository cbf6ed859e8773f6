/** The folder of our branches. Git cannot have both a branch and branches below its name. */
export const FOLDER = "ux-update";
/** What every branch of ours begins with; nothing else is ever made or deleted. */
export const BRANCH_PREFIX = `${FOLDER}/`;

/** The id of an object of Git's, in either of its two formats. */
export const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

const BRANCH = new RegExp(`^${BRANCH_PREFIX}[A-Za-z0-9][A-Za-z0-9_-]{0,150}$`);
const CONVERSATION_ID = /^[A-Za-z0-9_-]{1,100}$/;

/** Whether a branch has a name as ours have. */
export const isOurs = (branch: string): boolean => BRANCH.test(branch);

/** Whether a branch is the one of a conversation; only such a branch is ever made or deleted. */
export const belongsTo = (branch: string, conversationId: string): boolean =>
  isOurs(branch) && CONVERSATION_ID.test(conversationId) && branch.endsWith(`-${conversationId}`);

/** Whose branch it is, by its name; null for a branch that is not one of ours. */
export function conversationIn(branch: string): string | null {
  const id = branch.slice(branch.lastIndexOf("-") + 1);
  return belongsTo(branch, id) ? id : null;
}

/** The branch of a conversation: the prefix, then `<section>-<conversation id>`, whatever characters the section's id has. */
export function branchName(section: string, conversationId: string): string {
  const words = section.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return `${BRANCH_PREFIX}${words.slice(0, 40) || "page"}-${conversationId}`;
}
