import { table } from "#entities/table.ts";
import { ConfigError } from "./errors.ts";
import { type ValueOf, matching, number, optional, snowflakes, text, url, usually } from "./setting.ts";

const DISCORD_API = "https://discord.com/api/v10";
const GITHUB_API = "https://api.github.com";

const whole = (what: string, most: number) =>
  number(`must be a whole number of ${what} from 1 to ${most}`, 1, most);

/** How many requests there may be at a time, or within an hour. */
const limit = (unset: number) => usually(unset, whole("requests", 1000));

const webAddress = url("must be an http(s) URL");

/**
 * Every setting, by its name in the environment. No schema library: a PING waits for this, and building 35 schemas took
 * longer than checking its signature.
 */
export const settings = {
  TABLE_NAME: usually<string>(
    table.defaultName,
    matching(/^[\w.-]{3,255}$/, "must be a DynamoDB table name: 3 to 255 letters, digits, '_', '.' or '-'"),
  ),
  CONVERSATION_TTL_SECONDS: usually(3600, whole("seconds", 604_800)),
  APPROVAL_TTL_SECONDS: usually(86_400, whole("seconds", 604_800)),
  RECORD_RETENTION_DAYS: usually(90, whole("days", 3650)),
  PERSON_OPEN_LIMIT: limit(5),
  PERSON_HOURLY_LIMIT: limit(20),
  SERVER_OPEN_LIMIT: limit(50),
  SERVER_HOURLY_LIMIT: limit(100),
  DISCORD_PUBLIC_KEY: optional(
    matching(
      /^[0-9a-fA-F]{64}$/,
      "must be the 64 hex digits of the application's public key (Discord developer portal → General Information)",
    ),
  ),
  DISCORD_APPLICATION_ID: optional(
    matching(
      /^\d{1,20}$/,
      "must be the application's id (digits; Discord developer portal → General Information)",
    ),
  ),
  DISCORD_GUILD_IDS: optional(
    snowflakes("must be the ids of the Discord servers that the site serves, separated by commas"),
  ),
  DISCORD_BOT_TOKEN: optional(text),
  DISCORD_API_URL: usually(DISCORD_API, webAddress),
  SITE_REPOSITORY: optional(text),
  GITHUB_REPOSITORY: optional(matching(/^[\w.-]+\/[\w.-]+$/, "must look like owner/name")),
  GITHUB_BASE_BRANCH: optional(text),
  GITHUB_API_URL: usually(GITHUB_API, webAddress),
  GITHUB_TOKEN: optional(text),
  GITHUB_APP_ID: optional(matching(/^\d+$/, "must be the number of the GitHub App")),
  GITHUB_APP_PRIVATE_KEY: optional(
    matching(/-----BEGIN [A-Z ]*PRIVATE KEY-----/, "must be the App's private key in PEM form"),
  ),
  GITHUB_WEBHOOK_SECRET: optional(
    matching(/^\S{32,}$/, "must be a secret of at least 32 characters, such as `openssl rand -hex 32` makes"),
  ),
  SECRETS_PATH: optional(
    matching(/^(\/[\w.-]+)+$/, "must be a path of SSM parameters, such as /ux-agent/prod"),
  ),
  MODEL_ID: optional(
    matching(
      /^[\w.:/-]{1,2048}$/,
      "must be the id or the ARN of a model or an inference profile of Amazon Bedrock",
    ),
  ),
  MODEL_DAILY_LIMIT: limit(200),
  AWS_ENDPOINT_URL_BEDROCK_RUNTIME: optional(webAddress),
  PICTURES_FUNCTION: optional(
    matching(/^[\w-]{1,64}$/, "must be the name of the function that draws the live page"),
  ),
  CHROMIUM: optional(text),
  LOCAL_PAGE_URL: optional(url("must be the address at which a local system shows its site")),
  QUEUE_URL: optional(url("must be the address of the SQS queue that execution works")),
  AWS_ENDPOINT_URL_DYNAMODB: optional(webAddress),
  PORT: usually(3000, number("must be a port from 1 to 65535", 1, 65_535)),
};

/** The environment, validated and frozen, by the names of the design. */
export type Config = Readonly<{ [Name in keyof typeof settings]: ValueOf<(typeof settings)[Name]> }>;

/** What a variable needs of the others; each returns a problem or nothing. */
const together: ((config: Config) => string | false | undefined)[] = [
  (c) =>
    c.SITE_REPOSITORY &&
    c.GITHUB_REPOSITORY &&
    "SITE_REPOSITORY and GITHUB_REPOSITORY are both set: publish to one of them",
  (c) =>
    !c.GITHUB_APP_ID !== !c.GITHUB_APP_PRIVATE_KEY &&
    "GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY go together: set both or neither",
  (c) =>
    c.GITHUB_APP_ID &&
    c.GITHUB_TOKEN &&
    "GITHUB_TOKEN and GITHUB_APP_ID are both set: use one way to sign in",
];

/**
 * Reads and validates the environment as a whole. A variable that is set but blank counts as not set.
 * @param required names that this caller cannot do without
 * @throws ConfigError with every problem at once; a value is never repeated, since it may be a secret
 */
export function readConfig(
  required: (keyof Config)[] = [],
  env: Record<string, string | undefined> = process.env,
): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const missing = required.filter((name) => !set[name]).map((name) => `${name} is required`);
  const { config, invalid } = readSettings(set);
  const wrong = invalid.length > 0 ? [] : together.flatMap((rule) => rule(config) || []);
  const problems = [...missing, ...invalid, ...wrong];
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze(config);
}

function readSettings(set: Record<string, string | undefined>): { config: Config; invalid: string[] } {
  const config: Record<string, unknown> = {};
  const invalid: string[] = [];
  for (const [name, { read, unset }] of Object.entries(settings)) {
    const written = set[name];
    const result = written === undefined ? { value: unset } : read(written);
    if ("problem" in result) invalid.push(`${name} ${result.problem}`);
    else if (result.value !== undefined) config[name] = result.value;
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each value is what its own setting reads
  return { config: config as Config, invalid };
}

/**
 * The same, completed with the secrets that are kept elsewhere when SECRETS_PATH says where; they count more than what
 * the environment says.
 * @param secretsBelow reads the secrets below a path
 */
export async function readConfigWithSecrets(
  required: (keyof Config)[],
  secretsBelow: (path: string) => Promise<Record<string, string>>,
  env: Record<string, string | undefined> = process.env,
): Promise<Config> {
  const { SECRETS_PATH: path } = readConfig([], { SECRETS_PATH: env["SECRETS_PATH"] });
  return readConfig(required, { ...env, ...(path ? await secretsBelow(path) : {}) });
}

/**
 * What `interactions` cannot do without. Locally, where `npm start` sets IS_OFFLINE, every server is served; deployed, one
 * that is not named is a stranger's.
 */
export const readInteractionsConfig = (env: Record<string, string | undefined> = process.env): Config =>
  readConfig(env["IS_OFFLINE"] ? ["DISCORD_PUBLIC_KEY"] : ["DISCORD_PUBLIC_KEY", "DISCORD_GUILD_IDS"], env);
