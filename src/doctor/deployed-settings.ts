import type { LambdaClient } from "@aws-sdk/client-lambda";
import type { SSMClient } from "@aws-sdk/client-ssm";
import { UserError } from "#src/errors.ts";
import { readSecrets } from "#src/secrets.ts";
import { environmentOf, readFunctions } from "./function-checks.ts";

interface Clients {
  lambda: Pick<LambdaClient, "send">;
  ssm: Pick<SSMClient, "send">;
}

/**
 * What `execution` of a stage has in its environment, with its secrets, so that nothing has to be said twice.
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
