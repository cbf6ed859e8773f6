import { AwsClient } from "aws4fetch";

/** One request to AWS where a client of the SDK is not worth it. */
export interface Question {
  path?: string;
  /** Of a JSON API: its target, with a body of JSON. */
  target?: string;
  /** Of a query API: the body as a form. */
  form?: Record<string, string>;
  body?: string;
}

/** Where requests go to, and what they are signed with. */
export interface Account {
  region: string;
  /** Of a service; an emulator has one for all. */
  urlOf: (service: string) => string;
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string | undefined };
}

const TIMEOUT_MS = 10_000;

/**
 * Sends one signed request, and answers the body.
 * @throws Error when the answer is not a success
 */
export async function askAws(account: Account, service: string, question: Question = {}): Promise<string> {
  const { accessKeyId, secretAccessKey, sessionToken } = account.credentials;
  const signer = new AwsClient({
    accessKeyId,
    secretAccessKey,
    ...(sessionToken === undefined ? {} : { sessionToken }),
    region: account.region,
    service,
  });
  const answer = await signer.fetch(account.urlOf(service) + (question.path ?? "/"), {
    ...requestFor(question),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const said = await answer.text();
  if (!answer.ok) throw new Error(`AWS answers ${answer.status} for ${service}: ${said}`);
  return said;
}

function requestFor({ target, form, body = "{}" }: Question): RequestInit {
  if (target) return { method: "POST", headers: { "x-amz-target": target, "content-type": JSON_TYPE }, body };
  if (!form) return {};
  const fields = new URLSearchParams(form).toString();
  return { method: "POST", headers: { "content-type": FORM_TYPE }, body: fields };
}

const JSON_TYPE = "application/x-amz-json-1.1";
const FORM_TYPE = "application/x-www-form-urlencoded";
