import { verifyKey } from "discord-interactions";
import { describe, expect, it } from "vitest";
import { generateKeyPair, signedHeaders } from "#stand-ins/discord/signing-key.ts";

describe("a local signing key", () => {
  const { publicKey, privateKey } = generateKeyPair();
  const body = '{"type":1,"words":"é ✓"}';
  const headers = signedHeaders(privateKey, body, new Date("2026-11-22T12:00:00Z"));
  const verify = (text: string) =>
    verifyKey(text, headers["x-signature-ed25519"] ?? "", headers["x-signature-timestamp"] ?? "", publicKey);

  it("has a public half as the developer portal shows it", () => {
    expect(publicKey).toMatch(/^[0-9a-f]{64}$/);
  });

  it("signs as Discord does", async () => {
    expect(await verify(body)).toBe(true);
    expect(headers["x-signature-timestamp"]).toBe("1795348800");
  });

  it("signs that body and no other", async () => {
    expect(await verify(`${body} `)).toBe(false);
  });
});
