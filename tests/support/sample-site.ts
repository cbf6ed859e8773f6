import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { ensureSampleSite } from "#local/sample-site.ts";
import { removeFolder } from "./remove-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A Git repository with the sample site. A test takes a copy: git would need three programs to make it anew. */
    sampleSite: string;
  }
}

let folder = "";

export async function setup(project: TestProject): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), "ux-agent-sample-site-"));
  const repository = join(folder, "site");
  await ensureSampleSite(repository);
  project.provide("sampleSite", repository);
}

export const teardown = (): Promise<void> => removeFolder(folder);
