import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import {
  type FakeGitHub,
  type FakeGitHubOptions,
  startFakeGitHub,
} from "#stand-ins/github/github-stand-in.ts";
import type { FakePull } from "#stand-ins/github/repository.ts";
import { ANN } from "./people.ts";
import { type TestSystem, startSystem } from "./system.ts";

const TOKEN = "ghp_secret_of_the_test";

const paths = [
  "ux-agent.json",
  "src/components/Header.jsx",
  "src/components/Footer.jsx",
  "src/components/NavBar.jsx",
  "src/components/Pier.jsx",
  "src/pages/Home.jsx",
  "src/data/drinks.json",
  "src/styles/pages.css",
  "content/story.md",
];

const contentOf = (path: string) =>
  readFile(fileURLToPath(new URL(`../../sample-site/${path}`, import.meta.url)), "utf8");

/** The files of the sample site that people may change, with its `ux-agent.json`. */
export const sampleFiles = () =>
  Promise.all(paths.map(async (path) => ({ path, content: await contentOf(path) })));

/** The whole system with its site on a GitHub of this machine, and the secrets that must not get out. */
export async function startGitHubSystem(
  options: FakeGitHubOptions = {},
): Promise<{ system: TestSystem; github: FakeGitHub; secrets: string[] }> {
  const github = await startFakeGitHub({ files: await sampleFiles(), token: TOKEN, ...options });
  const system = await startSystem({
    SITE_REPOSITORY: "",
    GITHUB_REPOSITORY: "acme/site",
    GITHUB_API_URL: github.url,
    GITHUB_TOKEN: TOKEN,
    DISCORD_BOT_TOKEN: "secret-bot-token",
  });
  return { system, github, secrets: [TOKEN, "secret-bot-token", "token-of-"] };
}

/** A pull request of Ann's with another text of the header, published just now. */
export async function publishHeader(
  { system, github }: { system: TestSystem; github: FakeGitHub },
  text: string,
): Promise<{ id: string; pull: FakePull }> {
  const { id, message } = await system.preview(ANN, { command: `section:header text:"${text}"` });
  await system.confirm(ANN, message);
  const pull = github.state.pulls.find(({ head }) => head.endsWith(id));
  if (!pull) throw new Error("nothing was published");
  return { id, pull };
}

/** The text of a file on a branch. */
export function fileOn({ state }: FakeGitHub, branch: string, path: string): string {
  const file = state.files(branch).get(path);
  return String(file && state.objects.blob(file.id));
}
