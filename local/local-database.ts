import type { Config } from "#src/config.ts";
import { openDatabase, type Database } from "#stand-ins/aws/database.ts";
import type { Expiry } from "#stand-ins/aws/expiry.ts";
import type { Cleanup } from "#stand-ins/processes/cleanup.ts";
import type { State } from "./state-folder.ts";

const BETWEEN_SWEEPS_MS = 5_000;

interface Options {
  env: Record<string, string | undefined>;
  state: State;
  cleanup: Cleanup;
}

/** The configured DynamoDB, or an embedded engine that keeps its data in the state folder. */
export async function openLocalDatabase(config: Config, { env, state, cleanup }: Options): Promise<Database> {
  const database = await openDatabase({
    table: config.TABLE_NAME,
    endpoint: config.AWS_ENDPOINT_URL_DYNAMODB,
    region: env["AWS_REGION"] ?? "us-east-1",
    file: state.tableFile,
    expired: state.keep.map("expired"),
  });
  cleanup.add(database.stop);
  if (database.expiry) sweepRegularly(database.expiry, cleanup);
  return database;
}

/** The next sweep makes up for one that fails. */
function sweepRegularly(expiry: Expiry, cleanup: Cleanup): void {
  const timer = setInterval(() => void expiry.sweep(new Date()).catch(() => undefined), BETWEEN_SWEEPS_MS);
  cleanup.add(async () => clearInterval(timer));
}
