import { type KeyObject, createPublicKey, verify } from "node:crypto";
import type { MiddlewareObj } from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";

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
  let key: KeyObject | undefined;
  return {
    before: ({ event }) => {
      const { publicKey, now } = options();
      key ??= keyOf(publicKey);
      const body = rawBody(event);
      if (body === null) return response(400, "The request has no body.");
      const signed = {
        body,
        signature: header(event, "x-signature-ed25519"),
        timestamp: header(event, "x-signature-timestamp"),
      };
      const fresh = isFresh(signed.timestamp, now());
      if (fresh && isSigned(signed, key)) return undefined;
      return response(401, "The request signature is not valid.");
    },
  };
}

export const response = (statusCode: number, message: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ message }),
});

/** Not the Web Crypto API, which takes a PING three milliseconds longer to load and hands each check to another thread. */
function keyOf(publicKey: string): KeyObject {
  const x = Buffer.from(publicKey, "hex").toString("base64url");
  return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
}

function rawBody({ body, isBase64Encoded }: APIGatewayProxyEventV2): Buffer | null {
  if (!body) return null;
  return Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
}

/** API Gateway lower-cases header names; other servers in its place may not. */
function header({ headers }: APIGatewayProxyEventV2, name: string): string {
  return headers[name] ?? Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? "";
}

const isFresh = (timestamp: string, now: Date): boolean =>
  /^\d{1,12}$/.test(timestamp) && Math.abs(now.getTime() - Number(timestamp) * 1000) <= TOLERANCE;

interface Signed {
  body: Buffer;
  /** In hexadecimal digits. */
  signature: string;
  timestamp: string;
}

function isSigned({ body, signature, timestamp }: Signed, key: KeyObject): boolean {
  if (!/^[0-9a-f]{128}$/i.test(signature)) return false;
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, "hex"));
}
