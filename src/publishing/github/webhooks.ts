import type { Octokit } from "@octokit/core";
import type { Outcome } from "#src/publishing/publisher.ts";
import { outcomeOf } from "#src/publishing/refusal.ts";
import type { AccessOptions } from "./access.ts";
import { connectToGitHub } from "./connection.ts";
import { createCredentials } from "./credentials.ts";
import { followedEvents } from "./delivery.ts";
import { refusalFrom } from "./failure.ts";
import { signRequests } from "./signing.ts";
import { webhookSecret } from "./webhook-secret.ts";

interface WebhookOptions extends AccessOptions {
  /** Where GitHub has to report to. */
  url: string;
}

/** The webhook of a repository that leads to us. */
export interface RegisteredWebhook {
  /** What of it is not as it has to be, in words. */
  differences: string[];
  /** What its last delivery was answered; null when there was none. */
  lastStatus: number | null;
}

/** The repository's own id, from which its webhook's secret is made. */
export const repositoryId = (options: AccessOptions): Promise<Outcome<{ id: string }>> =>
  onRepository(options, async ({ id }) => ({ id }));

/** The webhook that leads to an address of ours; null when there is none. */
export const findWebhook = (
  options: WebhookOptions,
): Promise<Outcome<{ webhook: RegisteredWebhook | null }>> =>
  onRepository(options, async (open) => {
    const found = await findHook(open, options.url);
    if (!found) return { webhook: null };
    return { webhook: { differences: differencesOf(found), lastStatus: found.last_response.code } };
  });

/**
 * Makes the webhook, or puts right the one that leads to the same address; its secret is written in any case, because GitHub
 * tells nobody which one it has.
 */
export const registerWebhook = (
  options: WebhookOptions & { master: string },
): Promise<Outcome<{ made: "new" | "again" }>> =>
  onRepository(options, async (open) => {
    const { request, at, id } = open;
    const found = await findHook(open, options.url);
    const secret = webhookSecret(options.master, id);
    const config = { url: options.url, content_type: "json", insecure_ssl: "0", secret };
    const hook = { ...at, config, events: followedEvents, active: true };
    if (!found) await request("POST /repos/{owner}/{repo}/hooks", hook);
    else await request("PATCH /repos/{owner}/{repo}/hooks/{hook_id}", { ...hook, hook_id: found.id });
    return { made: found ? "again" : "new" };
  });

interface Open {
  request: Octokit["request"];
  at: { owner: string; repo: string };
  id: string;
}

/** Signed in with the right to webhooks, which publishing never asks for. */
const onRepository = <T extends object>(options: AccessOptions, act: (open: Open) => Promise<T>) =>
  outcomeOf(async () => {
    const [owner = "", repo = ""] = options.repository.split("/");
    const { timing } = options;
    const octokit = connectToGitHub(options);
    try {
      const credentials = createCredentials(options.auth, { repository_hooks: "write" });
      await signRequests(octokit, credentials, { owner, repo, timing });
      const { data } = await octokit.request("GET /repos/{owner}/{repo}", { owner, repo });
      const at = { owner: data.owner.login, repo: data.name };
      return await act({ request: octokit.request, at, id: String(data.id) });
    } catch (error) {
      throw refusalFrom(error, options.repository);
    }
  });

async function findHook({ request, at }: Open, url: string) {
  const { data } = await request("GET /repos/{owner}/{repo}/hooks", { ...at, per_page: 100 });
  return data.find(({ config }) => config.url === url);
}

interface Hook {
  active: boolean;
  events: string[];
  config: { content_type?: string; insecure_ssl?: string | number; secret?: string };
}

function differencesOf({ active, events, config }: Hook): string[] {
  const missing = followedEvents.filter((event) => !events.includes(event) && !events.includes("*"));
  return [
    ...(active ? [] : ["it is switched off"]),
    ...(missing.length > 0 ? [`it does not report ${missing.join(", ")}`] : []),
    ...(config.content_type === "json" ? [] : ["its content type is not application/json"]),
    ...(config.secret ? [] : ["it has no secret"]),
  ];
}
