import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";

/** A key pair as Discord has one for every application. */
export interface KeyPair {
  /** The 64 hex digits that DISCORD_PUBLIC_KEY holds. */
  publicKey: string;
  /** PKCS #8 in base64. */
  privateKey: string;
}

export function generateKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const { x = "" } = publicKey.export({ format: "jwk" });
  return {
    publicKey: Buffer.from(x, "base64url").toString("hex"),
    privateKey: privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"),
  };
}

/** Keys that were read: to read one takes several times as long as to sign with it. */
const read = new Map<string, KeyObject>();

function keyFrom(privateKey: string): KeyObject {
  const known = read.get(privateKey);
  if (known) return known;
  const key = createPrivateKey({ key: Buffer.from(privateKey, "base64"), format: "der", type: "pkcs8" });
  read.set(privateKey, key);
  return key;
}

/** The headers that Discord sends with an interaction. */
export function signedHeaders(privateKey: string, body: string, now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return {
    "content-type": "application/json",
    "x-signature-timestamp": timestamp,
    "x-signature-ed25519": sign(null, Buffer.from(timestamp + body), keyFrom(privateKey)).toString("hex"),
  };
}
