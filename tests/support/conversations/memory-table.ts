import { afterChange } from "#src/conversations/after-change.ts";
import type { TableChange } from "#src/execution/dispatch.ts";
import type { Conversation } from "#src/conversations/conversation.ts";
import { epochSeconds } from "#src/conversations/conversation.ts";
import type { Asking, Askings } from "#src/conversations/askings.ts";
import type { ConversationRepository, NewConversation } from "#src/conversations/conversation-repository.ts";
import type { Publications } from "#src/conversations/publications.ts";
import { type Stored, refusalOf } from "#src/conversations/transitions.ts";
import { type WriteClaim, undoRefusalOf } from "#src/conversations/undo-claims.ts";

/** A record of the table's stream. */
export interface Told {
  conversation_id: string;
  change: TableChange;
  /** Milliseconds. */
  written: number;
  /** Whether `dispatch` has said that it is routed. */
  done: boolean;
}

/**
 * The table and its stream in memory, by the pure rules alone; that DynamoDB accepts, changes and refuses just the same is
 * proved in tests/integration/conversations.
 */
export class MemoryTable
  implements
    Pick<ConversationRepository, "start" | "apply" | "find" | "archive" | "parse">,
    Pick<Publications, "keep">
{
  readonly items = new Map<string, Stored>();
  /** What forms are open for, each in the place of the conversation that will be. */
  readonly opened = new Map<string, Asking>();
  /** Everything that the stream ever told, in order. */
  readonly stream: Told[] = [];
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  start: ConversationRepository["start"] = async (conversation) => {
    const existing = this.items.get(conversation.conversation_id);
    if (existing) return { started: false, existing };
    this.#put(conversation);
    return { started: true };
  };

  readonly askings: Askings = {
    keep: async (asking) => {
      const id = asking.conversation_id;
      if (!this.items.has(id) && !this.opened.has(id)) this.opened.set(id, asking);
    },
    begin: async (conversation, linked) => {
      const existing = this.items.get(conversation.conversation_id);
      if (existing) return { begun: "before", existing };
      const asking = this.opened.get(conversation.conversation_id);
      if (!asking || !isFor(asking, conversation)) return { begun: "gone" };
      const { images, created_at, source } = asking;
      const { message_url: _, ...unlinked } = source ?? { user_id: "", name: "" };
      const begun = { ...conversation, images, created_at, source: linked && source ? source : unlinked };
      this.opened.delete(conversation.conversation_id);
      this.#put(begun);
      return { begun: "now", conversation: begun };
    },
  };

  apply: ConversationRepository["apply"] = async (event) => {
    const stored = this.items.get(event.conversation_id) ?? null;
    const refusal = refusalOf(stored, event, event.at);
    if (refusal) return { ok: false, refusal, stored };
    if (!stored || !("conversation" in stored)) throw new Error("Nothing to change was accepted");
    const conversation = afterChange(stored.conversation, event);
    if (conversation) this.#put(conversation);
    else this.#remove(stored.conversation, "person");
    return { ok: true, conversation };
  };

  find: ConversationRepository["find"] = async (id) => this.items.get(id) ?? null;

  writeClaim: WriteClaim = async (wish, instead) => {
    const stored = this.items.get(wish.conversation_id) ?? null;
    const item = stored && ("record" in stored ? stored.record : stored.conversation);
    const isFree = item && item.undone_by?.conversation_id === (instead ?? undefined);
    if (!isFree || undoRefusalOf(stored, wish)) return { ok: false, stored };
    const at = wish.at.toISOString();
    const undone_by = { conversation_id: wish.undone_by, at };
    const history = [...item.history, { at, by: wish.user_id, event: "undo" }];
    if ("record" in stored)
      this.items.set(wish.conversation_id, { record: { ...stored.record, undone_by, history } });
    else this.#put({ ...stored.conversation, undone_by, history });
    return { ok: true, stored: this.items.get(wish.conversation_id) ?? null };
  };

  keep: Publications["keep"] = async ({ conversation_id, before, publication, event, at }) => {
    const stored = this.items.get(conversation_id);
    const item = stored && ("record" in stored ? stored.record : stored.conversation);
    if (!stored || JSON.stringify(item?.publication) !== JSON.stringify(before)) return null;
    const entry = event ? [{ at: at.toISOString(), by: "execution", event }] : [];
    const news = { publication, history: [...(item?.history ?? []), ...entry] };
    if ("record" in stored) this.items.set(conversation_id, { record: { ...stored.record, ...news } });
    else this.#put({ ...stored.conversation, ...news });
    return this.items.get(conversation_id) ?? null;
  };

  archive: ConversationRepository["archive"] = async (record) => {
    const there = this.items.get(record.conversation_id);
    if (there && "record" in there) return there.record;
    if (there?.conversation.confirmed_at) return null;
    this.opened.delete(record.conversation_id);
    this.items.set(record.conversation_id, { record });
    return record;
  };

  /** Items of this stream are not marshalled. */
  parse: ConversationRepository["parse"] = (item) => ({ conversation: item as unknown as Conversation });

  /** What DynamoDB does up to two days after an item's time has passed. */
  removeExpired(): void {
    for (const stored of this.items.values())
      if ("conversation" in stored && stored.conversation.ttl <= epochSeconds(this.#now()))
        this.#remove(stored.conversation, "expiry");
    for (const [id, { ttl }] of this.opened) if (ttl <= epochSeconds(this.#now())) this.opened.delete(id);
  }

  get conversations(): Conversation[] {
    return [...this.items.values()].flatMap((stored) =>
      "conversation" in stored ? [stored.conversation] : [],
    );
  }

  #put(conversation: Conversation): void {
    this.items.set(conversation.conversation_id, { conversation });
    this.#tell(conversation, null);
  }

  #remove(conversation: Conversation, by: "expiry" | "person"): void {
    this.items.delete(conversation.conversation_id);
    this.#tell(conversation, by);
  }

  #tell(item: Conversation, removedBy: TableChange["removedBy"]): void {
    const id = `event-${this.stream.length}`;
    const change = { id, item: { ...item }, removedBy, at: this.#second() };
    const written = this.#now().getTime();
    this.stream.push({ conversation_id: item.conversation_id, change, written, done: false });
  }

  /** The stream tells the time in whole seconds. */
  #second(): Date {
    return new Date(epochSeconds(this.#now()) * 1000);
  }
}

/** A form is its opener's, in the same server, for as long as it may be open. */
const isFor = (asking: Asking, { user_id, guild_id, updated_at }: NewConversation): boolean =>
  asking.user_id === user_id &&
  asking.guild_id === guild_id &&
  asking.ttl > epochSeconds(new Date(updated_at));
