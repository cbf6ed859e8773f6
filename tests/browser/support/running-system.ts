import type { TestProject } from "vitest/node";
import { Cleanup } from "#stand-ins/processes/cleanup.ts";
import { freePort } from "#stand-ins/processes/free-port.ts";
import { startSystem } from "#local/system.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the running system's pages are. */
    url: string;
    /** Its site's repository. */
    repository: string;
  }
}

const cleanup = new Cleanup();
let ending = false;

/** Without what would replace a part by a real one. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(AWS|DISCORD|GITHUB|SITE|TABLE)_/.test(name)),
);

/** Starts what `npm start` starts, in a folder of its own. */
export async function setup(project: TestProject): Promise<void> {
  const port = await freePort();
  const folder = `.ux-agent/browser-${port}`;
  cleanup.add(() => removeFolder(folder));
  const url = await startSystem({
    env: { ...environment, PORT: String(port), CHROMIUM: "none" },
    folder,
    cleanup,

    tell: () => {},
    broken: (error) => {
      if (!ending) throw error;
    },
  });
  project.provide("url", url);
  project.provide("repository", `${folder}/site`);
}

export function teardown(): Promise<void> {
  ending = true;
  return cleanup.run();
}
