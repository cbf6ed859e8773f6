import * as z from "zod/mini";
import { table } from "#entities/table.ts";
import { ConfigError } from "./errors.ts";

const DISCORD_API = "https://discord.com/api/v10";
const GITHUB_API = "https://api.github.com";

const text = (problem: string) => z.string().check(z.trim(), z.minLength(1, problem));
const number = (problem: string, least: number, most: number) =>
  z.pipe(
    z.string().check(z.regex(/^\d+$/, problem)),
    z.pipe(z.transform(Number), z.int(problem).check(z.gte(least, problem), z.lte(most, problem))),
  );
/** Without a slash at the end, since paths are put behind it. */
const url = (problem: string) =>
  z.pipe(
    z.url({ protocol: /^https?$/, error: problem }),
    z.transform((address) => address.replace(/\/+$/, "")),
  );
const snowflake = (problem: string) => z.string().check(z.regex(/^\d{1,20}$/, problem));
const snowflakes = (problem: string) =>
  z.pipe(
    z.string().check(z.regex(/^\s*\d{1,20}\s*(,\s*\d{1,20}\s*)*$/, problem)),
    z.transform((text) => text.split(",").map((id) => id.trim())),
  );

/** How many requests there may be at a time, or within an hour. */
const limit = (usual: number) =>
  z._default(number("must be a whole number of requests from 1 to 1000", 1, 1000), usual);

const environment = z.object({
  TABLE_NAME: z._default(
    z
      .string()
      .check(
        z.regex(
          /^[\w.-]{3,255}$/,
          "must be a DynamoDB table name: 3 to 255 letters, digits, '_', '.' or '-'",
        ),
      ),
    table.defaultName,
  ),
  CONVERSATION_TTL_SECONDS: z._default(
    number("must be a whole number of seconds from 1 to 604800", 1, 604_800),
    3600,
  ),
  APPROVAL_TTL_SECONDS: z._default(
    number("must be a whole number of seconds from 1 to 604800", 1, 604_800),
    86_400,
  ),
  RECORD_RETENTION_DAYS: z._default(number("must be a whole number of days from 1 to 3650", 1, 3650), 90),
  PERSON_OPEN_LIMIT: limit(5),
  PERSON_HOURLY_LIMIT: limit(20),
  SERVER_OPEN_LIMIT: limit(50),
  SERVER_HOURLY_LIMIT: limit(100),
  DISCORD_PUBLIC_KEY: z.optional(
    z
      .string()
      .check(
        z.regex(
          /^[0-9a-f]{64}$/i,
          "must be the 64 hex digits of the application's public key (Discord developer portal → General Information)",
        ),
      ),
  ),
  DISCORD_APPLICATION_ID: z.optional(
    snowflake("must be the application's id (digits; Discord developer portal → General Information)"),
  ),
  DISCORD_GUILD_IDS: z.optional(
    snowflakes("must be the ids of the Discord servers that the site serves, separated by commas"),
  ),
  DISCORD_BOT_TOKEN: z.optional(text("must not be blank")),
  DISCORD_API_URL: z._default(url("must be an http(s) URL"), DISCORD_API),
  SITE_REPOSITORY: z.optional(text("must be the path of a Git repository")),
  GITHUB_REPOSITORY: z.optional(z.string().check(z.regex(/^[\w.-]+\/[\w.-]+$/, "must look like owner/name"))),
  GITHUB_BASE_BRANCH: z.optional(text("must be a branch name")),
  GITHUB_API_URL: z._default(url("must be an http(s) URL"), GITHUB_API),
  GITHUB_TOKEN: z.optional(text("must not be blank")),
  GITHUB_APP_ID: z.optional(z.string().check(z.regex(/^\d+$/, "must be the number of the GitHub App"))),
  GITHUB_APP_PRIVATE_KEY: z.optional(
    z
      .string()
      .check(z.regex(/-----BEGIN [A-Z ]*PRIVATE KEY-----/, "must be the App's private key in PEM form")),
  ),
  SECRETS_PATH: z.optional(
    z.string().check(z.regex(/^(\/[\w.-]+)+$/, "must be a path of SSM parameters, such as /ux-agent/prod")),
  ),
  MODEL_ID: z.optional(
    z
      .string()
      .check(
        z.regex(
          /^[\w.:/-]{1,2048}$/,
          "must be the id or the ARN of a model or an inference profile of Amazon Bedrock",
        ),
      ),
  ),
  MODEL_DAILY_LIMIT: limit(200),
  AWS_ENDPOINT_URL_BEDROCK_RUNTIME: z.optional(url("must be an http(s) URL")),
  QUEUE_URL: z.optional(url("must be the address of the SQS queue that execution works")),
  AWS_ENDPOINT_URL_DYNAMODB: z.optional(url("must be an http(s) URL")),
  PORT: z._default(number("must be a port from 1 to 65535", 1, 65_535), 3000),
});

/** Every setting, by its name in the environment. */
export const settings = environment.shape;

/** The environment, validated and frozen, by the names of the design. */
export type Config = Readonly<z.infer<typeof environment>>;

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
  const parsed = environment.safeParse(set);
  const missing = required.filter((name) => !set[name]).map((name) => `${name} is required`);
  const invalid = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  const wrong = parsed.success ? together.flatMap((rule) => rule(parsed.data) || []) : [];
  const problems = [...missing, ...invalid, ...wrong];
  if (problems.length > 0 || !parsed.success) throw new ConfigError(problems);
  return Object.freeze(parsed.data);
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
