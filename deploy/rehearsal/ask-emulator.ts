import { type Question, askAws } from "#deploy/aws/ask-aws.ts";
import { type Emulator, accessTo } from "./emulator.ts";

/**
 * Sends one request to the emulator, signed by the account itself.
 * @throws Error when the answer is not a success
 */
export const askEmulator = (emulator: Emulator, service: string, question: Question = {}): Promise<string> =>
  askAws({ ...accessTo(emulator), urlOf: () => emulator.url }, service, question);
