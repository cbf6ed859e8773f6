import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Config } from "#src/config.ts";
import type { GitHubTiming } from "#src/publishing/github/connection.ts";
import { type Check, ok, problem, skipped } from "./check.ts";
import { configuredDiscordChecks, discordSkipped } from "./discord.ts";
import { deadLetterCheck } from "./queues.ts";
import { siteChecks, siteSides } from "./sites.ts";
import { stuckCheck, tableChecks } from "./table.ts";

export interface LocalSystem {
  /** Where `POST /interactions` is. */
  url: string;
  config: Config;
  client: DynamoDBClient;
  /** Whether a stand-in plays Discord. */
  standIn: boolean;
  deadLetters: { count: () => Promise<number>; file: string };
  now: () => Date;
  guild?: string | undefined;
  timing?: Partial<GitHubTiming>;
}

const RESTART = "End `npm start` and start it again: it makes what it needs anew.";

/** Everything that `npm start` runs on this machine. */
export async function localChecks(system: LocalSystem): Promise<Check[]> {
  const { url, config, client, deadLetters, now } = system;
  const table = config.TABLE_NAME;
  return [
    { name: "functions", look: () => answers(url) },
    {
      name: "parameters",
      look: async () => skipped("Locally there are none: secrets are in the environment."),
    },
    ...tableChecks({ client, name: table, remake: RESTART, inAws: false }),
    stuckCheck({ client, table, now, adminOptions: "" }),
    deadLetterCheck({
      name: "dead letters",
      count: deadLetters.count,
      remedy: `functions.log beside ${deadLetters.file} says why; mend that, delete that file, and ask again.`,
    }),
    ...discordSide(system),
    ...(await siteSides({ ...system })).flatMap(siteChecks),
  ];
}

/** Only the loaded function can refuse an unsigned request, so HTTP 401 proves that it works. */
async function answers(url: string) {
  const answer = await fetch(`${url}/interactions`, { method: "POST", body: "{}" }).catch(() => null);
  if (answer?.status === 401) return ok(`They answer at ${url}.`);
  const says = answer ? `They answer ${answer.status} at ${url}.` : `Nothing answers at ${url}.`;
  return problem(says, RESTART);
}

function discordSide({ url, config, standIn, guild }: LocalSystem): Check[] {
  if (standIn) return discordSkipped("A stand-in plays Discord here.");
  return configuredDiscordChecks(config, {
    // Discord reaches a machine like this one through a tunnel, whose address only its owner knows.
    endpointUrl: url.startsWith("https:") ? `${url}/interactions` : undefined,
    guild,
    without: "Asking Discord takes DISCORD_BOT_TOKEN in the environment.",
  });
}
