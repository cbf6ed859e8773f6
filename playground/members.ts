import type { Person } from "#stand-ins/discord/member.ts";
import type { Member } from "./wire.ts";

/** What a member of a server usually may, and the same with Manage Server; bit sets as decimal strings. */
const USUAL = 2_147_486_720n;
const MANAGE_SERVER = 1n << 5n;

/** The people of the playground's server. */
export const members: Member[] = [
  { id: "210000000000000001", name: "Ann", manages: false, locale: "en-US" },
  { id: "210000000000000002", name: "Ben", manages: false, locale: "en-GB" },
  { id: "210000000000000003", name: "Cleo", manages: true, locale: "en-US" },
  { id: "210000000000000004", name: "Dieter", manages: false, locale: "de" },
];

/** A role that all but Ann have, so that a site can name it for those who ask, approve or administer. */
const EDITORS = { id: "1000000000000000007", name: "editors" };
export const roles = [EDITORS];
const rolesOf = ({ name }: Member): string[] => (name === "Ann" ? [] : [EDITORS.id]);

/** The member with an id, as Discord would describe them; undefined when there is none. */
export function personOf(id: string): Person | undefined {
  const member = members.find((each) => each.id === id);
  return (
    member && {
      id: member.id,
      name: member.name,
      locale: member.locale,
      permissions: String(member.manages ? USUAL | MANAGE_SERVER : USUAL),
      roles: rolesOf(member),
    }
  );
}
