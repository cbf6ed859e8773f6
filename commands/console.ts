import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { fromNodeProviderChain } from "@aws-sdk/credential-providers";
import { Command, InvalidArgumentError } from "commander";
import { runProgram } from "./run-program.ts";
import { startConsole } from "#playground/console-server.ts";
import { signedFetch } from "#playground/signed-fetch.ts";
import { findDeployment } from "#src/doctor/deployment.ts";
import { UserError } from "#src/errors.ts";
import { type AwsOptions, awsOptions, withAws } from "./aws.ts";

interface Options {
  stage: string;
  region?: string;
  url?: string;
  port: number;
}

const program = new Command("npm run console --")
  .description(
    "Opens the operators' console of a deployment on this machine; requests are signed with your own AWS credentials.",
  )
  .requiredOption("--stage <stage>", "the deployment to look at: prod, dev, …")
  .option("--region <region>", "of the deployment; without it AWS_REGION, or the profile's")
  .option("--url <url>", "where its API is, when it is not to be asked of CloudFormation", originOf)
  .option("--port <port>", "on this machine", portOf, 3100)
  .addHelpText(
    "after",
    "\nYou need the permission execute-api:Invoke on the API's /admin routes. `npm start` has a console of its own.",
  )
  .action(open);

void runProgram(program);

async function open({ stage, region, url, port }: Options): Promise<void> {
  const options = await awsOptions({ stage, region });
  const apiUrl = url ?? (await withAws(options, () => apiUrlOf(stage, options)));
  const credentials = fromNodeProviderChain({ clientConfig: { region: options.region } });
  await withAws(options, () => credentials());
  const served = await startConsole({
    port,
    apiUrl,
    signedFetch: signedFetch(credentials, options.region),
  });
  console.log(`ux-agent console of ${stage}: ${served.url} (Ctrl-C ends it)`);
}

async function apiUrlOf(stage: string, options: AwsOptions): Promise<string> {
  const deployment = await findDeployment(new CloudFormationClient(options), stage);
  if (!deployment?.endpointUrl)
    throw new UserError(
      `No deployment of ${stage} is found in ${options.region}: name another --stage or --region, or its API by --url.`,
    );
  return originOf(deployment.endpointUrl);
}

function originOf(value: string): string {
  const origin = URL.parse(value)?.origin;
  if (!origin?.startsWith("http")) throw new InvalidArgumentError("It must be an http(s) URL.");
  return origin;
}

function portOf(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new InvalidArgumentError("It must be a port from 1 to 65535.");
  return port;
}
