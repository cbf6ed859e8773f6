import {
  type FunctionConfiguration,
  GetFunctionConfigurationCommand,
  type LambdaClient,
} from "@aws-sdk/client-lambda";
import { type Config, readConfig } from "#src/config.ts";
import { ConfigError } from "#src/errors.ts";
import { type Check, type Verdict, ok, problem } from "./check.ts";
import { stackOf } from "./deployment.ts";

/** The functions and what each cannot do without. */
const functions = {
  interactions: ["TABLE_NAME", "DISCORD_PUBLIC_KEY", "DISCORD_GUILD_IDS"],
  dispatch: ["TABLE_NAME", "DISCORD_APPLICATION_ID", "QUEUE_URL"],
  execution: ["TABLE_NAME", "DISCORD_APPLICATION_ID", "QUEUE_URL"],
  admin: ["TABLE_NAME"],
} satisfies Record<string, (keyof Config)[]>;

export type FunctionName = keyof typeof functions;
export type Deployed = Record<FunctionName, FunctionConfiguration | null>;

/** What Lambda knows of the functions of a stage; null for one that is not there. */
export async function readFunctions(client: Pick<LambdaClient, "send">, stage: string): Promise<Deployed> {
  const read = (name: FunctionName) =>
    client
      .send(new GetFunctionConfigurationCommand({ FunctionName: `${stackOf(stage)}-${name}` }))
      .catch((error: unknown) => {
        if (error instanceof Error && error.name === "ResourceNotFoundException") return null;
        throw error;
      });
  const [interactions, dispatch, execution, admin] = await Promise.all([
    read("interactions"),
    read("dispatch"),
    read("execution"),
    read("admin"),
  ]);
  return { interactions, dispatch, execution, admin };
}

export const environmentOf = (configuration: FunctionConfiguration | null): Record<string, string> =>
  configuration?.Environment?.Variables ?? {};

/** Each function is there, can run, and has an environment that it can use. */
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
