import { PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { type Emulator, accessTo } from "./emulator.ts";

/** Puts each secret where the stage looks for it, as the guide tells an operator to. */
export async function storeSecrets(
  emulator: Emulator,
  stage: string,
  secrets: Record<string, string>,
): Promise<void> {
  const client = new SSMClient(accessTo(emulator));
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
