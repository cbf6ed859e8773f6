import { verify, type KeyObject } from "node:crypto";
import { created, failed, notFound, ok, type Answer } from "./answers.ts";

export interface FakeApp {
  id: string;
  publicKey: KeyObject;
  /** What the installation was given. */
  permissions?: Record<string, string>;
  /** What requests with a new token are answered at first, until all of GitHub knows it and its permissions. */
  lag?: (401 | 403)[];
}

const INSTALLATION_ID = 99;
const PERMISSIONS = { contents: "write", pull_requests: "write", metadata: "read" };
const NOT_THERE =
  "There is at least one repository that does not exist or is not accessible to the parent installation.";

/** The GitHub App of the fake: checks signed JSON web tokens and gives installation tokens for them. */
export class AppTokens {
  readonly issued: string[] = [];
  /** Tokens that GitHub has taken back. */
  readonly revoked = new Set<string>();
  readonly #app: FakeApp | undefined;
  readonly #repository: string;
  readonly #unknown = new Map<string, (401 | 403)[]>();

  constructor(app: FakeApp | undefined, repository: string) {
    this.#app = app;
    this.#repository = repository;
  }

  /** The answer to an operation of an app; null for all others. */
  answer(operation: string, authorization: string, body: Record<string, unknown>): Answer | null {
    const asking = operation === "GET /repos/{owner}/{repo}/installation";
    if (!asking && operation !== "POST /app/installations/{installation_id}/access_tokens") return null;
    if (!this.#isSigned(authorization)) return failed(401, "A JSON web token could not be decoded");
    if (this.#app === undefined) return notFound();
    const { permissions = PERMISSIONS } = this.#app;
    return asking ? ok({ id: INSTALLATION_ID, permissions }) : this.#issue(body);
  }

  /** Why a request with an installation token is refused; null when it is not, or has another kind of token. */
  refusal(authorization: string): Answer | null {
    const token = authorization.replace(/^token /, "");
    if (this.revoked.has(token)) return failed(401, "Bad credentials");
    const status = this.#unknown.get(token)?.shift();
    if (status === 401) return failed(401, "Bad credentials");
    return status === 403 ? failed(403, "Resource not accessible by integration") : null;
  }

  #issue(body: Record<string, unknown>): Answer {
    const others = [body["repositories"] ?? []].flat().some((name) => name !== this.#repository);
    if (others) return failed(422, NOT_THERE);
    const token = `ghs_installation${this.issued.length + 1}`;
    this.issued.push(token);
    this.#unknown.set(token, [...(this.#app?.lag ?? [])]);
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
