import { wordsOf } from "../shared/ask.ts";
import { eraseUser, listConversations, listOpen, retryConversation, showConversation } from "./admin-api.ts";
import { type Address, goTo, readAddress } from "./address.ts";
import { type Loadable, change, state } from "./state.ts";

const LOOKS = 30;
const BETWEEN_LOOKS_MS = 1_000;

/** Shows what the address says. Only the parts that changed are loaded. */
export function follow(): void {
  const before = state.address;
  const address = readAddress();
  change({ address, told: "" });
  if (!isSameList(before, address) || state.list.is === "idle") void loadList();
  if (before.conversation !== address.conversation || state.detail.is === "idle") void loadDetail();
}

const isSameList = (one: Address, other: Address): boolean =>
  (["user", "status", "cursor"] as const).every((name) => one[name] === other[name]);

export async function loadList(): Promise<void> {
  const { address } = state;
  if (!address.user) {
    change({ list: { is: "idle" } });
    return loadOpen();
  }
  change({ list: { is: "loading" } });
  const list = await asked(listConversations(address));
  if (isSameList(state.address, address)) change({ list });
}

/** Loads what is open anew, while what was loaded before stays to be read. */
export async function loadOpen(): Promise<void> {
  if (state.open.is !== "there") change({ open: { is: "loading" } });
  change({ open: await asked(listOpen()) });
}

/** The same again and again, as long as the page is looked at. */
export async function refreshOpen(): Promise<void> {
  if (!state.address.user && !document.hidden) await loadOpen();
}

export async function loadDetail(): Promise<void> {
  const { conversation } = state.address;
  if (!conversation) return change({ detail: { is: "idle" } });
  change({ detail: { is: "loading" } });
  const detail = await asked(showConversation(conversation));
  if (state.address.conversation === conversation) change({ detail });
}

/** Tries a failed conversation again, and shows what comes of it. */
export async function retry(id: string): Promise<void> {
  change({ busy: true });
  const retried = await asked(retryConversation(id));
  change({
    busy: false,
    told: retried.is === "refused" ? retried.why : "It is being tried again.",
    ...(retried.is === "there" ? { detail: retried } : {}),
  });
  await loadList();
  if (retried.is === "there") await waitForOutcome(id);
}

/** The result usually comes a moment later. After a while the page stops looking, and the reader has to reload. */
async function waitForOutcome(id: string): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
    if (state.address.conversation !== id) return;
    const detail = await asked(showConversation(id));
    if (detail.is !== "there" || detail.value.status === "confirmed") continue;
    if (state.address.conversation === id) change({ detail, told: `It is ${detail.value.status}.` });
    return loadList();
  }
}

export async function erase(user: string): Promise<void> {
  change({ busy: true });
  const erased = await asked(eraseAll(user));
  const told =
    erased.is === "there"
      ? `Erased: ${erased.value} of user ${user}.`
      : erased.is === "refused"
        ? erased.why
        : "";
  change({ busy: false, erasing: false });
  if (erased.is === "there") goTo({ cursor: "", conversation: "", status: "" }, follow);
  change({ told });
  await loadList();
}

/** Repeats what is limited for one request, and says how far it is; answers how many were erased. */
async function eraseAll(user: string): Promise<number> {
  let erased = 0;
  for (;;) {
    const part = await eraseUser(user);
    erased += part.erased;
    if (part.complete) return erased;
    change({ told: `Erased ${erased} of user ${user} so far…` });
  }
}

const asked = <T>(asking: Promise<T>): Promise<Loadable<T>> =>
  asking.then(
    (value): Loadable<T> => ({ is: "there", value }),
    (error: unknown): Loadable<T> => ({ is: "refused", why: wordsOf(error) }),
  );
