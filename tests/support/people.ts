export interface User {
  id: string;
  username: string;
  global_name: string;
  /** The language that they have set in Discord; absent: `en-US`. */
  locale?: string;
}

export const ANN: User = { id: "100000000000000001", username: "ann", global_name: "Ann" };
export const BOB: User = { id: "100000000000000002", username: "bob", global_name: "Bob" };
export const CARL: User = { id: "100000000000000005", username: "carl", global_name: "Carl" };

/** Two who have set other languages in Discord. */
export const KLARA: User = {
  id: "100000000000000003",
  username: "klara",
  global_name: "Klara",
  locale: "de",
};
export const LUZ: User = { id: "100000000000000004", username: "luz", global_name: "Luz", locale: "es-419" };

/** The Discord server that they are members of. */
export const GUILD = "200000000000000001";

/** What Discord says of a member who may manage the server, and so administers its site. */
export const MANAGE_SERVER = { permissions: String(1 << 5) };

/** The role whose members approve, as Discord says it of one of them. */
export const APPROVER = { roles: ["7"] };

/** Makes people without any request yet, for tests that share one table; ids grow from `first`. */
export function newcomers(first: number): () => User {
  let id = first;
  return () => ({ ...ANN, id: String((id += 1)), username: "somebody" });
}
