import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { runningSession } from "#local/session.ts";
import { readConfig } from "#src/config.ts";
import type { Check } from "#src/doctor/check.ts";
import { localChecks } from "#src/doctor/local-system.ts";
import { UserError } from "#src/errors.ts";

const FILE = join(".ux-agent", "dead-letters.jsonl");

/**
 * The checks of the system that `npm start` runs here, and its address in words.
 * @throws UserError when none is running
 */
export async function checksOfThisMachine({
  guild,
}: {
  guild?: string | undefined;
}): Promise<[string, Check[]]> {
  const session = await runningSession();
  if (!session)
    throw new UserError(
      "ux-agent does not run here: start it with `npm start` in another terminal, or name a deployment with --stage.",
    );
  Object.assign(process.env, session.database.env);
  const config = readConfig([], {
    ...process.env,
    TABLE_NAME: session.database.table,
    DISCORD_APPLICATION_ID: session.applicationId,
    ...(session.siteRepository ? { SITE_REPOSITORY: session.siteRepository, GITHUB_REPOSITORY: "" } : {}),
  });
  const checks = await localChecks({
    url: session.url,
    config,
    client: new DynamoDBClient({}),
    standIn: session.standIn,
    deadLetters: { count: countLines, file: FILE },
    now: () => new Date(),
    guild,
  });
  return [`What runs at ${session.url}`, checks];
}

async function countLines(): Promise<number> {
  const written = await readFile(FILE, "utf8").catch(() => "");
  return written.split("\n").filter(Boolean).length;
}
