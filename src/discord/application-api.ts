import {
  type APIApplicationCommand,
  type APIUser,
  type RESTGetCurrentApplicationResult,
  Routes,
} from "discord-api-types/v10";
import type { Server } from "./bot-permissions.ts";
import type { LogChannel } from "./log-channel-problem.ts";
import { UserError } from "#src/errors.ts";
import type { Step } from "./command-plan.ts";
import type { CommandDefinition } from "./command-definitions.ts";

/** The part of Discord's REST API that is about the application itself, for operators. */
export interface ApplicationApi {
  /** Discord's own description of it: the public key, the interactions endpoint URL… */
  about(): Promise<RESTGetCurrentApplicationResult>;
  /** The servers that the bot is in, the first 200. */
  servers(): Promise<{ id: string; name: string }[]>;
  /**
   * Where Discord sends interactions from now on. It tries the address first, with a signed PING and one whose signature
   * is wrong.
   */
  setEndpoint(url: string): Promise<void>;
  /** The registered commands: global ones, or those of one server; with what they are called in other languages. */
  commands(guildId?: string): Promise<APIApplicationCommand[]>;
  /** A server and what the bot is in it. */
  server(guildId: string): Promise<Server>;
  /** A channel of a server, with what is allowed in it. */
  channel(channelId: string): Promise<LogChannel>;
  /** Does what a step of a plan says, for the same commands. */
  carryOut(step: Step, guildId?: string): Promise<void>;
}

export interface ApplicationOptions {
  apiUrl: string;
  applicationId: string;
  botToken: string;
}

/** In milliseconds. */
const TIMEOUT = 10_000;

/** @throws UserError in one sentence that says what to do; it never holds the token */
export function createApplicationApi(options: ApplicationOptions): ApplicationApi {
  const { applicationId } = options;
  const all = (guildId?: string) =>
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const one = (id: string, guildId?: string): `/${string}` => `${all(guildId)}/${id}`;
  return {
    about: async () => read(await request(options, { method: "GET", route: Routes.currentApplication() })),
    servers: async () => read(await request(options, { method: "GET", route: Routes.userGuilds() })),
    setEndpoint: async (url) => {
      const body = { interactions_endpoint_url: url };
      const badRequest = `Discord did not take ${url}: it needs a correct answer to its PING within three seconds, and none to one with a wrong signature.`;
      await request(options, { method: "PATCH", route: Routes.currentApplication(), body, badRequest });
    },
    commands: async (guildId) =>
      read(
        await request(options, { method: "GET", route: `${all(guildId)}?with_localizations=true`, guildId }),
      ),
    server: async (guildId) => {
      const get = async <T>(route: `/${string}`) =>
        read<T>(await request(options, { method: "GET", route, guildId }));
      const [guild, { id }] = await Promise.all([
        get<Server["guild"]>(Routes.guild(guildId)),
        get<APIUser>(Routes.user()),
      ]);
      return { guild, bot: await get<Server["bot"]>(Routes.guildMember(guildId, id)) };
    },
    channel: async (channelId) => {
      const hidden = `The bot sees no channel ${channelId}: name a channel of your server, and give the bot the permission View Channel in it.`;
      return read(await request(options, { method: "GET", route: Routes.channel(channelId), hidden }));
    },
    carryOut: async (step, guildId) => {
      const asked = { guildId, route: "id" in step ? one(step.id, guildId) : all(guildId) };
      if (step.kind === "remove") await request(options, { ...asked, method: "DELETE" });
      if (step.kind === "add" || step.kind === "change") {
        const method = step.kind === "add" ? "POST" : "PATCH";
        await request(options, { ...asked, method, body: bodyOf(step.definition, guildId) });
      }
    },
  };
}

/** Where a command can be used is said of global ones only. */
function bodyOf({ contexts, ...definition }: CommandDefinition, guildId: string | undefined): object {
  return guildId === undefined ? { ...definition, contexts } : definition;
}

interface Request {
  method: string;
  route: `/${string}`;
  body?: object | undefined;
  /** The server it is about, for the words of a refusal. */
  guildId?: string | undefined;
  /** What is said when Discord finds something wrong with the body. */
  badRequest?: string;
  /** What is said when Discord does not show it. */
  hidden?: string;
}

async function request(
  options: ApplicationOptions,
  { method, route, body, guildId, badRequest, hidden }: Request,
): Promise<Response> {
  const answer = await fetch(`${options.apiUrl}${route}`, {
    method,
    headers: { authorization: `Bot ${options.botToken}`, "content-type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(TIMEOUT),
  }).catch((cause: unknown) => {
    throw new UserError(`Discord cannot be reached at ${options.apiUrl} (DISCORD_API_URL).`, { cause });
  });
  if (answer.ok) return answer;
  if (answer.status === 400 && badRequest !== undefined) throw new UserError(badRequest);
  if ([403, 404].includes(answer.status) && hidden !== undefined) throw new UserError(hidden);
  throw new UserError(await sentenceFor(answer, options, guildId));
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Discord's own description of the answer
const read = async <T>(answer: Response): Promise<T> => (await answer.json()) as T;

async function sentenceFor(
  answer: Response,
  { applicationId }: ApplicationOptions,
  guildId: string | undefined,
): Promise<string> {
  const invite = `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands`;
  switch (answer.status) {
    case 401:
      return "Discord does not accept DISCORD_BOT_TOKEN: copy it anew (Discord developer portal → Bot → Reset Token).";
    case 403:
    case 404:
      return guildId === undefined
        ? `DISCORD_BOT_TOKEN is not the token of application ${applicationId}: set DISCORD_APPLICATION_ID and DISCORD_BOT_TOKEN of the same application.`
        : `The bot is not in server ${guildId}: invite it with ${invite}`;
    case 429:
      return `Discord is limiting our requests: try again in ${answer.headers.get("retry-after") ?? "a few"} seconds.`;
    default:
      return `Discord answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`;
  }
}
