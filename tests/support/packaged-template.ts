import { execFile } from "node:child_process";
import { mkdtemp, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { chromium } from "#deploy/bundle/carry-packages.ts";
import { type Carried, putPackages } from "#deploy/bundle/packages-for.ts";
import { defaultOf, deploymentSettings } from "#src/doctor/deployment-settings.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";

/** The CloudFormation template that a deployment sends. */
export interface Template {
  Resources: Record<string, Resource>;
  Parameters: Record<string, { Default: string; AllowedPattern: string; ConstraintDescription: string }>;
  Outputs: Record<string, { Value: unknown }>;
}

interface Resource {
  Type: string;
  DeletionPolicy?: string;
  Condition?: string;
  Properties: Record<string, unknown>;
}

const serverless = createRequire(import.meta.url).resolve("serverless/bin/serverless.js");
const run = promisify(execFile);

declare module "vitest" {
  interface ProvidedContext {
    templates: Record<(typeof stages)[number], Template>;
  }
}

const stages = ["dev", "prod"] as const;

/**
 * Packages each stage once for all tests, and one after the other: the framework works in one folder of the project. `dev`
 * has the function that draws the live page, too.
 */
export async function setup(project: TestProject): Promise<void> {
  await installed(chromium);
  const dev = await packaged("dev", "yes");
  project.provide("templates", { dev, prod: await packaged("prod") });
}

/** What comes from the npm registry is installed before, as this machine is told to reach it. */
async function installed(carried: Carried): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "ux-agent-carried-"));
  try {
    await putPackages(folder, carried);
  } finally {
    await removeFolder(folder);
  }
}

/** As `npx serverless package` does it, without any setting of the machine. */
async function packaged(stage: (typeof stages)[number], LIVE_PICTURES = "no"): Promise<Template> {
  const folder = await mkdtemp(join(tmpdir(), "ux-agent-package-"));
  try {
    const args = [serverless, "package", "--stage", stage, "--package", folder];
    // What is set to nothing here is not taken from a developer's own `.env.<stage>`. The template is the same with pictures,
    // which come from the npm registry.
    const unset = Object.fromEntries([...deploymentSettings.keys()].map((name) => [name, defaultOf(name)]));
    const env = { ...unset, PICTURES: "no", LIVE_PICTURES, PATH: process.env["PATH"], HOME: folder };
    // The framework does not end by itself after a bundle that cannot be built.
    const options = { env, timeout: 240_000 };
    await run(process.execPath, args, options);
    const template = await readFile(join(folder, "cloudformation-template-update-stack.json"), "utf8");
    return JSON.parse(template) as Template;
  } finally {
    await removeFolder(folder);
  }
}

/** The resources of a type, by their names in the template. */
export const resourcesOf = (template: Template, type: string): Record<string, Resource> =>
  Object.fromEntries(Object.entries(template.Resources).filter(([, { Type }]) => Type === type));
