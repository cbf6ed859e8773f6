import { rateLimited } from "./failure.ts";
import { PublishingRefused } from "#src/publishing/refusal.ts";

/** Keeps a limit that GitHub has told of: who goes on asking may be locked out ("Rate limits for the REST API"). */
export class GitHubLimit {
  #until = 0;

  /** @throws a refusal while the limit lasts */
  check(): void {
    const seconds = Math.ceil((this.#until - Date.now()) / 1000);
    if (seconds > 0) throw new PublishingRefused(rateLimited(seconds));
  }

  /** Learns from what went wrong. */
  heed(trouble: unknown): void {
    const seconds = trouble instanceof PublishingRefused ? trouble.failure.retry_after_seconds : undefined;
    if (seconds !== undefined) this.#until = Date.now() + seconds * 1000;
  }
}
