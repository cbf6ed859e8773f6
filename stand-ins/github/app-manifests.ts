import { generateKeyPairSync } from "node:crypto";
import { type Answer, created, notFound } from "./answers.ts";

/** What a manifest must say at least; GitHub shows the rest to the person. */
interface Manifest {
  name: string;
  redirect_url: string;
  default_permissions: Record<string, string>;
}

/** GitHub's page for a new App: makes one from a manifest, and gives its key out once for a code. */
export class AppManifests {
  readonly #codes = new Map<string, Manifest>();
  /** The keys that were given out. */
  readonly keys: string[] = [];

  /** A person makes the App that a form asks for; answers where GitHub sends the browser. */
  make(form: { manifest: string; state: string }): string {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a test looks at what is in it
    const manifest = JSON.parse(form.manifest) as Manifest;
    const code = `code-${this.#codes.size + 1}`;
    this.#codes.set(code, manifest);
    const back = new URL(manifest.redirect_url);
    back.searchParams.set("code", code);
    back.searchParams.set("state", form.state);
    return back.href;
  }

  /** The answer to the exchange of a code; null for all other operations. */
  answer(operation: string, path: Record<string, string>): Answer | null {
    if (operation !== "POST /app-manifests/{code}/conversions") return null;
    const manifest = this.#codes.get(path["code"] ?? "");
    if (!manifest) return notFound();
    this.#codes.delete(path["code"] ?? "");
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const pem = privateKey.export({ type: "pkcs1", format: "pem" }).toString();
    this.keys.push(pem);
    return created({ ...newApp(manifest), id: 4200 + this.keys.length, pem });
  }
}

const MADE_AT = "2026-01-01T00:00:00Z";

const newApp = ({ name, default_permissions }: Manifest) => ({
  node_id: "A_kwHOAA",
  slug: "ux-agent-app",
  owner: { id: 1, login: "ann" },
  name,
  description: null,
  external_url: "https://example.com",
  html_url: "https://github.com/apps/ux-agent-app",
  created_at: MADE_AT,
  updated_at: MADE_AT,
  permissions: default_permissions,
  events: [],
  client_id: "Iv1.1",
  client_secret: "client-secret",
  webhook_secret: null,
});
