import {
  type FunctionConfiguration,
  GetFunctionConfigurationCommand,
  type LambdaClient,
} from "@aws-sdk/client-lambda";
import type { SSMClient } from "@aws-sdk/client-ssm";
import { type Config, readConfig } from "#src/config.ts";
import { ConfigError, UserError } from "#src/errors.ts";
import { parametersBelow } from "#src/parameters-below.ts";
import { readSecrets } from "#src/secrets.ts";
import { type Check, ok, problem, skipped, type Verdict } from "./check.ts";
import { stackOf } from "./deployment.ts";

/** The functions, each with the settings it cannot do without. */
const functions = {
  interactions: ["TABLE_NAME", "DISCORD_PUBLIC_KEY", "DISCORD_GUILD_IDS"],
  dispatch: ["TABLE_NAME", "DISCORD_APPLICATION_ID", "QUEUE_URL"],
  execution: ["TABLE_NAME", "DISCORD_APPLICATION_ID", "QUEUE_URL"],
  github: ["TABLE_NAME", "SECRETS_PATH"],
  admin: ["TABLE_NAME"],
} satisfies Record<string, (keyof Config)[]>;

export type FunctionName = keyof typeof functions;
export type Deployed = Record<FunctionName, FunctionConfiguration | null>;

/** What Lambda knows about the functions of a stage; null for one that does not exist. */
export async function readFunctions(client: Pick<LambdaClient, "send">, stage: string): Promise<Deployed> {
  const read = (name: FunctionName) =>
    client
      .send(new GetFunctionConfigurationCommand({ FunctionName: `${stackOf(stage)}-${name}` }))
      .catch((error: unknown) => {
        if (error instanceof Error && error.name === "ResourceNotFoundException") return null;
        throw error;
      });
  const [interactions, dispatch, execution, github, admin] = await Promise.all([
    read("interactions"),
    read("dispatch"),
    read("execution"),
    read("github"),
    read("admin"),
  ]);
  return { interactions, dispatch, execution, github, admin };
}

export const environmentOf = (configuration: FunctionConfiguration | null): Record<string, string> =>
  configuration?.Environment?.Variables ?? {};

/** Whether each function exists, can run, and has a usable environment. */
export const functionChecks = (deployed: Deployed, stage: string, table: string | undefined): Check[] =>
  Object.entries(functions).map(([name, required]) => ({
    name: `function ${name}`,
    look: async () =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of `functions`
      functionVerdict(deployed[name as FunctionName], required, { stage, table }),
  }));

function functionVerdict(
  configuration: FunctionConfiguration | null,
  required: (keyof Config)[],
  { stage, table }: { stage: string; table: string | undefined },
): Verdict {
  const deploy = `Deploy again: npx serverless deploy --stage ${stage}`;
  if (!configuration) return problem("It is not there.", deploy);
  const { State = "Active", LastUpdateStatus, StateReason, LastUpdateStatusReason } = configuration;
  // A function that was not called for weeks is made ready again by the next call.
  if (State === "Failed" || LastUpdateStatus === "Failed")
    return problem(`It cannot run: ${LastUpdateStatusReason ?? StateReason ?? State}.`, deploy);
  const environment = environmentOf(configuration);
  const problems = problemsWith(environment, required);
  if (problems.length > 0)
    return problem(
      `Its environment is not usable: ${problems.join("; ")}.`,
      `Set what is wrong, then: ${deploy}`,
    );
  if (table && environment["TABLE_NAME"] !== table)
    return problem(`It uses the table ${environment["TABLE_NAME"]}, not ${table}.`, deploy);
  return ok(
    `It can run (${configuration.Runtime}, ${configuration.MemorySize} MB) and its environment is usable.`,
  );
}

function problemsWith(environment: Record<string, string>, required: (keyof Config)[]): string[] {
  try {
    readConfig(required, environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

/** The parameters of a stage, by the name that the environment would have; `secure`: not in the clear. */
export type Parameters = Map<string, { value: string; secure: boolean }>;

/** Reads and decrypts everything below a path. */
export async function readParameters(client: Pick<SSMClient, "send">, path: string): Promise<Parameters> {
  const parameters: Parameters = new Map();
  for await (const { Name = "", Value = "", Type } of parametersBelow(client, path))
    parameters.set(Name.slice(Name.lastIndexOf("/") + 1), {
      value: Value,
      secure: Type === "SecureString",
    });
  return parameters;
}

/** Whether the secrets that `execution` reads exist and are encrypted. */
export function parameterChecks(read: () => Promise<Parameters>, path: string): Check[] {
  return [
    { name: "parameters for GitHub", look: async () => gitHubVerdict(await read(), path) },
    { name: "parameter DISCORD_BOT_TOKEN", look: async () => botTokenVerdict(await read(), path) },
  ];
}

function gitHubVerdict(parameters: Parameters, path: string): Verdict {
  const app = ["GITHUB_APP_ID", "GITHUB_APP_PRIVATE_KEY"];
  const isApp = app.some((name) => parameters.has(name));
  const needed = isApp ? app : ["GITHUB_TOKEN"];
  const missing = needed.find((name) => !parameters.get(name)?.value.trim());
  if (missing) {
    const remedy = isApp
      ? put(path, missing)
      : `${put(path, missing)} (or GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY)`;
    return problem(`${path}/${missing} is missing: nothing can be read or published.`, remedy);
  }
  return inTheClear(parameters, needed, path) ?? ok(`${needed.join(" and ")} under ${path}.`);
}

function botTokenVerdict(parameters: Parameters, path: string): Verdict {
  const name = "DISCORD_BOT_TOKEN";
  if (parameters.get(name)?.value.trim()) return inTheClear(parameters, [name], path) ?? ok(`Under ${path}.`);
  return skipped(
    `Without it, messages cannot be edited after 15 minutes, and an expired one keeps its buttons. ${put(path, name)}`,
  );
}

/** The id of a GitHub App is not a secret. */
function inTheClear(parameters: Parameters, names: string[], path: string): Verdict | null {
  const clear = names.find((name) => name !== "GITHUB_APP_ID" && parameters.get(name)?.secure === false);
  if (!clear) return null;
  return problem(
    `${path}/${clear} is not encrypted.`,
    `aws ssm delete-parameter --name ${path}/${clear}, make a new secret, then: ${put(path, clear)}`,
  );
}

const put = (path: string, name: string): string =>
  `aws ssm put-parameter --type SecureString --name ${path}/${name} --value …`;

interface Clients {
  lambda: Pick<LambdaClient, "send">;
  ssm: Pick<SSMClient, "send">;
}

/**
 * The environment of a stage's `execution`, with its secrets, so that a command need not be told them again.
 * @throws UserError when the stage is not deployed
 */
export async function deployedSettings(clients: Clients, stage: string): Promise<Record<string, string>> {
  const { execution } = await readFunctions(clients.lambda, stage);
  if (!execution)
    throw new UserError(
      `There is no function ux-agent-${stage}-execution in this account and region: deploy it with \`npx serverless deploy --stage ${stage}\`, or name another --stage or --region.`,
    );
  const environment = environmentOf(execution);
  const path = environment["SECRETS_PATH"];
  return { ...environment, ...(path ? await readSecrets(path, clients.ssm) : {}) };
}
