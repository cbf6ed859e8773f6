import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { TableError } from "#src/errors.ts";
import { createTable } from "./create-table.ts";
import { Expiry } from "./expiry.ts";
import { engineAccess, startEngine } from "./engine.ts";

/** The DynamoDB that a local ux-agent works on, with its table. */
export interface Database {
  /** What the functions' environment needs in order to reach it. */
  env: Record<string, string>;
  client: DynamoDBClient;
  streams: DynamoDBStreamsClient;
  /** For an engine that does not delete what has expired by itself. */
  expiry?: Expiry;
  stop: () => Promise<void>;
}

interface Options {
  table: string;
  /** The address of a DynamoDB to use instead of an embedded engine. */
  endpoint: string | undefined;
  region: string;
  /** Where an embedded engine keeps its data. */
  file: string;
  /** Where it is noted what has been deleted because it had expired. */
  expired: Map<string, true>;
}

/** @throws UserError when there is no engine, or the table can be neither found nor made */
export async function openDatabase({ table, endpoint, region, file, expired }: Options): Promise<Database> {
  if (endpoint) return openGiven({ table, endpoint, region });
  const engine = await startEngine(file);
  const access = engineAccess(engine.url);
  const client = new DynamoDBClient(access);
  await makeTable(client, table, engine.url);
  return {
    env: {
      AWS_ENDPOINT_URL_DYNAMODB: engine.url,
      AWS_REGION: access.region,
      AWS_ACCESS_KEY_ID: access.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: access.credentials.secretAccessKey,
      // A profile or session in the user's environment belongs to a real account and would override these.
      AWS_PROFILE: "",
      AWS_SESSION_TOKEN: "",
    },
    client,
    streams: new DynamoDBStreamsClient(access),
    expiry: new Expiry(client, table, expired),
    stop: () => engine.stop(),
  };
}

/** In AWS, a deployment makes the table. Any other DynamoDB gets one here and must serve its stream as well. */
async function openGiven({
  table,
  endpoint,
  region,
}: Pick<Options, "table" | "region"> & { endpoint: string }): Promise<Database> {
  const inAws = new URL(endpoint).hostname.endsWith(".amazonaws.com");
  const client = new DynamoDBClient({ endpoint, region });
  if (!inAws) await makeTable(client, table, endpoint);
  return {
    env: { AWS_ENDPOINT_URL_DYNAMODB: endpoint, AWS_REGION: region },
    client,
    streams: new DynamoDBStreamsClient({ region, ...(inAws ? {} : { endpoint }) }),
    stop: async () => {},
  };
}

async function makeTable(client: DynamoDBClient, table: string, at: string): Promise<void> {
  try {
    await createTable(client, table);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message || cause.name : String(cause);
    throw new TableError(`The table ${table} cannot be made at ${at} (AWS_ENDPOINT_URL_DYNAMODB): ${why}`, {
      cause,
    });
  }
}
