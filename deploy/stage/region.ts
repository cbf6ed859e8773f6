import { loadSharedConfigFiles } from "@smithy/core/config";

/** Where everything is deployed to and looked for when neither the environment nor the profile says it. */
const REGION = "us-east-1";

/** The region that a caller means: as AWS's own command line finds it, and then a default. */
export async function regionOf(named?: string): Promise<string> {
  const { AWS_REGION, AWS_DEFAULT_REGION } = process.env;
  return named || AWS_REGION || AWS_DEFAULT_REGION || (await regionOfProfile()) || REGION;
}

/** What `aws configure` has written down. */
async function regionOfProfile(): Promise<string | undefined> {
  const { configFile } = await loadSharedConfigFiles({ ignoreCache: true });
  return configFile[process.env["AWS_PROFILE"] || "default"]?.["region"];
}
