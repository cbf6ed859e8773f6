import { randomBytes } from "node:crypto";
import { glob, readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { listenLocally } from "#stand-ins/processes/listen-locally.ts";
import { readBody } from "#stand-ins/discord/attachments.ts";
import { DISCORD_PATH, DiscordStandIn } from "#stand-ins/discord/discord-stand-in.ts";
import { GUILD_ID } from "#stand-ins/discord/member.ts";
import { generateKeyPair } from "#stand-ins/discord/signing-key.ts";
import {
  APPLICATION_ID,
  BOT_TOKEN,
  type FakeApplication,
  startFakeApplication,
} from "#stand-ins/discord/fake-application.ts";
import { type FakeGitHub, startFakeGitHub } from "#stand-ins/github/github-stand-in.ts";

const GITHUB_TOKEN = "ghp_of_the_rehearsal";
const SAMPLE_SITE = "sample-site";

/** Answers an interaction in place of Discord's endpoint. */
type Endpoint = (body: string, headers: IncomingMessage["headers"]) => Promise<Answer>;

export interface Answer {
  status: number;
  body: string;
}

/** Discord and GitHub on this machine, as the deployed functions and the person who rehearses meet them. */
export interface Outside {
  /** Where interactions are sent to and Discord's REST API answers. */
  url: string;
  applicationId: string;
  signingKey: string;
  application: FakeApplication;
  github: FakeGitHub;
  discord: DiscordStandIn;
  /** What `serverless deploy` needs in its environment. */
  env: Record<string, string>;
  /** What is kept in SSM parameters. */
  secrets: Record<string, string>;
  /** From now on interactions go there. */
  sendTo(endpoint: Endpoint): void;
  stop(): Promise<void>;
}

const nothingDeployed: Endpoint = () => Promise.resolve({ status: 503, body: "Nothing is deployed." });

export async function startOutside(): Promise<Outside> {
  const keys = generateKeyPair();
  const [application, github] = await Promise.all([startFakeApplication(), startSite()]);
  const discord = new DiscordStandIn();
  let endpoint = nothingDeployed;
  const server = createServer((request, response) => {
    void buffer(request)
      .then((body) => answerTo({ discord, application, endpoint }, request, body))
      .catch((error: unknown) => ({ status: 502, body: String(error) }))
      .then((answer) => send(response, answer));
  });
  const { url, stop } = await listenLocally(server);
  application.signingKey = keys.privateKey;
  application.about = { verify_key: keys.publicKey, bot_public: false };
  return {
    url,
    applicationId: APPLICATION_ID,
    signingKey: keys.privateKey,
    application,
    github,
    discord,
    env: {
      DISCORD_PUBLIC_KEY: keys.publicKey,
      DISCORD_APPLICATION_ID: APPLICATION_ID,
      DISCORD_GUILD_IDS: GUILD_ID,
      DISCORD_API_URL: url + DISCORD_PATH,
      GITHUB_REPOSITORY: "acme/site",
      GITHUB_API_URL: github.url,
      ALARM_EMAIL: "operator@example.com",
    },
    secrets: {
      DISCORD_BOT_TOKEN: BOT_TOKEN,
      GITHUB_TOKEN,
      GITHUB_WEBHOOK_SECRET: randomBytes(32).toString("hex"),
    },
    sendTo: (next) => (endpoint = next),
    stop: async () => {
      await Promise.all([stop(), application.stop(), github.close()]);
    },
  };
}

/** The sample site in a repository of a GitHub of this machine. */
async function startSite(): Promise<FakeGitHub> {
  const files = [];
  for await (const path of glob("**/*.{json,html,css,js,jsx,md,tsx}", { cwd: SAMPLE_SITE }))
    files.push({ path, content: await readFile(`${SAMPLE_SITE}/${path}`, "utf8") });
  return startFakeGitHub({ files, token: GITHUB_TOKEN });
}

interface Inside {
  discord: DiscordStandIn;
  application: FakeApplication;
  endpoint: Endpoint;
}

async function answerTo(
  { discord, application, endpoint }: Inside,
  { method = "GET", url = "/", headers }: IncomingMessage,
  bytes: Buffer,
): Promise<Answer> {
  if (url === "/interactions") {
    const sent = Date.now();
    const body = bytes.toString();
    const answer = await endpoint(body, headers);
    if (answer.status === 200) discord.responded(body, answer.body, sent);
    return answer;
  }
  const path = url.startsWith(DISCORD_PATH) ? url.slice(DISCORD_PATH.length) : url;
  if (path.startsWith("/applications/") || path.startsWith("/users/"))
    return asApplication(application, path, { method, headers, body: bytes.toString() });
  const read = await readBody(headers["content-type"], bytes);
  const { status, body: said } = discord.answer({
    method,
    path,
    authorization: headers.authorization,
    ...read,
  });
  return { status, body: said === undefined ? "" : JSON.stringify(said) };
}

async function asApplication(
  { url }: FakeApplication,
  path: string,
  { method, headers, body }: { method: string; headers: IncomingMessage["headers"]; body: string },
): Promise<Answer> {
  const { authorization = "" } = headers;
  const request = { method, headers: { authorization }, ...(body ? { body } : {}) };
  const answer = await fetch(url + path, request);
  return { status: answer.status, body: await answer.text() };
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(status === 204 ? undefined : body);
}
