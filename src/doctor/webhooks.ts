import type { AccessOptions } from "#src/publishing/github/on-repository.ts";
import { findWebhook } from "#src/publishing/github/webhooks.ts";
import { type Check, type Verdict, ok, problem, skipped } from "./check.ts";

export interface WebhookSide {
  options: AccessOptions;
  /** Where GitHub has to report to; undefined where nothing is deployed for it. */
  url: string | undefined;
  /** Whether there is the secret from which that of the webhook is made. */
  hasSecret: () => Promise<boolean>;
  /** What makes or mends the webhook. */
  register: string;
  /** What stores the secret. */
  store: string;
}

/** Whether GitHub reports what becomes of a repository's pull requests. Without that, it is found once a day. */
export const webhookCheck = (side: WebhookSide): Check => ({
  name: `webhook of ${side.options.repository}`,
  look: async () => {
    const { url, hasSecret, store, register } = side;
    if (url === undefined) return skipped("This release of it was deployed without one.");
    if (!(await hasSecret())) return skipped(`${WITHOUT} ${store}, then: ${register}`);
    const found = await findWebhook({ ...side.options, url });
    if (!found.ok)
      return skipped(
        "The bot may not look at webhooks. The repository's Settings → Webhooks tell of it (docs/operations.md, “Following”).",
      );
    return found.webhook
      ? verdictOf(found.webhook, register)
      : problem(`There is none. ${WITHOUT}`, register);
  },
});

const WITHOUT = "Without it, what becomes of a pull request is found once a day.";

function verdictOf(
  { differences, lastStatus }: { differences: string[]; lastStatus: number | null },
  register: string,
): Verdict {
  const [first] = differences;
  if (first !== undefined) return problem(`It is there, but ${differences.join(", and ")}.`, register);
  if (lastStatus === null || lastStatus < 400) return ok("GitHub reports what becomes of pull requests.");
  return problem(
    `Its last report was answered ${lastStatus}.`,
    lastStatus === 401
      ? `Its secret is another one: ${register}`
      : "The log of `github` says why. Once that is mended, GitHub can deliver it again (Settings → Webhooks).",
  );
}
