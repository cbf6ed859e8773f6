import { archived } from "./failure.ts";
import { type AccessOptions, onRepository } from "./on-repository.ts";
import type { Outcome } from "#src/publishing/publisher.ts";
import { refuse } from "#src/publishing/refusal.ts";
import { sentence } from "#src/words/sentence.ts";

/**
 * Whether the bot may make branches and pull requests, as far as GitHub tells without anything being made: an App's
 * token is only given out with both permissions, and for a person's token GitHub says what that person may.
 */
export const publishingAccess = (options: AccessOptions): Promise<Outcome<{ as: "app" | "person" }>> =>
  onRepository(options, async ({ answer: { data } }) => {
    if (data.archived) throw archived(data.full_name);
    if ("appId" in options.auth) return { as: "app" };
    if (data.permissions?.push) return { as: "person" };
    throw refuse("no-permission", sentence("github.token-owner", { repository: options.repository }));
  });
