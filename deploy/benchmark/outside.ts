import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { listenLocally } from "#stand-ins/processes/listen-locally.ts";
import { startFakeGitHub } from "#stand-ins/github/github-stand-in.ts";

/** What `execution` talks to while it makes a preview: a GitHub with the sample site, and something in Discord's place. */
export interface Outside {
  env: Record<string, string>;
  stop: () => Promise<void>;
}

const SITE = "sample-site";
const TOKEN = "token-of-the-benchmark";

export async function startOutside(): Promise<Outside> {
  const paths = ["ux-agent.json", "src/components/Header.jsx"];
  const files = await Promise.all(
    paths.map(async (path) => ({ path, content: await readFile(join(SITE, path), "utf8") })),
  );
  const github = await startFakeGitHub({ files, token: TOKEN });
  // Its answers are those to an edit of a message; how Discord answers is not measured.
  const discord = createServer((request, response) => {
    request.resume().on("end", () => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ id: "1", content: "", attachments: [], embeds: [], components: [] }));
    });
  });
  const { url, stop } = await listenLocally(discord);
  return {
    env: {
      GITHUB_REPOSITORY: "acme/site",
      GITHUB_API_URL: github.url,
      GITHUB_TOKEN: TOKEN,
      DISCORD_API_URL: url,
    },
    stop: async () => {
      await Promise.all([stop(), github.close()]);
    },
  };
}
