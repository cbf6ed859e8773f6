import { randomInt } from "node:crypto";
import { freePort } from "./free-port.ts";

/**
 * An address of this machine that a page in a browser cannot guess, for a server that answers every caller. On Linux all
 * of 127.0.0.0/8 is the loopback interface: 2²⁴ addresses with some 28,000 ports each, where a page that tries a thousand
 * a second would need seven years for half of them. A program of this machine can look the address up.
 * @throws Error where the loopback interface has one address only
 */
export async function secretAddress(): Promise<{ host: string; port: number }> {
  const host = `127.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;
  return { host, port: await freePort(host) };
}
