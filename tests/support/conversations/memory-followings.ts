import type { Following, Followings } from "#src/conversations/followings.ts";

/** What is followed, in memory. */
export class MemoryFollowings implements Followings {
  readonly #followed = new Map<string, Following>();

  begin: Followings["begin"] = async ({ conversation_id, repository }) => {
    this.#followed.set(conversation_id, {
      ...this.#followed.get(conversation_id),
      conversation_id,
      repository,
    });
  };

  find: Followings["find"] = async ({ conversation_id }) => this.#followed.get(conversation_id) ?? null;

  looked: Followings["looked"] = async ({ conversation_id }, { at, shown, closed }) => {
    const followed = this.#followed.get(conversation_id);
    if (followed)
      this.#followed.set(conversation_id, { ...followed, looked_at: at.toISOString(), shown, closed });
  };

  end: Followings["end"] = async ({ conversation_id }) => void this.#followed.delete(conversation_id);

  open: Followings["open"] = async () => [...this.#followed.values()].filter(({ closed }) => closed !== true);
}
