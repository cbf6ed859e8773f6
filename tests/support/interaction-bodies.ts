import type { Message } from "#stand-ins/discord/messages.ts";
import { generateKeyPair, signedHeaders } from "#stand-ins/discord/signing-key.ts";
import { GUILD, type User } from "./people.ts";

export const APPLICATION = "300000000000000001";
const CHANNEL = "400000000000000001";
const COMMAND = "500000000000000001";

/** What is different about the member who acts. */
export type MemberChange = { permissions?: string; roles?: string[]; nick?: string };

export type Body = Record<string, unknown>;

/** A reply token as long as Discord's are, so that what is stored with one has its real size. */
export const tokenOf = (id: string): string => `token-of-${id}-`.padEnd(214, "aW50ZXJhY3Rpb24");

const keys = generateKeyPair();
export const PUBLIC_KEY = keys.publicKey;

/** The headers that Discord sends with this body. */
export const sign = (body: string, at: Date): Record<string, string> =>
  signedHeaders(keys.privateKey, body, at);

/** The first millisecond that an id of Discord's can tell of. */
const DISCORD_EPOCH = 1_420_070_400_000;

/** The bodies of the interactions that Discord sends, each with an id and a token of its own. */
export class InteractionBodies {
  /** What Discord says of each file of an answer, in bytes. */
  attachmentSizeLimit = 10 * 1024 * 1024;
  #ids = 0n;
  readonly #now: () => number;

  /** @param now milliseconds; the ids are of that time */
  constructor(now: () => number) {
    this.#now = now;
  }

  nextId(): string {
    this.#ids += 1n;
    return ((BigInt(this.#now() - DISCORD_EPOCH) << 22n) + this.#ids).toString();
  }

  /** Any interaction by somebody in the test's server. */
  interaction({ locale = "en-US", ...user }: User, rest: Body, member: MemberChange = {}): Body {
    const id = this.nextId();
    return {
      id,
      application_id: APPLICATION,
      token: tokenOf(id),
      version: 1,
      guild_id: GUILD,
      channel_id: CHANNEL,
      locale,
      attachment_size_limit: this.attachmentSizeLimit,
      member: { user, roles: [], permissions: "2048", nick: null, ...member },
      ...rest,
    };
  }

  slash(
    user: User,
    options: Record<string, string>,
    name = "ux-update",
    member: MemberChange = {},
    attachments: { id: string }[] = [],
  ): Body {
    const given = Object.entries(options).map(([key, value]) => ({ name: key, type: 3, value }));
    const images = attachments.map(({ id }, at) => ({
      name: `image${at > 0 ? at + 1 : ""}`,
      type: 11,
      value: id,
    }));
    const resolved = { attachments: Object.fromEntries(attachments.map((each) => [each.id, each])) };
    const data = { id: COMMAND, type: 1, name, options: [...given, ...images], resolved };
    return this.interaction(user, { type: 2, data }, member);
  }

  /** `/ux-admin` about a person, who is an option of another type. */
  admin(user: User, of: { id: string }, member: MemberChange): Body {
    const options = [{ name: "user", type: 6, value: of.id }];
    return this.interaction(
      user,
      { type: 2, data: { id: COMMAND, type: 1, name: "ux-admin", options } },
      member,
    );
  }

  /** A command that is chosen in the menu of a message. */
  menu(user: User, message: { id: string }, name = "Request a change"): Body {
    const resolved = { messages: { [message.id]: message } };
    const data = { id: COMMAND, type: 3, name, target_id: message.id, resolved };
    return this.interaction(user, { type: 2, data });
  }

  /** A command while the option `focused` is typed. */
  typing(
    user: User,
    options: Record<string, string>,
    { focused, ...member }: MemberChange & { focused: string },
  ): Body {
    const given = Object.entries(options).map(([name, value]) => ({
      name,
      type: 3,
      value,
      ...(name === focused ? { focused: true } : {}),
    }));
    const data = { id: COMMAND, type: 1, name: "ux-update", options: given };
    return this.interaction(user, { type: 4, data }, member);
  }

  press(user: User, message: Message, customId: string, member: MemberChange = {}): Body {
    const data = { component_type: 2, custom_id: customId };
    return this.interaction(user, { type: 3, message, data }, member);
  }

  select(user: User, message: Message, customId: string, values: string[]): Body {
    const data = { component_type: 3, custom_id: customId, values };
    return this.interaction(user, { type: 3, message, data });
  }

  /** A form; one that a command opened is on no message. */
  submit(user: User, message: Message | null, data: Body, member: MemberChange = {}): Body {
    return this.interaction(user, { type: 5, ...(message ? { message } : {}), data }, member);
  }
}
