import { gitRoutes } from "./routes-git.ts";
import { hookRoutes } from "./routes-hooks.ts";
import { pullRoutes } from "./routes-pulls.ts";
import type { Route } from "./route.ts";
import { stateRoutes } from "./routes-state.ts";

export const routes: Record<string, Route> = {
  ...gitRoutes,
  ...pullRoutes,
  ...stateRoutes,
  ...hookRoutes,
};

/** All operations that the stand-in answers, by GitHub's names: a method and a path. */
export const operations = [
  ...Object.keys(routes),
  "POST /app-manifests/{code}/conversions",
  "GET /repos/{owner}/{repo}/installation",
  "POST /app/installations/{installation_id}/access_tokens",
];
