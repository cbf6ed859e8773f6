import { verify, type KeyObject } from "node:crypto";
import { created, failed, notFound, ok, type Answer } from "./answers.ts";

export interface FakeApp {
  id: string;
  publicKey: KeyObject;
}

const INSTALLATION_ID = 99;

/** The GitHub App of the fake: checks signed JSON web tokens and gives installation tokens for them. */
export class AppTokens {
  readonly issued: string[] = [];
  readonly #app: FakeApp | undefined;

  constructor(app: FakeApp | undefined) {
    this.#app = app;
  }

  /** The answer to an operation of an app; null for all others. */
  answer(operation: string, authorization: string, body: Record<string, unknown>): Answer | null {
    const asking = operation === "GET /repos/{owner}/{repo}/installation";
    if (!asking && operation !== "POST /app/installations/{installation_id}/access_tokens") return null;
    if (!this.#isSigned(authorization)) return failed(401, "A JSON web token could not be decoded");
    if (this.#app === undefined) return notFound();
    return asking ? ok({ id: INSTALLATION_ID }) : this.#issue(body);
  }

  #issue(body: Record<string, unknown>): Answer {
    const token = `ghs_installation${this.issued.length + 1}`;
    this.issued.push(token);
    const expires_at = new Date(Date.now() + 3_600_000).toISOString();
    return created({ token, expires_at, permissions: body["permissions"], repository_selection: "selected" });
  }

  #isSigned(authorization: string): boolean {
    const [header = "", payload = "", signature = ""] = authorization.replace(/^bearer /i, "").split(".");
    if (this.#app === undefined || signature === "") return false;
    const claims: { iss?: unknown; exp?: number } = JSON.parse(Buffer.from(payload, "base64url").toString());
    const fresh = (claims.exp ?? 0) * 1000 > Date.now() && String(claims.iss) === this.#app.id;
    const bytes = Buffer.from(`${header}.${payload}`);
    return fresh && verify("sha256", bytes, this.#app.publicKey, Buffer.from(signature, "base64url"));
  }
}
