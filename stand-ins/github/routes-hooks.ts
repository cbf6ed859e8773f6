import { z } from "zod";
import { created, notFound, ok } from "./answers.ts";
import type { FakeHook } from "./repository.ts";
import type { Route } from "./route.ts";

const R = "/repos/{owner}/{repo}";

const config = z.object({
  url: z.string().optional(),
  content_type: z.string().optional(),
  secret: z.string().optional(),
  insecure_ssl: z.string().optional(),
});
const newHook = z.object({ config, events: z.array(z.string()), active: z.boolean() });

/** The repository's webhooks. Like on GitHub, no answer tells a secret. */
export const hookRoutes: Record<string, Route> = {
  [`GET ${R}/hooks`]: ({ repository }) => ok(repository.hooks.map(hookBody)),
  [`POST ${R}/hooks`]: ({ repository, body }) => {
    const hook = { id: repository.hooks.length + 1, lastStatus: null, ...newHook.parse(body) };
    repository.hooks.push(hook);
    return created(hookBody(hook));
  },
  [`PATCH ${R}/hooks/{hook_id}`]: ({ repository, path, body }) => {
    const hook = repository.hooks.find(({ id }) => id === Number(path["hook_id"]));
    if (!hook) return notFound();
    Object.assign(hook, newHook.partial().parse(body));
    return ok(hookBody(hook));
  },
};

function hookBody({ id, active, events, config, lastStatus }: FakeHook) {
  const { secret, ...rest } = config;
  return {
    id,
    active,
    events,
    config: { ...rest, ...(secret ? { secret: "********" } : {}) },
    last_response: { code: lastStatus, status: lastStatus === null ? "unused" : "active", message: null },
  };
}
