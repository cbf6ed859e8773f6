import type { ServerResponse } from "node:http";
import { gitIn } from "#src/publishing/git/command.ts";
import { showCommit } from "#src/publishing/git/show-commit.ts";
import { askedSite } from "./asked-site.ts";
import { readAction } from "./read-action.ts";
import { readBase } from "./repository.ts";
import { inDiscord, sendElsewhere, sendJson, sendSandboxed } from "./page-server.ts";
import { UPLOADS_PATH } from "./wire.ts";
import type { Playground, PlaygroundParts } from "./playground.ts";
import type { Change, SitePages } from "./site-pages.ts";
import { letTimePass, storedItem } from "./stored-item.ts";

export interface Served {
  playground: Playground;
  parts: Pick<PlaygroundParts, "table" | "client" | "repository" | "standIn" | "discord">;
  /** Null when the site is not on this machine. */
  pages: SitePages | null;
}

interface PlaygroundCall {
  served: Served;
  response: ServerResponse;
  body: Buffer;
  pathname: string;
  search: URLSearchParams;
  /** Of the body. */
  type: string;
  /** From the path. */
  id: string;
  /** From the path, where it names one beside something else. */
  conversation: string;
}

type Route = (call: PlaygroundCall) => unknown;

const routes: [method: string, path: string, Route][] = [
  [
    "GET",
    "/playground/setting",
    ({ served, response }) => sendJson(response, 200, served.playground.setting()),
  ],
  ["GET", "/playground/news", openNews],
  ["POST", "/playground/actions", act],
  ["POST", UPLOADS_PATH, upload],
  ["POST", "/playground/payloads/:id/replay", replay],
  ["GET", "/playground/conversations/:id", showItem],
  ["POST", "/playground/conversations/:id/hour", passHour],
  ["POST", "/playground/faults/:id", breakSomething],
  ["GET", "/playground/commits/:id", commit],
  ["GET", "/playground/pages/:id", page],
  ["GET", "/playground/pages/:id/asked/:conversation", askedPage],
  ["GET", "/playground/pages/:id/asked/:conversation/where", whereAsked],
  ["GET", "/channels/:guild/:channel/:id(\\d+)", goToMessage],
];

const patterns = routes.map(([method, pathname, route]) => ({
  method,
  pattern: new URLPattern({ pathname }),
  route,
}));

/** Answers the requests of the playground's page to its own server; false for any other request. */
export async function answerPlayground(
  served: Served,
  {
    method: asked,
    ...request
  }: Omit<PlaygroundCall, "served" | "response" | "id" | "conversation"> & { method: string },
  response: ServerResponse,
): Promise<boolean> {
  for (const { method, pattern, route } of patterns) {
    const match = method === asked ? pattern.exec({ pathname: request.pathname }) : null;
    if (!match) continue;
    const { id = "", conversation = "" } = match.pathname.groups;
    await route({ served, response, ...request, id, conversation });
    return true;
  }
  return false;
}

function openNews({ served: { playground }, response }: PlaygroundCall): void {
  playground.news.open(response, (tell) => playground.tellAll(tell));
}

async function act({ served, response, body }: PlaygroundCall): Promise<void> {
  const { by, action } = readAction(JSON.parse(body.toString()));
  sendJson(response, 200, await served.playground.act(by, action));
}

/** Keeps a file as Discord does before it sends the command that names it. */
function upload({ served: { playground }, response, body, search, type }: PlaygroundCall): void {
  const filename = search.get("name") ?? "picture";
  sendJson(response, 200, playground.upload({ filename, content_type: type, content: new Uint8Array(body) }));
}

async function replay({ served, response, id }: PlaygroundCall): Promise<void> {
  const outcome = await served.playground.replay(Number(id));
  if (outcome) return sendJson(response, 200, outcome);
  sendJson(response, 404, { message: "That request is no longer kept." });
}

const NOTHING_KEPT = { message: "The table holds nothing of this conversation." };

async function showItem({ served: { parts }, response, id }: PlaygroundCall): Promise<void> {
  const item = await storedItem(parts, id);
  sendJson(response, item ? 200 : 404, item ?? NOTHING_KEPT);
}

async function passHour({ served: { parts }, response, id }: PlaygroundCall): Promise<void> {
  const passed = await letTimePass(parts, id, new Date());
  sendJson(response, passed ? 200 : 404, passed ? {} : NOTHING_KEPT);
}

function breakSomething({ served, response, id }: PlaygroundCall): void {
  const { saboteur } = served.playground;
  if (id === "execution") saboteur.doom();
  if (id === "stream") saboteur.loseStream();
  sendJson(response, 200, saboteur.faults);
}

async function commit({ served: { parts }, response, id }: PlaygroundCall): Promise<void> {
  if (!parts.repository || !isCommit(id)) return sendNoCommit(response);
  sendJson(response, 200, { shown: await showCommit(gitIn(parts.repository), id) });
}

/** Stands for the newest commit of the base branch: what a visitor of the live page sees. */
const BASE = "base";

async function page({ served: { pages, parts }, response, id, search }: PlaygroundCall): Promise<void> {
  const commit = id === BASE && parts.repository ? (await readBase(parts.repository)).commit : id;
  if (!pages || !isCommit(commit)) return sendNoCommit(response);
  sendSandboxed(response, await pages.of({ commit, page: pageIn(search) }));
}

/** A page as a request asks for it. */
async function askedPage(call: PlaygroundCall): Promise<void> {
  const { served, response, id, search } = call;
  if (!served.pages || !isCommit(id)) return sendNoCommit(response);
  sendSandboxed(response, await served.pages.of({ commit: id, page: pageIn(search) }, changeOf(call)));
}

/** The first page, of those in the query, on which a request shows. */
async function whereAsked(call: PlaygroundCall): Promise<void> {
  const { served, response, id, search } = call;
  if (!served.pages || !isCommit(id)) return sendNoCommit(response);
  const pages = search.getAll("page");
  sendJson(response, 200, { page: await served.pages.firstChanged({ commit: id, pages }, changeOf(call)) });
}

/** `revision` in the query keeps an earlier preview of the same request apart. */
const changeOf = ({ served: { parts }, conversation, search }: PlaygroundCall): Change => ({
  name: `${conversation}:${search.get("revision") ?? ""}`,
  in: (files) => askedSite(parts, conversation, files),
});

const sendNoCommit = (response: ServerResponse): void =>
  sendJson(response, 404, { message: "There is no such commit." });

const pageIn = (search: URLSearchParams): string => search.get("page") ?? "index.html";

/** A link to a message leads to where it is: mostly into the playground. */
function goToMessage({ served: { parts }, response, pathname, id }: PlaygroundCall): void {
  sendElsewhere(response, parts.standIn ? `/#message-${id}` : inDiscord(pathname));
}

const isCommit = (id: string): boolean => /^[0-9a-f]{40,64}$/.test(id);
