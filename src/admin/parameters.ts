import * as z from "zod/mini";
import { shownStatuses } from "./conversation-view.ts";

/** A parameter that cannot be used. `message` continues a sentence that begins with its name. */
export interface Problem {
  parameter: string;
  message: string;
}

const discordId = (what: string) =>
  z.string(`must be ${what}`).check(z.regex(/^\d{1,20}$/, `must be ${what}: 1 to 20 digits`));
const userId = discordId("a Discord user id");
const LIMIT = "must be a whole number from 1 to 100";

/** The parameters of a list by user, as they stand in the URL. */
export const listParameters = z.strictObject({
  userId,
  limit: z._default(z.pipe(z.string().check(z.regex(/^([1-9]\d?|100)$/, LIMIT)), z.transform(Number)), 20),
  cursor: z.optional(z.string()),
  status: z.optional(z.enum(shownStatuses, `must be one of ${shownStatuses.join(", ")}`)),
});

/** The parameters of the list of what is open, in one server or in all. */
export const openParameters = z.strictObject({
  guildId: z.optional(discordId("the id of a Discord server")),
});

export const userParameters = z.strictObject({ userId });
export const conversationParameters = z.strictObject({
  conversationId: discordId("the id of a conversation"),
});

/** Parses the parameters of a request. When several are wrong, it returns the first problem. */
export function readParameters<S extends z.ZodMiniType>(
  schema: S,
  given: Record<string, unknown>,
): { ok: true; data: z.infer<S> } | { ok: false; problem: Problem } {
  const read = schema.safeParse(given);
  return read.success
    ? { ok: true, data: read.data }
    : { ok: false, problem: problemOf(read.error.issues[0]) };
}

function problemOf(issue: z.core.$ZodIssue | undefined): Problem {
  if (issue?.code === "unrecognized_keys")
    return { parameter: issue.keys[0] ?? "", message: "is not a parameter of this query" };
  return { parameter: String(issue?.path[0] ?? ""), message: issue?.message ?? "is not valid" };
}
