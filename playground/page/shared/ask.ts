/** What a server answered that was not a success, in words for the reader of the page. */
class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Asks this page's own server; a file is sent as it is, and anything else as JSON.
 * @throws Refused with the server's words, or with our own when it has none or is away
 */
export async function ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const isFile = body instanceof Blob;
  const response = await fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : isFile
        ? { body, headers: { "content-type": body.type } }
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  }).catch(() => null);
  if (!response) throw new Refused(0, "The server cannot be reached. Is it still running?");
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok)
    throw new Refused(response.status, messageIn(answer) ?? `The server answered ${response.status}.`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own server, whose answers have these types
  return answer as Answer;
}

const messageIn = (answer: unknown): string | null =>
  typeof answer === "object" && answer !== null && "message" in answer && typeof answer.message === "string"
    ? answer.message
    : null;

/** What to show of something that was thrown. */
export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
