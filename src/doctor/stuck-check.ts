import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type Found, findStuck } from "#src/admin/stuck-conversations.ts";
import { type Check, type Verdict, ok, problem } from "./check.ts";

interface Options {
  client: Pick<DynamoDBClient, "send">;
  table: string;
  now: () => Date;
  /** How `npm run admin --` is told which table is meant. */
  adminOptions: string;
}

/** Most that are named. */
const NAMED = 5;

/** Nothing waits for `execution` longer than it should. */
export const stuckCheck = (options: Options): Check => ({
  name: "stuck conversations",
  look: async () => verdictOf(await findStuck(options), options),
});

function verdictOf({ stuck, seen, complete }: Found, { adminOptions }: Options): Verdict {
  const where = complete ? "the whole table" : `the first ${seen} items`;
  if (stuck.length === 0) return ok(`None in ${where}.`);
  const named = stuck.slice(0, NAMED).map(({ conversation_id, status }) => `${conversation_id} (${status})`);
  return problem(
    `${stuck.length} in ${where} for more than five minutes: ${named.join(", ")}${stuck.length > NAMED ? "…" : ""}.`,
    `The log of \`execution\` says why; mend that, then: npm run admin -- ${adminOptions}redrive`,
  );
}
