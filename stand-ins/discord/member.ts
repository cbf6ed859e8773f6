import { randomBytes, randomInt } from "node:crypto";
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from "discord-api-types/v10";
import * as z from "zod/mini";
import { UserError } from "#src/errors.ts";
import type { Message } from "./messages.ts";
import { signedHeaders } from "./signing-key.ts";

const DISCORD_EPOCH = 1_420_070_400_000;
/** The server that the stand-in's people are members of. */
export const GUILD_ID = "1000000000000000002";
export const CHANNEL_ID = "1000000000000000003";
/** View Channel, Send Messages, Use Application Commands: what a member of a server usually may. */
const PERMISSIONS = "2147486720";

/** A person in Discord, as a member of the server. */
export interface Person {
  id: string;
  name: string;
  /** Discord's bit set as a decimal string; without it, what a member usually may. */
  permissions?: string;
  /** The ids of their roles; none without it. */
  roles?: string[];
  /** The language of their client, as Discord writes it; English without it. */
  locale?: string;
}

/** Where the service answers, and what is needed to play Discord for it. */
export interface Service {
  url: string;
  applicationId: string;
  signingKey: string;
}

/** What the person sees at once: words for this person alone, or a message that everyone sees, by its `token`. */
export type Seen = { kind: "only you"; content: string } | { kind: "message"; token: string };

const response = z.object({
  type: z.enum(InteractionResponseType),
  data: z.optional(z.object({ content: z.optional(z.string()), flags: z.optional(z.number()) })),
});

/** Sends a slash command with text options, as Discord does for a member. */
export const useCommand = (
  service: Service,
  person: Person,
  command: { name: string; options: Record<string, string> },
): Promise<Seen> =>
  interact(service, person, {
    type: InteractionType.ApplicationCommand,
    data: {
      id: "1000000000000000004",
      type: ApplicationCommandType.ChatInput,
      name: command.name,
      options: Object.entries(command.options).map(([name, value]) => ({
        name,
        value,
        type: ApplicationCommandOptionType.String,
      })),
    },
  });

/** Sends the press of a button of a message. */
export const pressButton = (
  service: Service,
  person: Person,
  { message, customId }: { message: Message; customId: string },
): Promise<Seen> =>
  interact(service, person, {
    type: InteractionType.MessageComponent,
    message,
    data: { component_type: ComponentType.Button, custom_id: customId, id: 2 },
  });

async function interact(service: Service, person: Person, what: object): Promise<Seen> {
  const token = randomBytes(96).toString("base64url");
  const body = JSON.stringify({ ...circumstances(service, person), token, ...what });
  const headers = signedHeaders(service.signingKey, body, new Date());
  const answer = await fetch(`${service.url}/interactions`, { method: "POST", headers, body });
  const text = await answer.text();
  if (!answer.ok) throw new UserError(`The service refused the interaction (HTTP ${answer.status}): ${text}`);
  const { type, data } = response.parse(JSON.parse(text));
  if (type === InteractionResponseType.Modal)
    throw new UserError("The service opened a form, which the demo cannot fill in.");
  const onlyYou = ((data?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  return onlyYou ? { kind: "only you", content: data?.content ?? "" } : { kind: "message", token };
}

/** What Discord adds to every interaction: who, where, and by which application. */
export const circumstances = ({ applicationId }: Pick<Service, "applicationId">, person: Person) => ({
  id: snowflake(),
  application_id: applicationId,
  version: 1,
  guild_id: GUILD_ID,
  guild: { id: GUILD_ID, locale: "en-US", features: [] },
  guild_locale: "en-US",
  locale: person.locale ?? "en-US",
  channel_id: CHANNEL_ID,
  channel: {
    id: CHANNEL_ID,
    type: ChannelType.GuildText,
    guild_id: GUILD_ID,
    name: "website",
    permissions: PERMISSIONS,
  },
  member: member(person),
  app_permissions: PERMISSIONS,
  entitlements: [],
  authorizing_integration_owners: { "0": GUILD_ID },
  context: 0,
  attachment_size_limit: 10_485_760,
});

const member = ({ id, name, permissions = PERMISSIONS, roles = [] }: Person) => ({
  user: {
    id,
    username: name.toLowerCase(),
    global_name: name,
    discriminator: "0",
    avatar: null,
    public_flags: 0,
  },
  nick: null,
  avatar: null,
  roles,
  joined_at: "2026-01-01T00:00:00.000000+00:00",
  premium_since: null,
  communication_disabled_until: null,
  deaf: false,
  mute: false,
  pending: false,
  flags: 0,
  permissions,
});

/** A new id as Discord makes them: the time, then bits that tell apart what happens in one millisecond. */
function snowflake(): string {
  const time = BigInt(Date.now() - DISCORD_EPOCH);
  return ((time << 22n) + BigInt(randomInt(2 ** 22))).toString();
}
