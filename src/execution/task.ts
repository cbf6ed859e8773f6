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

export type ConversationTask = z.infer<typeof conversationTask>;

/** What one message of the queue asks for. It names things, and holds neither a secret nor a person's words. */
export type Task = ConversationTask | z.infer<typeof catalogueTask>;

/** @throws Error when the body is not a task of ours */
export const readTask = (body: string): Task =>
  z.union([conversationTask, catalogueTask]).parse(JSON.parse(body));

/** Tasks of one group are carried out one after the other, those of different groups side by side. */
export const groupOf = (task: Task): string => ("site" in task ? `site-${task.site}` : task.conversation_id);
