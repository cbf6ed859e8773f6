import { ok } from "./answers.ts";
import type { FakeRepository } from "./repository.ts";
import type { Route } from "./route.ts";

const R = "/repos/{owner}/{repo}";

/** What others say of a commit: its checks, its statuses, and where it is deployed. */
export const stateRoutes: Record<string, Route> = {
  [`GET ${R}/commits/{ref}/check-suites`]: ({ repository, path }) => {
    const suites = repository.suites.filter(({ commit }) => commit === path["ref"]);
    return ok({
      total_count: suites.length,
      check_suites: suites.map(({ commit, status, conclusion, runs }, at) => ({
        id: at + 1,
        head_sha: commit,
        status,
        conclusion,
        latest_check_runs_count: runs,
      })),
    });
  },
  [`GET ${R}/commits/{ref}/status`]: ({ repository, path }) => ok(statusBody(repository, path["ref"] ?? "")),
  [`GET ${R}/deployments`]: ({ repository, query }) => {
    const of = repository.deployments.filter(({ commit }) => commit === query.get("sha")).toReversed();
    const most = Number(query.get("per_page") ?? 30);
    return ok(of.slice(0, most).map(({ id, commit }) => ({ id, sha: commit })));
  },
  [`GET ${R}/deployments/{deployment_id}/statuses`]: ({ repository, path }) => {
    const found = repository.deployments.find(({ id }) => id === Number(path["deployment_id"]));
    const statuses = (found?.statuses ?? []).toReversed();
    return ok(statuses.map(({ state, url }, at) => ({ id: at + 1, state, environment_url: url })));
  },
};

/** GitHub's own way to make one state of all: without any status it is pending. */
function statusBody({ statuses }: FakeRepository, sha: string) {
  const all = statuses.filter(({ commit }) => commit === sha);
  const states = all.map(({ state }) => state);
  const failed = states.includes("failure") || states.includes("error");
  const pending = states.length === 0 || states.includes("pending");
  return {
    sha,
    state: failed ? "failure" : pending ? "pending" : "success",
    total_count: all.length,
    statuses: all.map(({ context, state }) => ({ context, state })),
  };
}
