import * as z from "zod/mini";

export const conversationTask = z.object({
  conversation_id: z.string().check(z.minLength(1)),
  revision: z.int(),
  /**
   * What the conversation was when this was sent, for the person who reads a dead letter: the item itself decides. Of what
   * was removed, `unsaid` means that the message does not say so yet and a reply token is kept for that, `said` that it does.
   */
  status: z.enum([
    "drafting",
    "approving",
    "previewed",
    "confirmed",
    "withdrawing",
    "ended",
    "unsaid",
    "said",
  ]),
});

const catalogueTask = z.object({
  site: z.string().check(z.minLength(1)),
  status: z.literal("catalogue-wanted"),
});

const hintTask = z.object({
  conversation_id: z.string().check(z.minLength(1)),
  /** Its id on GitHub. */
  repository: z.string().check(z.minLength(1)),
  hinted_at: z.iso.datetime(),
  status: z.literal("hinted"),
});

/** GitHub may have news of something published. */
export type HintTask = z.infer<typeof hintTask>;

export type ConversationTask = z.infer<typeof conversationTask>;

/** What one message of the queue asks for. It names things, and holds neither a secret nor a person's words. */
export type Task = ConversationTask | HintTask | z.infer<typeof catalogueTask>;

/** @throws Error when the body is not a task of ours */
export const readTask = (body: string): Task =>
  z.union([conversationTask, hintTask, catalogueTask]).parse(JSON.parse(body));

/**
 * Tasks of one group are carried out one after the other, those of different groups side by side. What a person has decided
 * does not wait for a hint, which waits for a while.
 */
export function groupOf(task: Task): string {
  if ("site" in task) return `site-${task.site}`;
  return task.status === "hinted" ? `hints-${task.conversation_id}` : task.conversation_id;
}
