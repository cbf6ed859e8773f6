import { createUndoClaims } from "#src/conversations/undo-claims.ts";
import { lifetimes } from "#src/conversations/lifetimes.ts";
import type { ExecutionPorts } from "#src/execution/carry-out.ts";
import type { LookAgainPorts } from "#src/execution/look-again.ts";
import type { InteractionPorts } from "#src/interactions/handle-interaction.ts";
import type { MemoryTable } from "./memory-table.ts";

const HOUR = 3600;

/** What both functions share: nobody is blocked, and a request is open for an hour. */
const quiet = (now: () => Date) => ({
  blockedPeople: { block: async () => {}, unblock: async () => false, list: async () => [] },
  lifetimes: lifetimes(HOUR, 24 * HOUR),
  now,
});

/** The parts of `interactions` beside its table, its sites and its metrics, where nothing is limited and every list is empty. */
export const quietInteractions = (table: MemoryTable, now: () => Date) =>
  ({
    ...quiet(now),
    undoClaims: createUndoClaims({ write: table.writeClaim, find: table.find }),
    earlyLimits: { reached: () => null, note: () => {}, release: () => {} },
    askings: { keep: async () => {}, begin: async () => ({ begun: "gone" }) },
    guildConversations: {
      newest: async () => ({ stored: [], more: false }),
      everywhere: async () => ({ stored: [], more: false }),
    },
    userConversations: { page: async () => ({ stored: [] }) },
    readsByModel: false,
    discordApi: "https://discord.com/api/v10",
  }) satisfies Partial<InteractionPorts>;

/** A directory in which every server has the one site that is found. */
export const quietSites = (find: InteractionPorts["sites"]["find"]) =>
  ({
    find,
    defaultServes: () => true,
    isBlocked: async () => false,
    valuesOf: async () => null,
    wantCatalogue: async () => {},
  }) satisfies InteractionPorts["sites"];

/**
 * The parts of `execution` beside what it reads, writes and shows, where nothing is limited, no model is asked, and what is
 * published is merged nowhere.
 */
export const quietExecution = (now: () => Date) =>
  ({
    ...quiet(now),
    usage: { count: async () => ({ limit: null }) },
    model: null,
    sketch: null,
    fetchPicture: async ({ name }) => ({ ok: false, message: `${name} is not kept here.` }),
    limits: { person_open: 5, person_hourly: 20, server_open: 50, server_hourly: 100 },
    tell: () => {},
    warn: () => {},
    followings: {
      begin: async () => {},
      find: async () => null,
      looked: async () => {},
      end: async () => {},
      open: async () => [],
    },
    hints: { give: async () => false },
    publications: { keep: async () => null },
  }) satisfies Partial<ExecutionPorts & LookAgainPorts>;
