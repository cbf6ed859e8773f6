import { TableError, TransientError, UserError } from "#src/errors.ts";

/** The table that a command looks at. */
interface TablePlace {
  table: string;
  endpoint: string | undefined;
}

/**
 * Turns an error about reaching the table into one sentence that says what to do; any other error stays as it is. ElectroDB
 * and the SDK wrap errors, so their causes are examined too.
 */
export function explainError(error: unknown, place: TablePlace): unknown {
  if (error instanceof UserError) return error;
  if (error instanceof TransientError) return new UserError(`${error.message}: try again in a while.`);
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const sentence = sentenceFor(cause, place);
    if (sentence) return new TableError(sentence, { cause: error });
  }
  return error;
}

const UNREACHABLE = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
]);

function sentenceFor(cause: Error, { table, endpoint }: TablePlace): string | undefined {
  const code = "code" in cause ? String(cause.code) : "";
  if (UNREACHABLE.has(code) || cause.name === "TimeoutError")
    return `DynamoDB cannot be reached${endpoint ? ` at ${endpoint} (AWS_ENDPOINT_URL_DYNAMODB)` : ""}: ${cause.message}.`;
  if (cause.message === "Region is missing")
    return "No AWS region is set: set AWS_REGION, or run `npm start` to look at the local system.";
  switch (cause.name) {
    case "ResourceNotFoundException":
      return `There is no table ${table} there: name another one with --stage or TABLE_NAME, or another region with AWS_REGION.`;
    case "CredentialsProviderError":
      return "No AWS credentials were found: set AWS_PROFILE to a profile that is signed in, or the AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of one.";
    case "ExpiredTokenException":
    case "InvalidSignatureException":
    case "UnrecognizedClientException":
      return "AWS does not accept the credentials: they have expired, or are not those of this account.";
    case "AccessDeniedException":
      return `The credentials do not allow this: ${cause.message}`;
  }
  return undefined;
}
