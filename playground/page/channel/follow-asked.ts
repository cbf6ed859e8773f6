import { ask } from "../shared/ask.ts";
import { type Asked, askedNow } from "./asked.ts";
import { change, state } from "./state.ts";

/** The preview that was followed last, with its revision. */
let followed = "";

/** Turns to the page on which the newest preview shows, once for each preview. */
export function followNewest(): void {
  const newest = askedNow().toSorted((one, other) => other.at - one.at)[0];
  if (!newest || !state.repository || followed === keyOf(newest)) return;
  followed = keyOf(newest);
  void turnTo(newest);
}

const keyOf = ({ conversation, revision }: Asked): string => `${conversation}:${revision}`;

/** Turns to the page on which a preview shows; where it shows on none, nothing is turned. */
export async function turnTo({ conversation, revision }: Asked): Promise<void> {
  const { repository } = state;
  if (!repository || repository.pages.length < 2) return;
  const query = new URLSearchParams([
    ["revision", String(revision)],
    ...[state.page, ...repository.pages].map((page) => ["page", page]),
  ]);
  const path = `/playground/pages/${repository.base.commit}/asked/${conversation}/where?${query}`;
  const { page } = await ask<{ page: string | null }>("GET", path).catch(() => ({ page: null }));
  const isStillAsked = askedNow().some((one) => one.conversation === conversation);
  if (page !== null && isStillAsked) change({ page });
}
