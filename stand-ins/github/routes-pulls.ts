import { z } from "zod";
import {
  commitBody,
  created,
  failed,
  invalid,
  notFound,
  ok,
  pullBody,
  repositoryBody,
  wholePullBody,
  type Answer,
} from "./answers.ts";
import type { Route, RouteContext } from "./route.ts";
import type { FakePull, FakeRepository } from "./repository.ts";

const R = "/repos/{owner}/{repo}";

const newPull = z.object({
  title: z.string(),
  head: z.string(),
  base: z.string(),
  draft: z.boolean().default(false),
  body: z.string().default(""),
});
const pullChanges = z.object({
  title: z.string().optional(),
  state: z.enum(["open", "closed"]).optional(),
  base: z.string().optional(),
});
const newLabels = z.object({ labels: z.array(z.string()) });

const TITLE_TOO_LONG = invalid({ resource: "Issue", field: "title", code: "custom", message: "too long" });
const isTooLong = (title: string) => Array.from(title).length > 256;

/** The repository itself, its pull requests and their labels. */
export const pullRoutes: Record<string, Route> = {
  [`GET ${R}`]: ({ repository }) => ({
    ...ok(repositoryBody(repository)),
    ...(repository.scopes === undefined ? {} : { headers: { "x-oauth-scopes": repository.scopes } }),
  }),
  [`GET ${R}/rules/branches/{branch}`]: ({ repository, path }) =>
    ok(rulesOf(repository, path["branch"] ?? "")),
  [`GET ${R}/pulls`]: ({ repository, query }) => ok(listPulls(repository, query)),
  [`POST ${R}/pulls`]: createPull,
  [`GET ${R}/pulls/{pull_number}/commits`]: (context) =>
    withPull(context, (pull) => ok(pull.commits.map((sha) => commitBody(context.repository, sha)))),
  [`GET ${R}/pulls/{pull_number}`]: (context) =>
    withPull(context, (pull) => ok(wholePullBody(context.repository, pull))),
  [`PATCH ${R}/pulls/{pull_number}`]: (context) =>
    withPull(context, (pull) => {
      const { title = pull.title, state = pull.state, base = pull.base } = pullChanges.parse(context.body);
      if (isTooLong(title)) return TITLE_TOO_LONG;
      Object.assign(pull, { title, base, state: pull.merged ? "closed" : state });
      return ok(wholePullBody(context.repository, pull));
    }),
  [`POST ${R}/issues/{issue_number}/labels`]: (context) =>
    withPull(context, (pull) => {
      const { labels } = newLabels.parse(context.body);
      pull.labels = [...new Set([...pull.labels, ...labels])];
      return ok(pull.labels.map((name) => ({ name })));
    }),
};

function listPulls(repository: FakeRepository, query: URLSearchParams) {
  const [state, head] = [query.get("state") ?? "open", query.get("head")];
  const found = repository.pulls.filter((pull) => state === "all" || pull.state === state);
  // A filter without an owner is no filter.
  const own = head?.includes(":")
    ? found.filter((pull) => `${repository.owner}:${pull.head}` === head)
    : found;
  const sorted = query.get("direction") === "asc" ? own : own.toReversed();
  return sorted.map((pull) => pullBody(repository, pull));
}

function createPull({ repository, body, options }: RouteContext): Answer {
  const { title, head, base, draft, body: text } = newPull.parse(body);
  const [headCommit, baseCommit] = [repository.refs.get(head), repository.refs.get(base)];
  if (headCommit === undefined) return invalid({ resource: "PullRequest", field: "head", code: "invalid" });
  if (baseCommit === undefined) return invalid({ resource: "PullRequest", field: "base", code: "invalid" });
  if (isTooLong(title)) return TITLE_TOO_LONG;
  if (Buffer.byteLength(text) > 262_144 || text.length > 65_536) {
    return invalid({ resource: "Issue", field: "body", code: "custom", message: "body is too long" });
  }
  if (draft && !options.drafts)
    return failed(422, "Draft pull requests are not supported in this repository.");
  const commits = repository.ahead(headCommit, baseCommit).toReversed();
  const refusal = customRefusal(repository, { head, base, commits });
  if (refusal !== null) return invalid({ resource: "PullRequest", code: "custom", message: refusal });
  const numbers = { number: repository.pulls.length + 1, commits, headCommit };
  const pull = {
    ...numbers,
    title,
    body: text,
    head,
    base,
    draft,
    state: "open" as const,
    merged: false,
    labels: [],
  };
  repository.pulls.push(pull);
  return created(wholePullBody(repository, pull));
}

function customRefusal(
  { pulls, owner }: FakeRepository,
  { head, base, commits }: Pick<FakePull, "head" | "base" | "commits">,
): string | null {
  const twin = pulls.some((pull) => pull.state === "open" && pull.head === head && pull.base === base);
  if (twin) return `A pull request already exists for ${owner}:${head}.`;
  return commits.length === 0 ? `No commits between ${base} and ${head}` : null;
}

function withPull({ repository, path }: RouteContext, answer: (pull: FakePull) => Answer): Answer {
  const number = Number(path["pull_number"] ?? path["issue_number"]);
  const pull = repository.pulls.find((pull) => pull.number === number);
  return pull === undefined ? notFound() : answer(pull);
}

const rulesOf = ({ rules }: FakeRepository, branch: string): object[] =>
  [...rules].flatMap(([beginning, types]) =>
    branch.startsWith(beginning) ? types.map((type) => ({ type })) : [],
  );
