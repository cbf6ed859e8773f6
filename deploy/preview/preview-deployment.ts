import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { deploymentOf } from "#deploy/cost/deployment-of.ts";
import { monthlyCost, totalOf } from "#deploy/cost/monthly-cost.ts";
import type { Inputs } from "#deploy/cost/read-inputs.ts";
import type { Clients } from "#deploy/framework/assess-deployment.ts";
import type { SettingChange } from "#src/doctor/deployment-settings.ts";
import { readFunctions } from "#src/doctor/functions.ts";
import { codeChanges } from "./code-changes.ts";
import { type StackTemplate, parseTemplate, runningTemplate } from "#deploy/stage/running-template.ts";
import type { Preview } from "./preview-text.ts";
import { templateChanges } from "./template-changes.ts";

interface Packaged {
  stage: string;
  /** Where `serverless package` has put the template and the bundles. */
  folder: string;
  settings: SettingChange[];
  clients: Pick<Clients, "cloudFormation" | "lambda">;
  inputs: Inputs;
}

/** Compares what is packaged with what runs. It changes nothing. */
export async function previewDeployment({
  stage,
  folder,
  settings,
  clients,
  inputs,
}: Packaged): Promise<Preview> {
  const [running, next] = await Promise.all([
    runningTemplate(clients.cloudFormation, stage),
    readTemplate(folder),
  ]);
  const functions = running ? await readFunctions(clients.lambda, stage) : {};
  const costOf = (template: StackTemplate) => totalOf(monthlyCost(1000, deploymentOf(template), inputs));
  return {
    settings,
    resources: templateChanges(running, next),
    code: await codeChanges(folder, functions),
    cost: { was: running && costOf(running), now: costOf(next) },
  };
}

const readTemplate = async (folder: string): Promise<StackTemplate> =>
  parseTemplate(await readFile(join(folder, "cloudformation-template-update-stack.json"), "utf8"));
