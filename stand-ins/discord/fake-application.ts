import { type Server, createServer } from "node:http";
import { text } from "node:stream/consumers";
import { listenLocally } from "#stand-ins/processes/listen-locally.ts";
import { signedHeaders } from "./signing-key.ts";

interface Command {
  id: string;
  name: string;
  type: number;
  [field: string]: unknown;
}

interface Answer {
  status: number;
  body?: unknown;
}

/** The part of Discord's REST API about an application: its description, its global commands and those of servers. */
export interface FakeApplication {
  url: string;
  /** What Discord tells of it besides its id. */
  about: Record<string, unknown>;
  /** What it signs with, PKCS #8 in base64: without a key, it takes no endpoint. */
  signingKey: string | null;
  /** Commands by the server's id; the global ones under "". */
  commands: Map<string, Command[]>;
  /** The servers that the bot is in. */
  guilds: Set<string>;
  /** The roles of each server, and those of the bot in it. */
  servers: Map<
    string,
    { roles: { id: string; permissions: string; mentionable: boolean }[]; botRoles: string[] }
  >;
  /** The channels that the bot sees, by their ids. */
  channels: Map<string, { type: number; guild_id: string; permission_overwrites: object[] }>;
  /** Every request that changes something, as `POST /applications/…`. */
  writes: string[];
  stop(): Promise<void>;
}

export const APPLICATION_ID = "300000000000000001";
export const BOT_TOKEN = "bot-token-of-the-test";

export async function startFakeApplication(): Promise<FakeApplication> {
  const server: Server = createServer((request, response) => {
    void text(request).then(async (body) => {
      const { method = "GET", url = "/" } = request;
      const answer =
        request.headers.authorization === `Bot ${BOT_TOKEN}`
          ? await answerTo(fake, { method, url, body })
          : { status: 401, body: { message: "401: Unauthorized", code: 0 } };
      response.writeHead(answer.status, { "content-type": "application/json" });
      response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
    });
  });
  const listening = await listenLocally(server);
  const fake: FakeApplication = {
    ...listening,
    about: {},
    signingKey: null,
    commands: new Map(),
    guilds: new Set(),
    servers: new Map(),
    channels: new Map(),
    writes: [],
  };
  return fake;
}

const route = /^\/applications\/(\d+)(?:\/guilds\/(\d+))?\/commands(?:\/(\d+))?$/;

const serverRoute = /^\/guilds\/(\d+)(?:\/members\/(\d+))?$/;
const channelRoute = /^\/channels\/(\d+)$/;
const BOT_USER_ID = "300000000000000002";

/** The bot itself, a channel, a server, or the bot in it; null for any other address. */
function onServer(fake: FakeApplication, url: string): Answer | null {
  if (url === "/users/@me") return { status: 200, body: { id: BOT_USER_ID, username: "ux-agent" } };
  const [, channelId] = channelRoute.exec(url) ?? [];
  if (channelId !== undefined) {
    const channel = fake.channels.get(channelId);
    return channel
      ? { status: 200, body: { id: channelId, ...channel } }
      : { status: 403, body: { message: "Missing Access", code: 50_001 } };
  }
  const [, id, member] = serverRoute.exec(url) ?? [];
  if (id === undefined) return null;
  const server = fake.servers.get(id);
  if (!server) return { status: 404, body: { message: "Unknown Guild", code: 10_004 } };
  if (member === undefined) return { status: 200, body: { id, roles: server.roles } };
  return member === BOT_USER_ID
    ? { status: 200, body: { roles: server.botRoles, user: { id: member } } }
    : { status: 404, body: { message: "Unknown Member", code: 10_007 } };
}

interface Request {
  method: string;
  url: string;
  body: string;
}

async function answerTo(fake: FakeApplication, { method, url, body }: Request): Promise<Answer> {
  if (url === "/applications/@me") return onCurrent(fake, method, body);
  if (url === "/users/@me/guilds")
    return { status: 200, body: Array.from(fake.guilds, (id) => ({ id, name: `Server ${id}` })) };
  return onServer(fake, url) ?? onApplication(fake, { method, url, body });
}

/** An endpoint is taken once it has answered a signed PING, and refused one whose signature is wrong. */
async function onCurrent(fake: FakeApplication, method: string, body: string): Promise<Answer> {
  if (method === "PATCH") {
    const { interactions_endpoint_url: endpoint } = JSON.parse(body);
    fake.writes.push("PATCH /applications/@me");
    if (!(await answersPings(fake.signingKey, endpoint)))
      return { status: 400, body: { message: "Invalid Form Body", code: 50_035 } };
    fake.about["interactions_endpoint_url"] = endpoint;
  }
  return { status: 200, body: { id: APPLICATION_ID, name: "ux-agent", ...fake.about } };
}

async function answersPings(key: string | null, endpoint: string): Promise<boolean> {
  if (key === null) return false;
  const body = JSON.stringify({ type: 1, application_id: APPLICATION_ID, id: "1", token: "t", version: 1 });
  const ping = (headers: Record<string, string>) => fetch(endpoint, { method: "POST", headers, body });
  const right = await ping(signedHeaders(key, body, new Date()));
  const wrong = await ping(signedHeaders(key, `${body} `, new Date()));
  return right.status === 200 && wrong.status === 401;
}

function onApplication(fake: FakeApplication, { method, url, body }: Request): Answer {
  const { pathname, searchParams } = new URL(url, "https://discord.com");
  const [, application, guild = "", id] = route.exec(pathname) ?? [];
  if (application !== APPLICATION_ID) return { status: 403, body: { message: "Forbidden", code: 20_012 } };
  if (guild !== "" && !fake.guilds.has(guild))
    return { status: 403, body: { message: "Missing Access", code: 50_001 } };
  if (method !== "GET") fake.writes.push(`${method} ${url}`);
  const commands = fake.commands.get(guild) ?? [];
  fake.commands.set(guild, commands);
  if (method === "GET")
    return {
      status: 200,
      body: searchParams.has("with_localizations") ? commands : commands.map(unlocalized),
    };
  return onCommands(commands, { method, id, guild }, body === "" ? {} : JSON.parse(body));
}

const without = (described: object) => ({ ...described, description_localizations: undefined });

/** As Discord lists a command to those who do not ask for its localizations. */
function unlocalized(command: Command): object {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the command plan under test sends Discord's own shape
  const options = command["options"] as { description_localizations?: object }[] | undefined;
  return { ...without(command), options: options?.map(without) };
}

let ids = 700_000_000_000_000_000n;

function onCommands(
  commands: Command[],
  { method, id, guild }: { method: string; id: string | undefined; guild: string },
  given: Record<string, unknown>,
): Answer {
  const at = commands.findIndex((one) => (id === undefined ? one.name === given["name"] : one.id === id));
  if (id !== undefined && at < 0) return { status: 404, body: { message: "Unknown application command" } };
  if (method === "DELETE") {
    commands.splice(at, 1);
    return { status: 204 };
  }
  const stored = asStored({ ...commands[at], ...given }, guild);
  commands.splice(at < 0 ? commands.length : at, 1, stored);
  return { status: at < 0 ? 201 : 200, body: stored };
}

/** With what Discord adds, and without what it leaves out. */
function asStored(given: Record<string, unknown>, guild: string): Command {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the command plan under test sends Discord's own shape
  const options = (given["options"] ?? []) as { required?: boolean }[];
  return {
    ...(guild === "" ? { contexts: null, integration_types: [0], dm_permission: true } : { guild_id: guild }),
    default_member_permissions: null,
    nsfw: false,
    version: String((ids += 1n)),
    application_id: APPLICATION_ID,
    id: String((ids += 1n)),
    name: "",
    type: 1,
    ...given,
    ...(options.length > 0
      ? { options: options.map(({ required, ...rest }) => (required ? { ...rest, required } : rest)) }
      : { options: undefined }),
  };
}
