import { UserError } from "#src/errors.ts";

/** The region that `serverless.yml` deploys to by default. */
const REGION = "us-east-1";
/** In milliseconds. A service that has not answered by then counts as unreachable. */
export const TIMEOUTS = { connectionTimeout: 3000, requestTimeout: 10_000, throwOnRequestTimeout: true };

/** How a command reaches AWS, with the caller's own credentials. */
export const awsOptions = (region?: string) => ({
  region: region ?? process.env["AWS_REGION"] ?? process.env["AWS_DEFAULT_REGION"] ?? REGION,
  requestHandler: TIMEOUTS,
});

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
