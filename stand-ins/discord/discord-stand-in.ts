import { InteractionResponseType } from "discord-api-types/v10";
import * as z from "zod/mini";
import { jsonIn } from "#src/json-in.ts";
import { type ReadBody, attachmentProblems } from "./attachments.ts";
import type { Conformance, DiscordRequest } from "./described-requests.ts";
import { emptyProblems, messageProblems, responseProblems, typeProblems } from "./limits.ts";
import { Channel, type ChannelKeep, type Message, type Written } from "./messages.ts";
import { sentInteraction } from "./sent-interaction.ts";

/** Where the stand-in answers as Discord's REST API, below the address of the server that holds it. */
export const DISCORD_PATH = "/discord/api/v10";

interface Request extends Pick<ReadBody, "body">, Partial<Pick<ReadBody, "files">> {
  method: string;
  /** Below the API's root, with a leading slash. */
  path: string;
  authorization?: string | undefined;
}

interface Response {
  status: number;
  body?: unknown;
}

/** Something that Discord would have refused. */
export interface Violation {
  at: string;
  what: string;
  problems: string[];
  /** The interaction that was responded to, when it was about one. */
  interaction?: string;
}

const named = z.object({ id: z.union([z.string(), z.number()]), filename: z.optional(z.string()) });
const written: z.ZodMiniType<Written> = z.looseObject({ attachments: z.optional(z.array(named)) });
const response = z.object({ type: z.enum(InteractionResponseType), data: z.optional(written) });

const routes = [
  { name: "original", pattern: "/webhooks/:application/:token/messages/@original" },
  { name: "followUp", pattern: "/webhooks/:application/:token" },
  { name: "callback", pattern: "/interactions/:interaction/:token/callback" },
  { name: "channel", pattern: "/channels/:channel/messages" },
  { name: "message", pattern: "/channels/:channel/messages/:message" },
].map(({ name, pattern }) => ({ name, pattern: new URLPattern({ pathname: pattern }) }));

interface StandInOptions {
  /** Holds each request against Discord's own description. */
  conformance?: Conformance;
  /** Where the channel is kept; without it, in memory. */
  keep?: ChannelKeep;
}

/**
 * Stands in for Discord where a bot talks to it: it keeps the messages of a channel as Discord would after each response
 * and edit, and refuses what Discord refuses (sizes, unknown or expired tokens, a response that is late).
 */
export class DiscordStandIn {
  readonly channel: Channel;
  readonly violations: Violation[] = [];
  readonly #now: () => number;
  readonly #responded = new Set<string>();
  /** What the interaction of a token said of each file of its answer, in bytes. */
  readonly #fileLimits = new Map<string, number | undefined>();
  readonly #conformance: Conformance;

  constructor(now: () => number = Date.now, { conformance = () => [], keep }: StandInOptions = {}) {
    this.#now = now;
    this.#conformance = conformance;
    this.channel = new Channel(now, keep);
  }

  /**
   * Records the bot's response to an interaction. An interaction has one response: that to a redelivery changes nothing.
   * @param sent when the interaction was sent, in epoch milliseconds
   */
  responded(interactionBody: string, responseBody: string, sent: number): void {
    const interaction = sentInteraction.safeParse(jsonIn(interactionBody));
    const answer = response.safeParse(jsonIn(responseBody));
    if (!interaction.success) return;
    const { id, token } = interaction.data;
    if (this.#responded.has(token)) return;
    this.#responded.add(token);
    this.#fileLimits.set(token, interaction.data.attachment_size_limit);
    if (!answer.success) return this.#note("a response to an interaction", ["it is not a response"], id);
    const { type, data } = answer.data;
    const problems = [
      ...typeProblems(interaction.data, type),
      ...responseProblems(type, data),
      ...this.#conformance(requestOf[type] ?? "pong", answer.data),
      ...(type === InteractionResponseType.ChannelMessageWithSource ? emptyProblems(data ?? {}) : []),
    ];
    const late = problems.length === 0 && !this.channel.respond(interaction.data, answer.data, sent);
    if (late) problems.push("it took longer than 3 seconds");
    if (problems.length > 0) this.#note("a response to an interaction", problems, id);
  }

  /** Answers a request to Discord's REST API. */
  answer(request: Request): Response {
    const [pathname = "", query] = request.path.split("?");
    for (const { name, pattern } of routes) {
      const groups = pattern.exec({ pathname })?.pathname.groups;
      if (!groups) continue;
      if (name === "callback") return this.#onCallback(request, groups);
      if (name === "channel") return this.#onChannel(request, groups["channel"] ?? "", query);
      if (name === "message") return this.#onMessage(request, groups["message"] ?? "");
      return this.#onToken(request, groups["token"] ?? "", name);
    }
    return { status: 404, body: { message: "404: Not Found", code: 0 } };
  }

  /** The service responds in its HTTP answer, so a callback always comes second. */
  #onCallback(
    { method }: Request,
    { interaction, token = "" }: Record<string, string | undefined>,
  ): Response {
    if (method !== "POST") return notAllowed;
    if (!this.#responded.has(token))
      return { status: 404, body: { message: "Unknown interaction", code: 10_062 } };
    this.#note("a response to an interaction", ["it was responded to before"], interaction);
    return {
      status: 400,
      body: { message: "Interaction has already been acknowledged.", code: 40_060 },
    };
  }

  #onToken(request: Request, token: string, name: string): Response {
    const message = this.channel.ofToken(token);
    if (message === "expired") {
      this.#note(withoutToken(request), ["the 15 minutes of its token have passed"]);
      return { status: 401, body: { message: "Invalid Webhook Token", code: 50_027 } };
    }
    if (message === "unknown") return { status: 404, body: { message: "Unknown Webhook", code: 10_015 } };
    if (name === "original") return this.#on("editByToken", request, message);
    if (request.method !== "POST") return notAllowed;
    const write = (data: Written) => this.channel.followUp(message, data, request.files);
    return this.#checked("post", request, { before: null, write });
  }

  #onMessage(request: Request, id: string): Response {
    if (!request.authorization?.startsWith("Bot "))
      return { status: 401, body: { message: "401: Unauthorized", code: 0 } };
    const message = this.channel.message(id);
    if (!message) return { status: 404, body: { message: "Unknown Message", code: 10_008 } };
    return this.#on("edit", request, message);
  }

  /** The messages of a channel, or a new one of the bot's own. One with the nonce of another is that one, for some minutes. */
  #onChannel(request: Request, channel: string, query?: string): Response {
    if (!request.authorization?.startsWith("Bot "))
      return { status: 401, body: { message: "401: Unauthorized", code: 0 } };
    if (request.method === "GET") return { status: 200, body: this.#messagesOf(channel, query) };
    if (request.method !== "POST") return notAllowed;
    return this.#checked("post", request, {
      before: null,
      write: (data) => this.channel.post(channel, data),
    });
  }

  /** The first ones after an id, newest first. */
  #messagesOf(channel: string, query = ""): Message[] {
    const asked = new URLSearchParams(query);
    const after = BigInt(asked.get("after") ?? "0");
    const most = Math.min(Number(asked.get("limit") ?? "50"), MOST_MESSAGES);
    const all = this.channel
      .messages()
      .filter(({ id, channel_id }) => channel_id === channel && BigInt(id) > after);
    return all.slice(0, most).toReversed();
  }

  #on(kind: DiscordRequest, request: Request, message: Message): Response {
    switch (request.method) {
      case "GET":
        return { status: 200, body: this.channel.withNewAddresses(message) };
      case "PATCH":
        return this.#checked(kind, request, {
          before: message,
          write: (data) => this.channel.write(message, data, request.files),
        });
      case "DELETE":
        this.channel.remove(message.id);
        return { status: 204 };
      default:
        return notAllowed;
    }
  }

  #checked(kind: DiscordRequest, request: Request, { before, write }: Writing): Response {
    const data = written.safeParse(jsonIn(request.body));
    const problems = data.success
      ? [
          ...messageProblems(data.data),
          ...this.#conformance(kind, data.data),
          ...attachmentProblems(data.data, {
            files: request.files ?? new Map(),
            there: before?.attachments ?? [],
            most: this.#fileLimits.get(tokenIn(request)),
          }),
          ...emptyProblems({ ...before, ...data.data }),
        ]
      : ["the body is not a JSON object"];
    if (!data.success || problems.length > 0) {
      this.#note(withoutToken(request), problems);
      return { status: 400, body: { message: "Invalid Form Body", code: 50_035, errors: problems } };
    }
    return { status: 200, body: write(data.data) };
  }

  #note(what: string, problems: string[], interaction?: string): void {
    const about = interaction === undefined ? {} : { interaction };
    this.violations.push({ at: new Date(this.#now()).toISOString(), what, problems, ...about });
  }
}

const requestOf: Partial<Record<InteractionResponseType, DiscordRequest>> = {
  [InteractionResponseType.ChannelMessageWithSource]: "message",
  [InteractionResponseType.DeferredChannelMessageWithSource]: "message",
  [InteractionResponseType.UpdateMessage]: "update",
  [InteractionResponseType.DeferredMessageUpdate]: "update",
  [InteractionResponseType.ApplicationCommandAutocompleteResult]: "autocomplete",
  [InteractionResponseType.Modal]: "modal",
};

/** As many as Discord gives out at once. */
const MOST_MESSAGES = 100;

interface Writing {
  /** What the message is where nothing else is written. */
  before: Message | null;
  write: (data: Written) => Message;
}

const tokenIn = ({ path }: Request): string => /^\/webhooks\/\w+\/([^/]+)/.exec(path)?.[1] ?? "";

const withoutToken = ({ method, path }: Request): string =>
  `${method} ${path.replace(/^(\/webhooks\/\w+\/)[^/]+/, "$1…")}`;

const notAllowed: Response = { status: 405, body: { message: "405: Method Not Allowed", code: 0 } };
