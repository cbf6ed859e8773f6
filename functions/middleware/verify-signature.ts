import type { webcrypto } from "node:crypto";
import type { MiddlewareObj } from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { verifyKey } from "discord-interactions";
import { header, rawBody, response } from "./raw-request.ts";

/** How far a request's timestamp may be from the clock, in milliseconds: an older request may be a replay. */
const TOLERANCE = 5 * 60 * 1000;

type Options = { publicKey: string; now: () => Date };

/**
 * Only lets requests through that Discord signed: Ed25519 over the timestamp header and the raw body, as the developer
 * documentation requires. It must run before any middleware parses the body.
 */
export function verifySignature(
  options: () => Options,
): MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> {
  let imported: Promise<webcrypto.CryptoKey> | undefined;
  return {
    before: async ({ event }) => {
      const { publicKey, now } = options();
      imported ??= importKey(publicKey);
      const body = rawBody(event);
      if (body === null) return response(400, "The request has no body.");
      const signed = {
        body,
        signature: header(event, "x-signature-ed25519"),
        timestamp: header(event, "x-signature-timestamp"),
      };
      const fresh = isFresh(signed.timestamp, now());
      if (fresh && (await isSigned(signed, await imported))) return undefined;
      return response(401, "The request signature is not valid.");
    },
  };
}

const importKey = (publicKey: string): Promise<webcrypto.CryptoKey> =>
  crypto.subtle.importKey("raw", Buffer.from(publicKey, "hex"), { name: "Ed25519" }, false, ["verify"]);

const isFresh = (timestamp: string, now: Date): boolean =>
  /^\d{1,12}$/.test(timestamp) && Math.abs(now.getTime() - Number(timestamp) * 1000) <= TOLERANCE;

interface Signed {
  body: Buffer;
  /** In hexadecimal digits. */
  signature: string;
  timestamp: string;
}

const isSigned = async ({ body, signature, timestamp }: Signed, key: webcrypto.CryptoKey): Promise<boolean> =>
  /^[0-9a-f]{128}$/i.test(signature) && verifyKey(body, signature, timestamp, key);
