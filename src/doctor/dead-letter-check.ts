import { GetQueueAttributesCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { type Check, type Verdict, ok, problem, skipped } from "./check.ts";

interface Letters {
  /** How many there are now; null when it cannot be known. */
  count: () => Promise<number | null>;
  remedy: string;
}

/** Events that `execution` could not handle after all retries. */
export const deadLetterCheck = ({ count, remedy }: Letters): Check => ({
  name: "dead letters",
  look: async () => verdictOf(await count(), remedy),
});

function verdictOf(letters: number | null, remedy: string): Verdict {
  if (letters === null) return skipped("Where they are kept is not known.");
  if (letters === 0) return ok("None.");
  return problem(`${letters} ${letters === 1 ? "event was" : "events were"} given up.`, remedy);
}

export async function queueLength(client: Pick<SQSClient, "send">, url: string): Promise<number> {
  const AttributeNames = [
    "ApproximateNumberOfMessages" as const,
    "ApproximateNumberOfMessagesNotVisible" as const,
  ];
  const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames }));
  return AttributeNames.reduce((sum, name) => sum + Number(Attributes?.[name] ?? 0), 0);
}
