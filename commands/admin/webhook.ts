import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SSMClient } from "@aws-sdk/client-ssm";
import { createApp } from "#src/app.ts";
import { type Config, readConfig } from "#src/config.ts";
import { findDeployment } from "#src/doctor/deployment.ts";
import { UserError } from "#src/errors.ts";
import type { AccessOptions } from "#src/publishing/github/on-repository.ts";
import { webhookSecret } from "#src/publishing/github/webhook-secret.ts";
import { registerWebhook, repositoryId } from "#src/publishing/github/webhooks.ts";
import { WEBHOOK_SECRET, readSecret } from "#src/secret.ts";
import { authOf } from "#src/sites/open-sites.ts";
import { type AwsOptions, awsOptions, withAws } from "../aws.ts";
import { settingsOfStage } from "../discord-settings.ts";

interface Choice {
  stage?: string;
  region?: string;
}

/**
 * Makes the webhook of each repository of a deployment, or puts it right. Where the bot's token may not, says what to enter by
 * hand: its secret is shown to the operator alone, who could compute it as well.
 */
export async function registerWebhooks({ stage, region }: Choice): Promise<void> {
  if (stage === undefined)
    throw new UserError("Name the deployment with --stage: what runs on this machine is not told by GitHub.");
  const options = await awsOptions({ stage, region });
  const { url, master, config } = await withAws(options, () => deployed(stage, options));
  const auth = authOf(config);
  if (!auth) throw new UserError("Give the bot a way to sign in to GitHub first: see `npm run doctor`.");
  const client = new DynamoDBClient(options);
  const own = await createApp(config, { client }).sites.list();
  const repositories = [config.GITHUB_REPOSITORY, ...own.map(({ repository }) => repository)];
  for (const repository of new Set(repositories.filter((name) => name !== undefined)))
    await register({ repository, auth, apiUrl: config.GITHUB_API_URL, url, master });
}

async function deployed(
  stage: string,
  options: AwsOptions,
): Promise<{ url: string; master: string; config: Config }> {
  const settings = await settingsOfStage(stage, options.region);
  const path = settings["SECRETS_PATH"] ?? "";
  const [deployment, master] = await Promise.all([
    findDeployment(new CloudFormationClient(options), stage),
    readSecret(path, WEBHOOK_SECRET, new SSMClient(options)),
  ]);
  if (!deployment?.webhookUrl)
    throw new UserError(
      `This deployment has no address for GitHub's reports: deploy this release first, with \`npx serverless deploy --stage ${stage}\`.`,
    );
  if (!master)
    throw new UserError(
      `There is no secret to make those of the webhooks from: \`aws ssm put-parameter --type SecureString --name ${path}/${WEBHOOK_SECRET} --value "$(openssl rand -hex 32)"\` makes one.`,
    );
  return { url: deployment.webhookUrl, master, config: readConfig([], settings) };
}

async function register(options: AccessOptions & { url: string; master: string }): Promise<void> {
  const { repository, url } = options;
  const made = await registerWebhook(options);
  if (made.ok) return console.log(`✓ ${repository}: ${made.made === "new" ? "made" : "put right"}.`);
  const known = await repositoryId(options);
  if (!known.ok) throw new UserError(known.failure.message);
  console.log(`– ${repository}: the bot may not make it. ${made.failure.message}
  Enter it by hand in https://github.com/${repository}/settings/hooks/new:
    Payload URL   ${url}
    Content type  application/json
    Secret        ${webhookSecret(options.master, known.id)}
    Events        Check suites, Deployment statuses, Pull requests, Statuses`);
}
