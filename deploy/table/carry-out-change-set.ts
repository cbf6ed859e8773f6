import {
  type CloudFormationClient,
  CreateChangeSetCommand,
  DescribeChangeSetCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
} from "@aws-sdk/client-cloudformation";
import { setTimeout as delay } from "node:timers/promises";
import type { StackTemplate } from "#deploy/stage/running-template.ts";
import { UserError } from "#src/errors.ts";

interface ChangeSet {
  stack: string;
  template: StackTemplate;
  /** Milliseconds between two questions. */
  pause?: number | undefined;
  /** A resource that is there already and belongs to the stack from now on. Without it the stack is updated. */
  takeIn?: { type: string; name: string; identifier: Record<string, string> };
}

type Client = Pick<CloudFormationClient, "send">;

const PAUSE_MS = 2000;
/** CloudFormation itself takes its time with a table; nothing is lost when it is waited for no longer. */
const PATIENCE_MS = 30 * 60_000;

/**
 * Makes a change set, and carries it out.
 * @throws UserError with CloudFormation's reason when that fails
 */
export async function carryOutChangeSet(
  client: Client,
  { stack, template, takeIn, pause = PAUSE_MS }: ChangeSet,
): Promise<void> {
  const named = { StackName: stack, ChangeSetName: `ux-agent-table-${Date.now()}` };
  await client.send(
    new CreateChangeSetCommand({
      ...named,
      ChangeSetType: takeIn ? "IMPORT" : "UPDATE",
      TemplateBody: JSON.stringify(template),
      Capabilities: ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"],
      ...(takeIn
        ? {
            ResourcesToImport: [
              {
                ResourceType: takeIn.type,
                LogicalResourceId: takeIn.name,
                ResourceIdentifier: takeIn.identifier,
              },
            ],
          }
        : {}),
    }),
  );
  const made = await settled(pause, async () => {
    const { Status = "", StatusReason } = await client.send(new DescribeChangeSetCommand(named));
    return { status: Status, reason: StatusReason };
  });
  if (made.status !== "CREATE_COMPLETE") throw refused(stack, made);
  await client.send(new ExecuteChangeSetCommand(named));
  // At once a stack may still be as it was before.
  await delay(pause);
  const done = await settled(pause, async () => {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: stack }));
    return { status: Stacks?.[0]?.StackStatus ?? "", reason: Stacks?.[0]?.StackStatusReason };
  });
  if (!/^(IMPORT|UPDATE)_COMPLETE$/.test(done.status)) throw refused(stack, done);
}

interface State {
  status: string;
  reason: string | undefined;
}

const refused = (stack: string, { status, reason }: State): UserError =>
  new UserError(`CloudFormation did not change ${stack} (${status}): ${reason ?? "its events say why"}`);

/** Asks until nothing is in progress. */
async function settled(pause: number, ask: () => Promise<State>): Promise<State> {
  const deadline = Date.now() + PATIENCE_MS;
  let state = await ask();
  while (/PENDING|IN_PROGRESS/.test(state.status) && Date.now() < deadline) {
    await delay(pause);
    state = await ask();
  }
  return state;
}
