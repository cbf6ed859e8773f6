import assert from "node:assert/strict";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { askEmulator } from "./ask-emulator.ts";
import type { Emulator } from "./emulator.ts";
import { takeInventory } from "./inventory.ts";
import type { Outside } from "./outside.ts";
import { giveParameterRight } from "./parameter-right.ts";
import { cancel, publish } from "./play.ts";
import { run } from "./run.ts";
import type { Stage } from "./stage.ts";
import { storeSecrets } from "./store-secrets.ts";
import { wiringOf, workedOff } from "./wiring.ts";

/** Everything that the steps of a rehearsal work with. */
interface World {
  stage: Stage;
  /** The same stage, deployed without one of its settings. */
  forgetful: Stage;
  /** Only packaged: what it deploys is meant to stay. */
  prod: Stage;
  emulator: Emulator;
  outside: Outside;
  /** What every program gets in its environment. */
  env: Record<string, string>;
  /** Where the Python tools are. */
  bin: string;
  folder: string;
}

/** Checks that the templates of `serverless deploy` have no error. */
export async function lint({ stage, prod, env, bin, folder }: World): Promise<string> {
  for (const each of [stage, prod]) {
    const at = join(folder, `package-${each.name}`);
    await each.serverless("package", "--package", at);
    const template = join(at, "cloudformation-template-update-stack.json");
    await run(join(bin, "cfn-lint"), ["--non-zero-exit-code", "error", template], { env });
  }
  return "cfn-lint finds no error in the templates";
}

/** Checks that a missing setting is named before anything is made. */
export async function refuse({ forgetful, emulator }: World): Promise<string> {
  await assert.rejects(forgetful.serverless("deploy"), /DISCORD_PUBLIC_KEY is required/);
  assert.deepEqual(Object.values(await takeInventory(emulator)).flat(), [], "something was made");
  return "a deployment without DISCORD_PUBLIC_KEY is refused, by its name";
}

/** What the guide tells an operator to do, from an empty account on. */
export async function deploy({ stage, emulator, outside, env }: World): Promise<string> {
  await stage.serverless("deploy");
  await storeSecrets(emulator, stage.name, outside.secrets);
  await giveParameterRight(
    emulator,
    `ux-agent-${stage.name}-execution-${emulator.env["AWS_REGION"]}-lambdaRole`,
  );
  const { InteractionsEndpointUrl } = await stage.outputs();
  outside.sendTo((body, headers) =>
    stage.send({ method: "POST", path: "/interactions", headers: plain(headers), body }),
  );
  // What the operator enters in the developer portal and registers.
  outside.application.about["interactions_endpoint_url"] = InteractionsEndpointUrl;
  const forRegister = { ...env, ...outside.env, ...outside.secrets };
  await run(process.execPath, ["commands/register.ts"], { env: forRegister });
  const there = await takeInventory(emulator);
  const empty = Object.keys(there).filter((kind) => there[kind]?.length === 0);
  assert.deepEqual(empty, [], "nothing of this kind was deployed, or it is not seen");
  assert.deepEqual(await wiringOf(emulator), [
    { source: "dynamodb", target: `ux-agent-${stage.name}-dispatch`, filters: 5, atOnce: undefined },
    { source: "sqs", target: `ux-agent-${stage.name}-execution`, filters: 0, atOnce: 5 },
  ]);
  const count = Object.entries(there).map(([kind, names]) => `${names.length} ${kind}`);
  return `deployed into an empty account: ${count.join(", ")}`;
}

/** Publishes one change and cancels another. A click by another person must be refused. */
export async function use({ stage, emulator, outside }: World): Promise<string> {
  const number = await publish(outside);
  const cancelled = await cancel(outside);
  await archived(stage, cancelled);
  await workedOff(stage, emulator);
  assert.deepEqual(outside.discord.violations, [], "what Discord would not have taken");
  assert.deepEqual(outside.github.problems, [], "what GitHub would not have taken");
  const unsigned = await stage.send({ method: "GET", path: `/admin/conversations/${cancelled}` });
  assert.equal(unsigned.status, 403, "an operator's route answers without credentials");
  const forged = await stage.send({ method: "POST", path: "/interactions", body: "{}" });
  assert.equal(forged.status, 401, "an interaction that is not signed is answered");
  return `signed /ux-update → preview → the owner's Confirm → draft pull request #${number}, as shown; another one cancelled and archived`;
}

/** Waits until an operator sees the record of a conversation. */
async function archived(stage: Stage, conversationId: string): Promise<void> {
  const path = `/admin/conversations/${conversationId}`;
  const deadline = Date.now() + 30_000;
  let answer = await stage.sendSigned({ method: "GET", path });
  while (!/"cancelled"/.test(answer.body) && Date.now() < deadline) {
    await delay(200);
    answer = await stage.sendSigned({ method: "GET", path });
  }
  assert.match(answer.body, /"cancelled"/, `the cancelled conversation was not archived: ${answer.body}`);
}

/** Checks that the doctor finds no problem with the deployment. */
export async function look(world: World): Promise<string> {
  const { stage, emulator, outside, env } = world;
  const examine = () =>
    run(process.execPath, ["commands/doctor.ts", "--stage", stage.name], {
      env: { ...env, ...emulator.env, ...outside.env },
    });
  const first = await examine().catch(String);
  const complaints = first.split("\n").filter((line) => line.startsWith("✗"));
  // The emulator's CloudFormation leaves these out; what the doctor advises mends them.
  if (complaints.every((line) => /^✗ (time to live|recovery)/.test(line))) await mendTable(world);
  const said = await examine();
  return `npm run doctor: ${said.match(/✓/g)?.length ?? 0} checks, ${said.match(/^All is well/m)?.[0] ?? said}`;
}

async function mendTable({ stage, emulator }: World): Promise<void> {
  const { TableName = "" } = await stage.outputs();
  const settings = {
    UpdateTimeToLive: { TimeToLiveSpecification: { Enabled: true, AttributeName: "ttl" } },
    UpdateContinuousBackups: { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
  };
  for (const [action, setting] of Object.entries(settings))
    await askEmulator(emulator, "dynamodb", {
      target: `DynamoDB_20120810.${action}`,
      body: JSON.stringify({ TableName, ...setting }),
    });
}

/** Deploys again, which must change nothing. */
export async function deployAgain({ stage }: World): Promise<string> {
  const said = await stage.serverless("deploy");
  assert.match(said, /No changes to deploy/, "a second deployment changed something");
  return "deployed again: no changes";
}

/** Removes the stage, which must leave nothing behind. */
export async function remove({ stage, emulator }: World): Promise<string> {
  await stage.serverless("remove");
  const left = Object.entries(await takeInventory(emulator)).filter(([, names]) => names.length > 0);
  assert.deepEqual(left, [], "something is left behind");
  return "removed: nothing is left behind";
}

const plain = (headers: Record<string, string | string[] | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
