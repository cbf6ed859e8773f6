import { generateKeyPair, signedHeaders } from "#stand-ins/discord/signing-key.ts";

const keys = generateKeyPair();

/** An environment in which a function starts and reaches no table. */
export const environment = {
  DISCORD_PUBLIC_KEY: keys.publicKey,
  DISCORD_APPLICATION_ID: "300000000000000001",
  DISCORD_GUILD_IDS: "200000000000000001",
  AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:9",
  AWS_REGION: "us-east-1",
  AWS_ACCESS_KEY_ID: "none",
  AWS_SECRET_ACCESS_KEY: "none",
  POWERTOOLS_LOG_LEVEL: "SILENT",
  // As in serverless.yml: reading the source map is part of every start.
  NODE_OPTIONS: "--enable-source-maps",
};

const signed = (interaction: object) => {
  const body = JSON.stringify({ id: "1", application_id: "2", token: "t", version: 1, ...interaction });
  const headers = signedHeaders(keys.privateKey, body, new Date());
  return { version: "2.0", isBase64Encoded: false, headers, body, requestContext: { timeEpoch: Date.now() } };
};

const user = {
  id: "100000000000000001",
  username: "ann",
  discriminator: "0",
  global_name: null,
  avatar: null,
};

/** For each function, what makes it load all that it needs to work on the table. */
export const firstEvents: Record<string, () => object> = {
  interactions: () =>
    signed({
      type: 2,
      user,
      channel_id: "7",
      data: { id: "5", type: 1, name: "ux-update", options: [{ name: "command", type: 3, value: "x" }] },
    }),
  execution: () => ({ Records: [] }),
  admin: () => ({
    routeKey: "GET /admin/conversations/{conversationId}",
    pathParameters: { conversationId: "1" },
    headers: {},
    requestContext: {},
  }),
};
