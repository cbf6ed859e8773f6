import { regionOf } from "#deploy/stage/region.ts";
import { useStageFile } from "#deploy/stage/stage-file.ts";
import { UserError } from "#src/errors.ts";

/** In milliseconds. A service that has not answered by then counts as unreachable. */
export const TIMEOUTS = { connectionTimeout: 3000, requestTimeout: 10_000, throwOnRequestTimeout: true };

/** How a command reaches AWS. */
export interface AwsOptions {
  region: string;
  requestHandler: typeof TIMEOUTS;
}

/** With the caller's own credentials; `.env.<stage>` may name the profile and the region. */
export async function awsOptions(place: {
  stage?: string | undefined;
  region?: string | undefined;
}): Promise<AwsOptions> {
  if (place.stage !== undefined) await useStageFile(place.stage, (name) => name.startsWith("AWS_"));
  return { region: await regionOf(place.region), requestHandler: TIMEOUTS };
}

const NO_CREDENTIALS = new Set([
  "CredentialsProviderError",
  "ExpiredToken",
  "ExpiredTokenException",
  "InvalidClientTokenId",
  "UnrecognizedClientException",
]);

/**
 * Calls AWS.
 * @throws UserError with one sentence when AWS cannot be called
 */
export async function withAws<T>({ region }: { region: string }, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Error) || error instanceof UserError) throw error;
    const sentence = NO_CREDENTIALS.has(error.name)
      ? "AWS does not accept the credentials, or there are none: set AWS_PROFILE to a profile that is signed in."
      : `AWS cannot be asked in ${region}: ${error.message || error.name}`;
    throw new UserError(sentence, { cause: error });
  }
}
