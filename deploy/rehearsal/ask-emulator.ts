import { AwsClient } from "aws4fetch";
import type { Emulator } from "./emulator.ts";

interface Question {
  path?: string;
  /** Of a JSON API: its target, with a body of JSON. */
  target?: string;
  /** Of a query API: the body as a form. */
  form?: Record<string, string>;
  body?: string;
}

/**
 * Sends one request to the emulator, signed by the account itself, where a client of the SDK is not worth it.
 * @throws Error when the answer is not a success
 */
export async function askEmulator(
  { url, env }: Emulator,
  service: string,
  question: Question = {},
): Promise<string> {
  const aws = signerFor(service, env);
  const answer = await aws.fetch(url + (question.path ?? "/"), requestFor(question));
  const said = await answer.text();
  if (!answer.ok) throw new Error(`The emulator answers ${answer.status} for ${service}: ${said}`);
  return said;
}

const signerFor = (service: string, env: Emulator["env"]): AwsClient =>
  new AwsClient({
    accessKeyId: env["AWS_ACCESS_KEY_ID"] ?? "",
    secretAccessKey: env["AWS_SECRET_ACCESS_KEY"] ?? "",
    region: env["AWS_REGION"] ?? "",
    service,
  });

function requestFor({ target, form, body = "{}" }: Question): RequestInit {
  if (target) return { method: "POST", headers: { "x-amz-target": target, "content-type": JSON_TYPE }, body };
  if (!form) return {};
  const fields = new URLSearchParams(form).toString();
  return { method: "POST", headers: { "content-type": FORM_TYPE }, body: fields };
}

const JSON_TYPE = "application/x-amz-json-1.0";
const FORM_TYPE = "application/x-www-form-urlencoded";
