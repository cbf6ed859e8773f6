import type { Publication } from "./publisher.ts";

/**
 * The author and committer of every commit. The address belongs to no one (RFC 2606): with one of GitHub's addresses,
 * GitHub would show the commit as the work of the account that has that name.
 */
export const COMMITTER = { name: "ux-agent", email: "ux-agent@noreply.invalid" };

/** The time in a commit, in whole seconds as Git keeps it: that of the confirmation, so that it is always the same. */
export function commitTime({ confirmed_at }: Publication): Date {
  return new Date(Math.floor(Date.parse(confirmed_at) / 1000) * 1000);
}
