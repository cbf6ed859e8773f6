import { PutParameterCommand, type SSMClient } from "@aws-sdk/client-ssm";
import type { Asking } from "#local/live/live-settings.ts";
import { readParameters } from "#src/doctor/functions.ts";
import { WAYS_TO_GITHUB } from "../github-app/keep-app.ts";

interface Missing {
  /** Where the parameters are, such as `/ux-agent/prod`. */
  path: string;
  repository: string;
  client: Pick<SSMClient, "send">;
  ask: Pick<Asking, "secret">;
}

/**
 * Asks for the secrets of a stage that has no way to GitHub yet, and puts them where only `execution` may read them. An
 * empty answer leaves one out: a GitHub App is made in another way, and the bot's token may come later.
 * @returns the names of those that were put
 */
export async function askForSecrets({ path, repository, client, ask }: Missing): Promise<string[]> {
  const there = await readParameters(client, path);
  if (WAYS_TO_GITHUB.some((name) => there.has(name))) return [];
  const questions = {
    GITHUB_TOKEN: `GITHUB_TOKEN is missing. A token that may write to ${repository}, or nothing if you make a GitHub App:`,
    DISCORD_BOT_TOKEN:
      "DISCORD_BOT_TOKEN is missing. The bot's token (Discord developer portal → Bot → Reset Token), or nothing:",
  };
  const put: string[] = [];
  for (const [name, question] of Object.entries(questions)) {
    if (there.has(name)) continue;
    const Value = (await ask.secret(question)).trim();
    if (Value === "") continue;
    await client.send(new PutParameterCommand({ Name: `${path}/${name}`, Value, Type: "SecureString" }));
    put.push(name);
  }
  return put;
}
