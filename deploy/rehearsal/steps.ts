import assert from "node:assert/strict";
import { join } from "node:path";
import type { Message } from "#stand-ins/discord/messages.ts";
import { askEmulator } from "./ask-emulator.ts";
import type { Emulator } from "./emulator.ts";
import { takeInventory } from "./inventory.ts";
import type { Outside } from "./outside.ts";
import { giveParameterRight } from "./parameter-right.ts";
import { cancel, confirm, preview, publish } from "./play.ts";
import { takeRelease } from "./release-before.ts";
import { run } from "./run.ts";
import { Stage } from "./stage.ts";
import { storeSecrets } from "./store-secrets.ts";
import { until } from "./until.ts";
import { wiringOf, workedOff } from "./wiring.ts";

/** Everything that the steps of a rehearsal work with. */
export interface World {
  stage: Stage;
  /** The same stage, with other settings, or without one. */
  stageWith: (changed: Record<string, string>, without?: string) => Stage;
  prod: Stage;
  emulator: Emulator;
  outside: Outside;
  /** What every program gets in its environment. */
  env: Record<string, string>;
  /** Where the Python tools are. */
  bin: string;
  folder: string;
  /** The commit of the release that is upgraded; undefined: the first one. */
  from: string | undefined;
  /** What began before the upgrade, as it is shown. */
  underWay?: Message;
}

/**
 * What cfn-lint says of every template here: parameters that only hold a value to its pattern (W2001), and dependencies that the
 * framework writes down although they are known (W3005).
 */
const LEFT_OUT = ["W2001", "W3005"];

/** Checks that cfn-lint finds nothing else in the templates of `serverless deploy`, not even to warn of. */
export async function lint({ stage, prod, env, bin, folder }: World): Promise<string> {
  for (const each of [stage, prod]) {
    const at = join(folder, `package-${each.name}`);
    await each.serverless("package", "--package", at);
    const template = join(at, "cloudformation-template-update-stack.json");
    await run(join(bin, "cfn-lint"), ["--ignore-checks", ...LEFT_OUT, "--", template], { env });
  }
  return "cfn-lint finds nothing in the templates";
}

/** Checks that a missing setting is named before anything is made. */
export async function refuse({ stageWith, emulator }: World): Promise<string> {
  await assert.rejects(
    stageWith({ DISCORD_PUBLIC_KEY: "" }).serverless("deploy"),
    /DISCORD_PUBLIC_KEY is required/,
  );
  await assert.rejects(
    stageWith({ CONVERSATION_TTL_SECONDS: "1h" }).serverless("deploy"),
    /CONVERSATION_TTL_SECONDS must be a whole number of seconds/,
  );
  assert.deepEqual(Object.values(await takeInventory(emulator)).flat(), [], "something was made");
  return "a deployment without DISCORD_PUBLIC_KEY, and one with an hour of 1h, are refused by name";
}

/** Deploys the release before, and leaves a conversation under way. */
export async function begin(world: World): Promise<string> {
  const { from, folder, env, emulator, outside, stage } = world;
  if (!from) return "no release is known to upgrade from (name one with --from)";
  const at = await takeRelease(from, folder, env);
  const before = new Stage(stage.name, emulator, { env: { ...env, ...outside.env }, folder: at });
  await install(world, before);
  world.underWay = await preview(outside);
  return `deployed ${from} into an empty account; a preview is shown there`;
}

/** What the guide tells an operator to do, from an empty account on or over the release before. */
export async function deploy(world: World): Promise<string> {
  const { stage, emulator, outside, underWay } = world;
  await install(world, stage);
  const there = await takeInventory(emulator);
  const empty = Object.keys(there).filter((kind) => there[kind]?.length === 0);
  assert.deepEqual(empty, [], "nothing of this kind was deployed, or it is not seen");
  assert.deepEqual(await wiringOf(emulator), [
    { source: "dynamodb", target: `ux-agent-${stage.name}-dispatch`, filters: 5, atOnce: undefined },
    { source: "sqs", target: `ux-agent-${stage.name}-execution`, filters: 0, atOnce: 5 },
  ]);
  const count = Object.entries(there)
    .map(([kind, names]) => `${names.length} ${kind}`)
    .join(", ");
  if (!underWay) return `deployed into an empty account: ${count}`;
  const number = await confirm(outside, underWay);
  return `upgraded, and what was shown before is published as #${number}: ${count}`;
}

/** Deploys a stage, stores its secrets, and tells Discord of it. */
async function install({ emulator, outside, env }: World, stage: Stage): Promise<void> {
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
  let seen = "";
  const isArchived = async () => {
    seen = (await stage.sendSigned({ method: "GET", path })).body;
    return seen.includes('"cancelled"');
  };
  assert(await until(isArchived, 30), `the cancelled conversation was not archived: ${seen}`);
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

/** Deploys with a setting left out, and with another stage's key in the shell: neither may be done in silence. */
export async function forget({ stageWith, stage }: World): Promise<string> {
  const before = await stage.outputs();
  await assert.rejects(
    stageWith({ ALARM_EMAIL: "" }).serverless("deploy"),
    /ALARM_EMAIL would change what runs, and only this shell says so/,
  );
  await assert.rejects(
    stageWith({ DISCORD_PUBLIC_KEY: "cd".repeat(32) }).serverless("deploy"),
    /DISCORD_PUBLIC_KEY would change what runs, and only this shell says so/,
  );
  await assert.rejects(
    stageWith({}, "ALARM_EMAIL").serverless("deploy"),
    /ALARM_EMAIL is .* in what runs, and nothing names it now/,
  );
  assert.deepEqual(await stage.outputs(), before);
  return "deployed with the alarm's address forgotten, and with another stage's key: refused by name";
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
