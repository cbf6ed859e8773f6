import { GetQueueAttributesCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { type Check, type Verdict, ok, problem, skipped } from "./check.ts";

interface Letters {
  /** What is kept there. */
  name: "dead letters" | "dead records";
  /** How many there are now; null when it cannot be known. */
  count: () => Promise<number | null>;
  remedy: string;
}

/** What `execution` could not carry out, or `dispatch` could not route, after all tries. */
export const deadLetterCheck = ({ name, count, remedy }: Letters): Check => ({
  name,
  look: async () => lettersVerdict(await count(), remedy),
});

function lettersVerdict(letters: number | null, remedy: string): Verdict {
  if (letters === null) return skipped("Where they are kept is not known.");
  if (letters === 0) return ok("None.");
  return problem(`${letters} ${letters === 1 ? "event was" : "events were"} given up.`, remedy);
}

type Client = Pick<SQSClient, "send">;

const COUNTS = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"] as const;

export async function queueLength(client: Client, url: string): Promise<number> {
  const attributes = await attributesOf(client, url, COUNTS);
  return COUNTS.reduce((sum, name) => sum + Number(attributes[name] ?? 0), 0);
}

export async function queueArn(client: Client, url: string): Promise<string | undefined> {
  return (await attributesOf(client, url, ["QueueArn"]))["QueueArn"];
}

type Name = (typeof COUNTS)[number] | "QueueArn" | "RedrivePolicy" | "VisibilityTimeout";

async function attributesOf(client: Client, url: string, names: readonly Name[]) {
  const command = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [...names] });
  return (await client.send(command)).Attributes ?? {};
}

interface Queue {
  client: Client;
  /** As the stack has it. */
  url: string | undefined;
  /** Where `dispatch` sends to. */
  sentTo: string | undefined;
  /** How long `execution` may run, in seconds. */
  timeout: number | undefined;
  remake: string;
}

/** The queue between `dispatch` and `execution` is the stack's own, keeps order, and gives up in the end. */
export const queueCheck = ({ client, url, sentTo, timeout = 0, remake }: Queue): Check => ({
  name: "queue",
  look: async () => {
    if (!url) return problem("The stack has none.", remake);
    if (sentTo !== url)
      return problem(`\`dispatch\` sends to ${sentTo ?? "no queue"}, not to ${url}.`, remake);
    const attributes = await attributesOf(client, url, [...COUNTS, "RedrivePolicy", "VisibilityTimeout"]);
    const { RedrivePolicy, VisibilityTimeout = "0" } = attributes;
    if (!RedrivePolicy) return problem("It has no dead-letter queue: what fails is tried for ever.", remake);
    if (Number(VisibilityTimeout) <= timeout)
      return problem(
        `It hides a message for ${VisibilityTimeout} s, and \`execution\` may work on it for ${timeout} s.`,
        remake,
      );
    const waiting = COUNTS.reduce((sum, name) => sum + Number(attributes[name] ?? 0), 0);
    return ok(`${waiting} waiting or worked on.`);
  },
});
