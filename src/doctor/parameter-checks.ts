import { GetParametersByPathCommand, type SSMClient } from "@aws-sdk/client-ssm";
import { type Check, type Verdict, ok, problem, skipped } from "./check.ts";

/** The parameters of a stage, by the name that the environment would have; `secure`: not in the clear. */
export type Parameters = Map<string, { value: string; secure: boolean }>;

/** Reads and decrypts everything below a path. */
export async function readParameters(client: Pick<SSMClient, "send">, path: string): Promise<Parameters> {
  const parameters: Parameters = new Map();
  let NextToken: string | undefined;
  do {
    const answer = await client.send(
      new GetParametersByPathCommand({
        Path: path,
        WithDecryption: true,
        ...(NextToken ? { NextToken } : {}),
      }),
    );
    for (const { Name = "", Value = "", Type } of answer.Parameters ?? [])
      parameters.set(Name.slice(Name.lastIndexOf("/") + 1), {
        value: Value,
        secure: Type === "SecureString",
      });
    ({ NextToken } = answer);
  } while (NextToken);
  return parameters;
}

/** The secrets that `execution` reads are there and encrypted. */
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
    `Without it messages cannot be changed after 15 minutes, so that an expired one keeps its buttons. ${put(path, name)}`,
  );
}

/** The id of a GitHub App is not a secret. */
function inTheClear(parameters: Parameters, names: string[], path: string): Verdict | null {
  const clear = names.find((name) => name !== "GITHUB_APP_ID" && parameters.get(name)?.secure === false);
  if (!clear) return null;
  return problem(
    `${path}/${clear} is kept in the clear.`,
    `aws ssm delete-parameter --name ${path}/${clear}, make a new secret, then: ${put(path, clear)}`,
  );
}

const put = (path: string, name: string): string =>
  `aws ssm put-parameter --type SecureString --name ${path}/${name} --value …`;
