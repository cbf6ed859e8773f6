import { createHmac } from "node:crypto";

/**
 * The secret of one repository's webhook. Each has one of its own, so that the owner of one site, who can read it, cannot sign
 * for another's; none has to be stored, since the deployment's master secret makes it again.
 * @param repository its id on GitHub
 */
export const webhookSecret = (master: string, repository: string): string =>
  createHmac("sha256", master).update(repository).digest("hex");
