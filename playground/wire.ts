import type { APIModalInteractionResponseCallbackData } from "discord-api-types/v10";
import type { Message } from "#stand-ins/discord/messages.ts";
import type { Violation } from "#stand-ins/discord/discord-stand-in.ts";

/** Somebody to be in the playground. */
export interface Member {
  id: string;
  name: string;
  /** Whether they have the permission Manage Server. */
  manages: boolean;
}

/** What the page has to know before anything happens. */
export interface Setting {
  members: Member[];
  applicationId: string;
  /** Why nothing can be sent from here; null when it can. */
  mute: string | null;
  hasSite: boolean;
}

/** An image as Discord describes one that somebody attached. */
export interface Attached {
  name: string;
  type: string;
  /** In bytes. */
  size: number;
  width?: number | undefined;
  height?: number | undefined;
}

/** What somebody did on the page. */
export type Deed =
  | { do: "command"; name: string; options: Record<string, string>; attachments: Record<string, Attached> }
  | { do: "press"; message: string; customId: string }
  | { do: "submit"; message: string | null; customId: string; inputs: ModalInput[] };

export type ModalInput = { id: string; value: string; select: boolean };

export type Modal = APIModalInteractionResponseCallbackData;

/** What comes of a deed for whoever did it; a message comes with the channel. */
export type Outcome =
  /** With the words that only whoever acted is told, when it answers with such. */
  | { shows: "message"; told: string | null }
  | { shows: "modal"; modal: Modal }
  /** Discord would have said that the application did not respond. */
  | { shows: "failed"; why: string };

/** A request and its answer, as both went over the line but without reply tokens. */
export interface Payload {
  id: number;
  from: "Discord" | "service";
  method: string;
  path: string;
  /** In epoch milliseconds. */
  sent: number;
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
}

/** What is wrong on purpose at the moment. */
export interface Faults {
  execution: "well" | "doomed" | "restarting";
  /** Until when the stream is lost, in epoch milliseconds; null when it is not. */
  streamLostUntil: number | null;
}

/** What the page is told of, by the name of the event. */
export interface News {
  messages: { changed: Message[]; removed: string[] };
  payload: Payload;
  violations: Violation[];
  repository: Repository;
  faults: Faults;
}
