import { marshall } from "@aws-sdk/util-dynamodb";
import { createApp } from "#src/app.ts";
import { readConfig } from "#src/config.ts";
import { NewerShapeError } from "#src/errors.ts";
import { createFollowings } from "#src/conversations/followings.ts";
import { createHints } from "#src/conversations/hints.ts";
import { createPublications } from "#src/conversations/publications.ts";
import { createFarewells } from "#src/conversations/farewells.ts";
import type { NewConversation } from "#src/conversations/conversation-repository.ts";
import type { Event } from "#src/conversations/events.ts";
import { rules } from "#src/conversations/transitions.ts";
import { type Answers, type Requested, lostCondition, recordingClient } from "./recorded-requests.ts";

/** The events that each file which calls `conversations.apply` can bring about; a new caller has to be added. */
export const eventsOfCallers: Record<string, Event["type"][]> = {
  "src/interactions/revise.ts": ["answer", "edit"],
  "src/conversations/decide.ts": ["confirm", "cancel", "retry", "redraft", "withdraw"],
  "src/interactions/approvals.ts": ["submit", "approve", "approve-last", "decline"],
  "src/execution/announce.ts": ["announced"],
  "src/execution/carry-out.ts": [
    "drafted",
    "asked",
    "draft-failed",
    "page-changed",
    "undone",
    "published",
    "publish-failed",
    "withdrawn",
    "withdraw-failed",
  ],
  "src/execution/propose.ts": ["proposed"],
  "src/execution/show-stored.ts": ["unshown"],
};

const at = new Date("2026-11-22T12:00:00Z");
const userKeys = { gsi1pk: "user#1", gsi1sk: "2026-11-22T12:00:00.000Z#9" };
const keys = { pk: "conversation#9", sk: "conversation" };

/** Everything that DynamoDB may answer: it was done, the condition was lost to nothing, and to something. */
const situations: Answers[] = [
  {
    Query: { Items: [marshall({ ...keys, ...userKeys })] },
    Scan: { Items: [marshall({ ...keys, guild_id: "7", live: 1 })] },
  },
  ...[lostCondition(), lostCondition(marshall({ ...keys, __edb_e__: "unknown", __edb_v__: "1" }))].map(
    (lost) => ({
      PutItem: lost,
      UpdateItem: lost,
      DeleteItem: lost,
    }),
  ),
];

type App = ReturnType<typeof createApp>;

const place = ({ client, now }: App) => ({ table: "t", client, now });
const followed = { repository: "4711", conversation_id: "9" };
const followings = (app: App) => createFollowings({ ...place(app), days: 90 });
const hints = (app: App) => createHints(place(app));
const farewells = ({ client, now }: App) => createFarewells({ table: "t", client, now });

const start = {
  conversation_id: "9",
  user_id: "1",
  user_name: "Ann",
  site: "default",
  status: "drafting",
  confirmed: false,
  needs_clarification: false,
  clarification_questions: [],
  images: [],
  revision: 1,
  request: { command: "x", answers: [] },
  history: [],
  reply_token: "t",
  reply_token_expires_at: at.toISOString(),
  created_at: at.toISOString(),
  updated_at: at.toISOString(),
  ttl: 2_000_000_000,
} as NewConversation;

/** One event with all that any of them has; only a person's has a person. */
const eventOf = (type: Event["type"]) =>
  ({
    type,
    conversation_id: "9",
    revision: 1,
    ...(rules[type].by !== "execution" ? { by: "1", guild_id: "7", interaction_id: "8" } : {}),
    at,
    ttl: 2_000_000_000,
    name: "Bob",
    reason: "no",
    approvals: 2,
    answers: [{ question: "section", answer: "Header" }],
    request: { command: "x" },
    section: "header",
    updates: {},
    parsed_intent: { source: "grammar", catalogue_version: "1", understood: [] },
    base: { file: "f", version: "v", digest: "d", section_label: "Header", changes: [] },
    preview_message: "p",
    questions: [],
    proposal: { of: "d", parts: [], ignored: [], unclear: [] },
    failure: { code: "c", message: "m" },
    result: { branch: "b", commit: "c" },
  }) as unknown as Event;

const methods: Record<string, (app: App) => unknown> = {
  "conversations.parse": ({ conversations }) => conversations.parse({}),
  "conversations.start": ({ conversations }) => conversations.start(start),
  "conversations.find": ({ conversations }) => conversations.find("9"),
  "conversations.archive": ({ conversations }) => {
    const { status: _, ...kept } = start;
    return conversations.archive({ ...kept, outcome: "expired", ended_at: at.toISOString() });
  },
  "undoClaims.claim": ({ undoClaims }) =>
    undoClaims.claim({
      conversation_id: "9",
      undone_by: "8",
      user_id: "1",
      guild_id: "7",
      site: "default",
      at,
    }),
  "askings.keep": ({ askings }) => askings.keep(start),
  "askings.begin": ({ askings }) => askings.begin(start, true),
  "farewells.keep": (app) =>
    farewells(app).keep({ ...start, reply_token: "t", reply_token_expires_at: "2100-01-01T00:00:00Z" }),
  "farewells.find": (app) => farewells(app).find("9"),
  "farewells.drop": (app) => farewells(app).drop("9"),
  "followings.begin": (app) => followings(app).begin(followed, "c0ffee"),
  "followings.find": (app) => followings(app).find(followed),
  "followings.looked": (app) => followings(app).looked(followed, { at, shown: "s", closed: false }),
  "followings.end": (app) => followings(app).end(followed),
  "followings.open": (app) => followings(app).open(),
  "hints.give": async (app) => {
    await hints(app).give(followed);
    await hints(app).give({ repository: "4711", commit: "c0ffee" });
  },
  "publications.keep": (app) =>
    createPublications({ ...place(app), repository: app.conversations }).keep({
      conversation_id: "9",
      before: undefined,
      publication: { state: "merged", changed: false },
      event: "merged",
      at,
    }),
  "userConversations.page": ({ userConversations }) => userConversations.page("1", 10),
  "userConversations.erase": ({ userConversations }) => userConversations.erase("1"),
  "guildConversations.newest": ({ guildConversations }) => guildConversations.newest("7", 10),
  "guildConversations.everywhere": ({ guildConversations }) => guildConversations.everywhere(10),
  "usage.count": ({ usage, limits }) =>
    usage.count({ conversation_id: "9", user_id: "1", guild_id: "7" }, limits).catch(() => null),
  "usage.forget": ({ usage }) => usage.forget("7", "1"),
  "blockedPeople.block": ({ blockedPeople }) =>
    blockedPeople.block("7", { user_id: "1", at: at.toISOString(), by: "2" }),
  "blockedPeople.unblock": ({ blockedPeople }) => blockedPeople.unblock("7", "1"),
  "blockedPeople.list": ({ blockedPeople }) => blockedPeople.list("7"),
  "sites.isBlocked": ({ sites }) => sites.isBlocked("7", "1"),
  "sites.usageOf": ({ sites }) => sites.usageOf("7"),
  "sites.find": ({ sites }) => sites.find("7"),
  "sites.defaultServes": ({ sites }) => sites.defaultServes("7"),
  "sites.keepCatalogue": ({ sites }) => sites.keepCatalogue("default", { version: "1", sections: [] }),
  "sites.valuesOf": ({ sites }) => sites.valuesOf("7", "header"),
  "sites.keepValues": ({ sites }) =>
    sites.keepValues("7", ["header"], [{ section: "header", property: "text", value: "Hi" }]),
  "sites.wantCatalogue": ({ sites }) => sites.wantCatalogue("7"),
  "sites.wantedIn": ({ sites }) => sites.wantedIn({}),
  "sites.put": ({ sites }) => sites.put({ guild_id: "7", repository: "acme/site" }),
  "sites.remove": ({ sites }) => sites.remove("7"),
  "sites.list": ({ sites }) => sites.list(),
  ...Object.fromEntries(
    (Object.keys(rules) as Event["type"][]).map((type) => [
      `conversations.apply ${type}`,
      ({ conversations }: App) => conversations.apply(eventOf(type)),
    ]),
  ),
};

/** The requests that each method of the ports to the table can make, found by calling it in every situation. */
export async function actionsOfPorts(): Promise<Record<string, Requested[]>> {
  const found = Object.entries(methods).map(async ([name, call]) => {
    const asked: Requested[] = [];
    for (const answers of situations) {
      const app = createApp(readConfig([], {}), {
        client: recordingClient(asked, answers),
        now: () => at,
        wait: async () => {},
      });
      // A site's write is lost only to a newer shape, which throws.
      await (async () => call(app))().catch((error: unknown) => {
        if (!(error instanceof NewerShapeError)) throw error;
      });
    }
    return [name, asked] satisfies [string, Requested[]];
  });
  return Object.fromEntries(await Promise.all(found));
}
