import { type Question, askAws } from "#deploy/aws/ask-aws.ts";
import type { Emulator } from "./emulator.ts";

/**
 * Sends one request to the emulator, signed by the account itself.
 * @throws Error when the answer is not a success
 */
export const askEmulator = (
  { url, env }: Emulator,
  service: string,
  question: Question = {},
): Promise<string> =>
  askAws(
    {
      region: env["AWS_REGION"] ?? "",
      urlOf: () => url,
      credentials: {
        accessKeyId: env["AWS_ACCESS_KEY_ID"] ?? "",
        secretAccessKey: env["AWS_SECRET_ACCESS_KEY"] ?? "",
      },
    },
    service,
    question,
  );
