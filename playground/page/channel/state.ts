import type { Message } from "#stand-ins/discord/messages.ts";
import type { Violation } from "#stand-ins/discord/discord-stand-in.ts";
import type { Choice, Faults, Modal, Payload, Repository, Setting } from "#playground/wire.ts";
import type { SlashCommand } from "./slash-commands.ts";

/** A notice for one person that does not come from the bot. */
export interface Notice {
  id: string;
  to: string;
  at: number;
  text: string;
}

/** A message as it is, and the buttons that it had before. */
export interface Shown {
  message: Message;
  earlier: Message[];
}

export interface Composer {
  text: string;
  command: SlashCommand | null;
  /** The options that are on show, in the order chosen. */
  shown: string[];
  values: Record<string, string>;
  files: Record<string, File>;
  /** Which command is marked in the list of commands. */
  marked: number;
  /** What the service offers for an option; -1 when none of it is marked. */
  offered: { option: string; choices: Choice[]; marked: number } | null;
}

/** What was sent and is not answered yet. */
export interface Sending {
  id: string;
  by: string;
  words: string;
}

/** What a narrow screen shows; a wide one shows both. */
export type View = "channel" | "side";

export type Tab = "site" | "payloads" | "stored" | "trouble";

export interface State {
  setting: Setting;
  me: string;
  connected: boolean;
  /** Whether the server has sent the channel's messages. */
  heard: boolean;
  messages: Map<string, Shown>;
  dismissed: Set<string>;
  notices: Notice[];
  payloads: Payload[];
  violations: Violation[];
  repository: Repository | null;
  /** The page of the site that is looked at: the path of its file. */
  page: string;
  /** What is shown beside the page as it is: the id of a request, or a branch; null for the newest. */
  beside: string | null;
  commit: { id: string; shown: string } | null;
  faults: Faults;
  composer: Composer;
  modal: { modal: Modal; message: string | null } | null;
  tab: Tab;
  stored: { id: string; item: Record<string, unknown> | null; problem: string | null } | null;
  busy: Set<string>;
  sending: Sending[];
  view: View;
}

export const emptyComposer = (): Composer => ({
  text: "",
  command: null,
  shown: [],
  values: {},
  files: {},
  marked: 0,
  offered: null,
});

export const state: State = {
  setting: { members: [], roles: [], applicationId: "", mute: null, hasSite: false },
  me: "",
  connected: false,
  heard: false,
  messages: new Map(),
  dismissed: new Set(),
  notices: [],
  payloads: [],
  violations: [],
  repository: null,
  page: "index.html",
  beside: null,
  commit: null,
  faults: { execution: "well", streamLostUntil: null },
  composer: emptyComposer(),
  modal: null,
  tab: "site",
  stored: null,
  busy: new Set(),
  sending: [],
  view: "channel",
};

let draw = () => {};
let due = false;

/** Names the function that puts the state on the screen. */
export function drawWith(function_: () => void): void {
  draw = function_;
}

/** Changes the state and renders once, however much of it changes. */
export function change(by: Partial<State> = {}): void {
  Object.assign(state, by);
  if (due) return;
  due = true;
  queueMicrotask(() => {
    due = false;
    draw();
  });
}

/** Changes a part of what is being written. */
export const changeComposer = (by: Partial<Composer>): void =>
  change({ composer: { ...state.composer, ...by } });

export const roleName = (id: string): string =>
  state.setting.roles.find((role) => role.id === id)?.name ?? "a role";

export const localeOfMe = (): string =>
  state.setting.members.find(({ id }) => id === state.me)?.locale ?? "en";

export const nameOf = (id: string): string =>
  state.setting.members.find((member) => member.id === id)?.name ?? id;
