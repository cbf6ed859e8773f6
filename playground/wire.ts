import type { APIModalInteractionResponseCallbackData } from "discord-api-types/v10";
import type { Message } from "#stand-ins/discord/messages.ts";
import type { Violation } from "#stand-ins/discord/discord-stand-in.ts";

/** A member of the server, whose part the page can play. */
export interface Member {
  id: string;
  name: string;
  /** Whether they have the permission Manage Server. */
  manages: boolean;
  /** The language of their client, as Discord writes it. */
  locale: string;
}

/** What the page needs before anything happens. */
export interface Setting {
  members: Member[];
  roles: { id: string; name: string }[];
  applicationId: string;
  /** Why nothing can be sent from here; null when it can. */
  mute: string | null;
  hasSite: boolean;
}

/** Where the page uploads a file; its name is in the query. */
export const UPLOADS_PATH = "/playground/uploads";

/** An uploaded image, as Discord describes it. */
export interface Attached {
  id: string;
  url: string;
  name: string;
  type: string;
  /** In bytes. */
  size: number;
  width?: number | undefined;
  height?: number | undefined;
}

/** What a member does on the page. */
export type Action =
  | { do: "command"; name: string; options: Record<string, string>; attachments: Record<string, Attached> }
  | { do: "press"; message: string; customId: string }
  | { do: "select"; message: string; customId: string; values: string[] }
  /** A command that is being typed: what could stand in the option that has the focus? */
  | { do: "typing"; name: string; options: Record<string, string>; focused: string }
  /** A message of their own, which the service never sees. */
  | { do: "say"; content: string; attachments: Attached[] }
  /** A command in the menu of a message. */
  | { do: "menu"; message: string; name: string }
  | { do: "submit"; message: string | null; customId: string; inputs: ModalInput[] };

export type ModalInput = { id: string; value: string; select: boolean };

/** A value that is offered, and what it is called. */
export interface Choice {
  name: string;
  value: string;
}

export type Modal = APIModalInteractionResponseCallbackData;

/** The result of an action for the member who acted. A message arrives with the channel. */
export type Outcome =
  /** `told` has the words that only this member sees, when the service answers with such. */
  | { shows: "message"; told: string | null }
  | { shows: "modal"; modal: Modal }
  | { shows: "choices"; choices: Choice[] }
  /** Discord would say that the application did not respond. */
  | { shows: "failed"; why: string };

/** A request and its answer as they were sent, without reply tokens. */
export interface Payload {
  id: number;
  from: "Discord" | "service";
  method: string;
  path: string;
  /** In epoch milliseconds. */
  sent: number;
  /** Until it was answered, in milliseconds. */
  took: number;
  status: number;
  request: unknown;
  response: unknown;
  /** Whether it was sent from the playground and can be sent again as it was. */
  replayable: boolean;
}

export interface Branch {
  name: string;
  commit: string;
  subject: string;
  author: string;
  /** ISO 8601. */
  at: string;
}

export interface Repository {
  /** The branch that the others start from. */
  base: Branch;
  /** Newest first. */
  updates: Branch[];
  /** The paths of the HTML files on the base branch, the home page first. */
  pages: string[];
}

/** The faults that are switched on now. */
export interface Faults {
  execution: "well" | "doomed" | "restarting";
  /** Until when the stream is lost, in epoch milliseconds; null when it is not. */
  streamLostUntil: number | null;
}

/** The events that the server sends to the page, by name. */
export interface News {
  messages: { changed: Message[]; removed: string[] };
  payload: Payload;
  violations: Violation[];
  repository: Repository;
  faults: Faults;
}
