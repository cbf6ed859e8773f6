import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { listenLocally } from "#stand-ins/processes/listen-locally.ts";
import { AppManifests } from "./app-manifests.ts";
import { AppTokens, type FakeApp } from "./app-tokens.ts";
import { failed, moved, notFound, type Answer } from "./answers.ts";
import { conformingResponse, requestProblems } from "./conformance.ts";
import { FailurePlan, failureAnswer, type Failure, type PlannedFailure } from "./failures.ts";
import { FakeRepository, type FirstFile } from "./repository.ts";
import { matchOperation, type RouteContext } from "./route.ts";
import { operations, routes } from "./operations.ts";

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
  /** What it was answered, unless it failed as planned. */
  status?: number;
}

export interface FakeGitHub {
  url: string;
  state: FakeRepository;
  requests: SeenRequest[];
  /** The page on which a person makes an App. */
  manifests: AppManifests;
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
    manifests: new AppManifests(),
    plan: new FailurePlan(),
    requests: [],
    problems: [],
  };
  const server = createServer((request, response) => void serve(fake, request, response));
  const { url, stop } = await listenLocally(server);
  return {
    url,
    state,
    requests: fake.requests,
    manifests: fake.manifests,
    issuedTokens: fake.apps.issued,
    revokedTokens: fake.apps.revoked,
    problems: fake.problems,
    failAt: (number, how, more) => fake.plan.add(number, { how, when: "before", times: 1, ...more }),
    stopFailing: () => fake.plan.clear(),
    close: stop,
  };
}

interface Fake {
  options: FakeGitHubOptions;
  state: FakeRepository;
  apps: AppTokens;
  manifests: AppManifests;
  plan: FailurePlan;
  requests: SeenRequest[];
  problems: string[];
}

/** A request on its way through the stand-in. */
interface Call {
  request: SeenRequest;
  incoming: IncomingMessage;
  /** The values in its path; null for an operation that is not served. */
  path: Record<string, string> | null;
}

async function serve(fake: Fake, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const call = callOf(incoming, await text(incoming), fake.requests.length + 1);
  fake.requests.push(call.request);
  const failure = fake.plan.for(call.request.number);
  if (await isDropped(fake, call, "before")) return void response.destroy();
  if (failure?.when === "before") return fail(response, failure.how);
  const answer = checkedAnswer(fake, call);
  call.request.status = answer.status;
  if (await isDropped(fake, call, "after")) return void response.destroy();
  if (failure) return fail(response, failure.how);
  send(response, answer);
}

function callOf(incoming: IncomingMessage, body: string, number: number): Call {
  const { method = "", url = "/" } = incoming;
  const { pathname } = new URL(url, "http://fake");
  const match = matchOperation(operations, method, pathname);
  const operation = match?.operation ?? `${method} ${pathname}`;
  return { request: { number, operation, url, body }, incoming, path: match?.path ?? null };
}

const isDropped = async ({ options }: Fake, { request }: Call, moment: "before" | "after") =>
  (await options.observe?.(request, moment)) === "drop";

function checkedAnswer(fake: Fake, { request, incoming, path }: Call): Answer {
  if (path === null) {
    fake.problems.push(`no such operation: ${request.operation}`);
    return notFound();
  }
  const query = new URL(request.url, "http://fake").searchParams;
  const body: Record<string, unknown> = request.body === "" ? undefined : JSON.parse(request.body);
  const asked = { ...request, path, query, body, authorization: incoming.headers.authorization ?? "" };
  fake.problems.push(...requestProblems(request.operation, asked), ...headerProblems(incoming));
  const answer = answerTo(fake, asked);
  const { body: whole, problems } = conformingResponse(request.operation, answer.status, answer.body);
  fake.problems.push(...problems);
  return tagged({ ...answer, body: whole }, incoming);
}

/** The answer with its ETag, or only the word that the sender has it already. */
function tagged(answer: Answer, { method, headers }: IncomingMessage): Answer {
  if (method !== "GET" || answer.status !== 200) return answer;
  const etag = `W/"${createHash("sha256").update(JSON.stringify(answer.body)).digest("hex")}"`;
  if (headers["if-none-match"] === etag) return { status: 304, headers: { etag } };
  return { ...answer, headers: { ...answer.headers, etag } };
}

/** A request whose operation is known, with its parts read. */
interface RepositoryRequest extends Pick<RouteContext, "path" | "query" | "body"> {
  operation: string;
  url: string;
  authorization: string;
}

/** In the order in which GitHub looks: where the repository is now, who asks, what they may. */
function answerTo(fake: Fake, asked: RepositoryRequest): Answer {
  const { state, apps, manifests, options } = fake;
  const { path, query, body, operation, authorization } = asked;
  const context = { path, query, body, repository: state, options: { drafts: options.drafts ?? true } };
  return (
    movedAnswer(state, asked) ??
    manifests.answer(operation, path) ??
    apps.answer(operation, authorization, body) ??
    tokenRefusal(fake, authorization) ??
    repositoryRefusal(fake, asked) ??
    routes[operation]?.(context) ??
    notFound()
  );
}

function movedAnswer(state: FakeRepository, { path, url }: RepositoryRequest): Answer | null {
  const [owner, repo] = [path["owner"], path["repo"]];
  if (!state.formerNames.has(`${owner}/${repo}`)) return null;
  return moved(url.replace(`/repos/${owner}/${repo}`, `/repos/${state.owner}/${state.name}`));
}

function tokenRefusal({ options, apps }: Fake, authorization: string): Answer | null {
  const tokens = [options.token ?? "ghp_fake", ...apps.issued].map((token) => `token ${token}`);
  return tokens.includes(authorization) ? apps.refusal(authorization) : failed(401, "Bad credentials");
}

function repositoryRefusal({ state, options }: Fake, { path, operation }: RepositoryRequest): Answer | null {
  if (path["owner"] !== state.owner || path["repo"] !== state.name) return notFound();
  const instead = options.instead?.[operation];
  if (instead) return instead;
  const isWrite = !operation.startsWith("GET ");
  return isWrite && state.archived ? failed(403, "Repository was archived so is read-only.") : null;
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

function send(response: ServerResponse, answer: Answer): void {
  const body = answer.body === undefined ? "" : JSON.stringify(answer.body);
  response.writeHead(answer.status, { "content-type": "application/json; charset=utf-8", ...answer.headers });
  response.end(body);
}

function fail(response: ServerResponse, how: Failure): void {
  // A request without an answer hangs until its sender gives up.
  if (how === "no-answer") return;
  const answer = failureAnswer(how);
  if (answer === null) response.destroy();
  else send(response, answer);
}
