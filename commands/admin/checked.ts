import type { Problem } from "#src/admin/parameters.ts";
import { UserError } from "#src/errors.ts";

const spoken: Record<string, string> = { userId: "--user", conversationId: "<id>" };

/**
 * What was parsed, or the end of the command.
 * @throws UserError that names the option which cannot be used
 */
export function checked<T>(read: { ok: true; data: T } | { ok: false; problem: Problem }): T {
  if (read.ok) return read.data;
  const { parameter, message } = read.problem;
  throw new UserError(`${spoken[parameter] ?? `--${parameter}`} ${message}.`);
}
