import { UserError } from "#src/errors.ts";

/** A GitHub App that was just made. */
export interface NewApp {
  id: string;
  privateKey: string;
  /** Where it is installed on a repository. */
  installPage: string;
}

const TIMEOUT_MS = 10_000;

/**
 * Takes the id and the key of an App for the code that GitHub gave to the browser. A code works once, and within an hour.
 * @throws UserError in one sentence; it never holds the key
 */
export async function takeApp(apiUrl: string, code: string): Promise<NewApp> {
  const answer = await fetch(`${apiUrl}/app-manifests/${encodeURIComponent(code)}/conversions`, {
    method: "POST",
    headers: {
      accept: "application/vnd.github+json",
      "content-type": "application/json",
      "user-agent": "ux-agent",
    },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((cause: unknown) => {
    throw new UserError(`GitHub cannot be reached at ${apiUrl}: delete the App there and begin again.`, {
      cause,
    });
  });
  if (!answer.ok) {
    await answer.body?.cancel();
    throw new UserError(
      `GitHub answered ${answer.status} and gave out no key: the code was used before, or is older than an hour. Delete the App and begin again.`,
    );
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- GitHub's own description of the answer
  const { id, pem, html_url } = (await answer.json()) as { id: number; pem: string; html_url: string };
  return { id: String(id), privateKey: pem, installPage: `${html_url}/installations/new` };
}
