import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";

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

/** Packages a stage as `npx serverless package` does, without any setting of the machine. */
export async function packagedTemplate(stage: string): Promise<Template> {
  const folder = await mkdtemp(join(tmpdir(), "ux-agent-package-"));
  const build = join(".ux-agent", basename(folder));
  try {
    const param = `buildFolder=${build}`;
    const args = [serverless, "package", "--stage", stage, "--package", folder, "--param", param];
    await run(process.execPath, args, { env: { PATH: process.env["PATH"], HOME: folder } });
    const template = await readFile(join(folder, "cloudformation-template-update-stack.json"), "utf8");
    return JSON.parse(template) as Template;
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(build, { recursive: true, force: true });
  }
}

/** The resources of a type, by their names in the template. */
export const resourcesOf = (template: Template, type: string): Record<string, Resource> =>
  Object.fromEntries(Object.entries(template.Resources).filter(([, { Type }]) => Type === type));
