import { PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import type { Emulator } from "./emulator.ts";

/** Puts each secret where the stage looks for it, as the guide tells an operator to. */
export async function storeSecrets(
  { url, env }: Emulator,
  stage: string,
  secrets: Record<string, string>,
): Promise<void> {
  const client = new SSMClient({
    endpoint: url,
    region: env["AWS_REGION"] ?? "",
    credentials: {
      accessKeyId: env["AWS_ACCESS_KEY_ID"] ?? "",
      secretAccessKey: env["AWS_SECRET_ACCESS_KEY"] ?? "",
    },
  });
  for (const [name, Value] of Object.entries(secrets))
    await client.send(
      new PutParameterCommand({
        Name: `/ux-agent/${stage}/${name}`,
        Value,
        Type: "SecureString",
        Overwrite: true,
      }),
    );
}
