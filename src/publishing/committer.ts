import type { Publication } from "./publisher.ts";

/** The author and committer of every commit; the address receives nothing. */
export const COMMITTER = { name: "ux-agent", email: "ux-agent@users.noreply.github.com" };

/** The time in a commit, in whole seconds as Git keeps it: that of the confirmation, so that it is always the same. */
export function commitTime({ confirmed_at }: Publication): Date {
  return new Date(Math.floor(Date.parse(confirmed_at) / 1000) * 1000);
}
