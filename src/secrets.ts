import { SSMClient } from "@aws-sdk/client-ssm";
import type { Config } from "./config.ts";
import { parametersBelow } from "./parameters-below.ts";

/** What may be kept in SSM parameters; each is named like the environment variable that it stands for. */
export const secretNames = [
  "DISCORD_BOT_TOKEN",
  "GITHUB_TOKEN",
  "GITHUB_APP_ID",
  "GITHUB_APP_PRIVATE_KEY",
] as const satisfies (keyof Config)[];

type Secrets = Partial<Record<(typeof secretNames)[number], string>>;

/**
 * Reads the secrets directly below a path of SSM parameters, decrypted. Parameters with other names are left alone, so
 * that nothing but a secret can be changed from there.
 * @param path such as `/ux-agent/prod`
 */
export async function readSecrets(path: string, client?: Pick<SSMClient, "send">): Promise<Secrets> {
  const ssm = client ?? new SSMClient({});
  const secrets: Secrets = {};
  for await (const { Name, Value } of parametersBelow(ssm, path)) {
    const name = secretNames.find((known) => Name === `${path}/${known}`);
    if (name && Value) secrets[name] = Value;
  }
  return secrets;
}
