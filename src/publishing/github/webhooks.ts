import type { Outcome } from "#src/publishing/publisher.ts";
import { followedEvents } from "./delivery.ts";
import { type AccessOptions, type Opened, onRepository } from "./on-repository.ts";
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
  onWebhooks(options, async (opened) => ({ id: idOf(opened) }));

/** The webhook that leads to an address of ours; null when there is none. */
export const findWebhook = (
  options: WebhookOptions,
): Promise<Outcome<{ webhook: RegisteredWebhook | null }>> =>
  onWebhooks(options, async (opened) => {
    const found = await findHook(opened, options.url);
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
  onWebhooks(options, async (opened) => {
    const { request, at } = opened;
    const found = await findHook(opened, options.url);
    const secret = webhookSecret(options.master, idOf(opened));
    const config = { url: options.url, content_type: "json", insecure_ssl: "0", secret };
    const hook = { ...at, config, events: followedEvents, active: true };
    if (!found) await request("POST /repos/{owner}/{repo}/hooks", hook);
    else await request("PATCH /repos/{owner}/{repo}/hooks/{hook_id}", { ...hook, hook_id: found.id });
    return { made: found ? "again" : "new" };
  });

/** Signed in with the right to webhooks, which publishing never asks for. */
const onWebhooks = <T extends object>(options: AccessOptions, act: (opened: Opened) => Promise<T>) =>
  onRepository(options, act, { repository_hooks: "write" });

const idOf = ({ answer }: Opened): string => String(answer.data.id);

async function findHook({ request, at }: Opened, url: string) {
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
