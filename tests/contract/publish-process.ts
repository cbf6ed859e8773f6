import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createGitPublisher } from "#src/publishing/git/publisher.ts";
import { createGitHubPublisher, type GitHubPublisherOptions } from "#src/publishing/github/publisher.ts";
import { PICTURE, contentOf, extents, publications } from "./publishing-world.ts";

export type Extent = (typeof extents)[number];

/** Where another process is to publish. */
export type Place = { github: GitHubPublisherOptions } | { git: { repository: string } };

/** Publishes in a process of its own, so that it can be killed at any moment. */
export function publishInProcess(
  place: Place,
  { extent, env = {} }: { extent: Extent; env?: Record<string, string> },
): ChildProcess {
  const args = [fileURLToPath(import.meta.url), JSON.stringify(place), extent];
  return spawn(process.execPath, args, { stdio: "ignore", env: { ...process.env, ...env } });
}

/** Resolves with the signal that ended a process, or null when it ended by itself. */
export function ended(child: ChildProcess): Promise<string | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.signalCode);
  return new Promise((resolve) => child.once("exit", (_code, signal) => resolve(signal)));
}

if (import.meta.main) {
  const place: Place = JSON.parse(process.argv[2] ?? "");
  const publisher = "git" in place ? createGitPublisher(place.git) : createGitHubPublisher(place.github);
  const extent = extents.find((one) => one === process.argv[3]) ?? "one file";
  await publisher.publish(
    publications()[extent],
    (files) => new Map([...files, PICTURE].map(({ path }) => [path, contentOf(path)])),
  );
}
