import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { AppTokens, type FakeApp } from "./app-tokens.ts";
import { failed, moved, notFound, type Answer } from "./answers.ts";
import { conformingResponse, requestProblems } from "./conformance.ts";
import { FailurePlan, failureAnswer, type Failure, type PlannedFailure } from "./failures.ts";
import { FakeRepository, type FirstFile } from "./repository.ts";
import { matchOperation, type Route } from "./route.ts";
import { gitRoutes } from "./routes-git.ts";
import { pullRoutes } from "./routes-pulls.ts";

export interface FakeGitHubOptions {
  /** `owner/name`. */
  repository?: string;
  defaultBranch?: string;
  /** What the first commit holds; without any the repository is empty. */
  files?: FirstFile[];
  /** The personal access token that is accepted. */
  token?: string;
  app?: FakeApp;
  /** Whether the plan of the repository has draft pull requests. */
  drafts?: boolean;
  /** Operations that answer something else, such as a missing permission; `POST /repos/{owner}/{repo}/git/refs` → answer. */
  instead?: Record<string, Answer>;
  /** Called around each request; what it waits for the request waits for, and `drop` ends it without an answer. */
  observe?: (request: SeenRequest, moment: "before" | "after") => void | "drop" | Promise<void | "drop">;
}

interface SeenRequest {
  /** The first request is 1. */
  number: number;
  operation: string;
  url: string;
  body: string;
}

export interface FakeGitHub {
  url: string;
  state: FakeRepository;
  requests: SeenRequest[];
  /** The installation tokens that were given out, and those that were taken back. */
  issuedTokens: string[];
  revokedTokens: Set<string>;
  /** What did not agree with GitHub's description; empty when all is well. */
  problems: string[];
  /** Lets a request fail, counted from the first ever as 1; by default one, and before anything is done. */
  failAt(number: number, how: Failure, more?: Partial<Omit<PlannedFailure, "how">>): void;
  stopFailing(): void;
  close(): Promise<void>;
}

const routes: Record<string, Route> = { ...gitRoutes, ...pullRoutes };
const operations = [
  ...Object.keys(routes),
  "GET /repos/{owner}/{repo}/installation",
  "POST /app/installations/{installation_id}/access_tokens",
];

/** A GitHub of one repository on 127.0.0.1; every request and answer is held against GitHub's own description. */
export async function startFakeGitHub(options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
  const {
    repository = "acme/site",
    defaultBranch = "main",
    files = [{ path: "README.md", content: "# Site\n" }],
  } = options;
  const state = new FakeRepository(repository, defaultBranch, files);
  const fake = {
    options,
    state,
    apps: new AppTokens(options.app, state.name),
    plan: new FailurePlan(),
    requests: [],
    problems: [],
  };
  const server = createServer((request, response) => void serve(fake, request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    state,
    requests: fake.requests,
    issuedTokens: fake.apps.issued,
    revokedTokens: fake.apps.revoked,
    problems: fake.problems,
    failAt: (number, how, more) => fake.plan.add(number, { how, when: "before", times: 1, ...more }),
    stopFailing: () => fake.plan.clear(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Fake {
  options: FakeGitHubOptions;
  state: FakeRepository;
  apps: AppTokens;
  plan: FailurePlan;
  requests: SeenRequest[];
  problems: string[];
}

async function serve(fake: Fake, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(incoming);
  const url = new URL(incoming.url ?? "/", "http://fake");
  const match = matchOperation(operations, incoming.method ?? "", url.pathname);
  const operation = match?.operation ?? `${incoming.method} ${url.pathname}`;
  const request = { number: fake.requests.length + 1, operation, url: incoming.url ?? "", body };
  fake.requests.push(request);
  const failure = fake.plan.for(request.number);
  if ((await fake.options.observe?.(request, "before")) === "drop") return void response.destroy();
  if (failure?.when === "before") return send(response, failure.how, failureAnswer(failure.how));
  const answer = checkedAnswer(fake, request, incoming, match?.path ?? null);
  if ((await fake.options.observe?.(request, "after")) === "drop") return void response.destroy();
  if (failure) return send(response, failure.how, failureAnswer(failure.how));
  send(response, null, answer);
}

function checkedAnswer(
  fake: Fake,
  request: SeenRequest,
  incoming: IncomingMessage,
  path: Record<string, string> | null,
): Answer {
  if (path === null) {
    fake.problems.push(`no such operation: ${request.operation}`);
    return notFound();
  }
  const query = new URL(request.url, "http://fake").searchParams;
  const body: Record<string, unknown> = request.body === "" ? undefined : JSON.parse(request.body);
  fake.problems.push(
    ...requestProblems(request.operation, { path, query, body }),
    ...headerProblems(incoming),
  );
  const answer = answerTo(fake, request.operation, incoming, { url: request.url, path, query, body });
  const { body: whole, problems } = conformingResponse(request.operation, answer.status, answer.body);
  fake.problems.push(...problems);
  return { ...answer, body: whole };
}

function answerTo(
  { options, state, apps }: Fake,
  operation: string,
  { headers: { authorization = "" } }: IncomingMessage,
  request: {
    url: string;
    path: Record<string, string>;
    query: URLSearchParams;
    body: Record<string, unknown>;
  },
): Answer {
  const { path } = request;
  const asked = `/repos/${path["owner"]}/${path["repo"]}`;
  if (state.formerNames.has(asked.replace("/repos/", "")))
    return moved(request.url.replace(asked, `/repos/${state.owner}/${state.name}`));
  const elsewhere = path["owner"] !== state.owner || path["repo"] !== state.name;
  const forApps = apps.answer(operation, authorization, request.body);
  if (forApps !== null) return forApps;
  const tokens = [options.token ?? "ghp_fake", ...apps.issued].map((token) => `token ${token}`);
  if (!tokens.includes(authorization)) return failed(401, "Bad credentials");
  const refusal = apps.refusal(authorization);
  if (refusal !== null) return refusal;
  if (elsewhere) return notFound();
  const instead = options.instead?.[operation];
  if (instead) return instead;
  const writing = !operation.startsWith("GET ");
  if (writing && state.archived) return failed(403, "Repository was archived so is read-only.");
  const context = { ...request, repository: state, options: { drafts: options.drafts ?? true } };
  return routes[operation]?.(context) ?? notFound();
}

function headerProblems({ headers, method }: IncomingMessage): string[] {
  return [
    ...(headers["user-agent"] ? [] : ["a request without a user agent"]),
    ...(headers.accept?.includes("json") ? [] : ["a request that does not accept JSON"]),
    ...(method === "GET" || method === "DELETE" || headers["content-type"]?.includes("json")
      ? []
      : ["no JSON"]),
  ];
}

function send(response: ServerResponse, failure: Failure | null, answer: Answer | null): void {
  // A request without an answer hangs until its sender gives up.
  if (failure === "no-answer") return;
  if (answer === null) return void response.destroy();
  const body = answer.body === undefined ? "" : JSON.stringify(answer.body);
  response.writeHead(answer.status, { "content-type": "application/json; charset=utf-8", ...answer.headers });
  response.end(body);
}
