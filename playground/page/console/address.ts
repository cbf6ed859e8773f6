/** What the console shows, as it stands in the address: so that it can be linked, and gone back to. */
export interface Address {
  user: string;
  status: string;
  /** Of a page after the first; empty for the first. */
  cursor: string;
  conversation: string;
}

const names = ["user", "status", "cursor", "conversation"] as const;

export function readAddress(): Address {
  const query = new URLSearchParams(location.search);
  const [user = "", status = "", cursor = "", conversation = ""] = names.map((name) => query.get(name) ?? "");
  return { user: user.trim(), status, cursor, conversation: conversation.trim() };
}

/** The address with some of it changed. */
export function addressOf(changed: Partial<Address>): string {
  const address = { ...readAddress(), ...changed };
  const query = new URLSearchParams(names.flatMap((name) => (address[name] ? [[name, address[name]]] : [])));
  return query.size > 0 ? `/console?${query}` : "/console";
}

/** Goes there without loading the page anew; `popstate` is for going back. */
export function goTo(changed: Partial<Address>, then: () => void): void {
  history.pushState(null, "", addressOf(changed));
  then();
}
