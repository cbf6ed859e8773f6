import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import type { Config } from "./config.ts";

/** The parameter from which the secrets of GitHub's webhooks are made. Only `github` and an operator read it. */
export const WEBHOOK_SECRET = "GITHUB_WEBHOOK_SECRET" satisfies keyof Config;

/**
 * Reads one secret below a path of SSM parameters, decrypted; undefined when it is not there.
 * @param path such as `/ux-agent/prod`
 */
export async function readSecret(
  path: string,
  name: string,
  client?: Pick<SSMClient, "send">,
): Promise<string | undefined> {
  const ssm = client ?? new SSMClient({});
  try {
    const { Parameter } = await ssm.send(
      new GetParameterCommand({ Name: `${path}/${name}`, WithDecryption: true }),
    );
    return Parameter?.Value;
  } catch (error) {
    if (error instanceof Error && error.name === "ParameterNotFound") return undefined;
    throw error;
  }
}
