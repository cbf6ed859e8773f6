import { UserError } from "#src/errors.ts";

/** What a check found, in words. `remedy` says what to do about a problem; a skipped check says why. */
export type Verdict =
  | { state: "ok"; says: string }
  | { state: "problem"; says: string; remedy: string }
  | { state: "skipped"; says: string };

export type Finding = Verdict & { check: string };

/** One thing that ux-agent needs in order to work. */
export interface Check {
  name: string;
  /** It changes nothing. */
  look: () => Promise<Verdict>;
}

export const ok = (says: string): Verdict => ({ state: "ok", says });
export const problem = (says: string, remedy: string): Verdict => ({ state: "problem", says, remedy });
export const skipped = (says: string): Verdict => ({ state: "skipped", says });

/**
 * Runs the checks one after the other. A check that throws has that as its finding, and the others still run.
 * @param tell called with each finding as soon as there is one
 */
export async function examine(
  checks: Check[],
  tell: (finding: Finding) => void = () => {},
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name, look } of checks) {
    const finding = { check: name, ...(await look().catch((error: unknown) => troubleOf(error))) };
    tell(finding);
    findings.push(finding);
  }
  return findings;
}

/** Whether no check found a problem; skipped checks do not count. */
export const isHealthy = (findings: Finding[]): boolean => findings.every(({ state }) => state !== "problem");

/** Shares one look between the checks that need it. */
export function once<T>(look: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined;
  return () => (found ??= look());
}

const SIGN_IN =
  "Set AWS_PROFILE to a profile that is signed in to the account of the deployment, and AWS_REGION to its region.";

const remedies: Record<string, string> = {
  CredentialsProviderError: SIGN_IN,
  ExpiredTokenException: SIGN_IN,
  ExpiredToken: SIGN_IN,
  UnrecognizedClientException: SIGN_IN,
  InvalidClientTokenId: SIGN_IN,
  AccessDeniedException: "Run the doctor with credentials that may read the whole deployment.",
  AccessDenied: "Run the doctor with credentials that may read the whole deployment.",
};

function troubleOf(error: unknown): Verdict {
  if (error instanceof UserError) return problem(error.message, "Fix that, then run the doctor again.");
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return problem(
    `This check failed: ${message || name}`,
    remedies[name] ?? "Check that the service can be reached from here, then run the doctor again.",
  );
}
