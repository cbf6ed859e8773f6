import type { SiteItem } from "#entities/site.ts";
import type { SiteDirectory } from "./site-directory.ts";

/** Discord's permission bits: https://discord.com/developers/docs/topics/permissions */
const ADMINISTRATOR = 1n << 3n;
const MANAGE_SERVER = 1n << 5n;

/** What Discord says, signed, of the member who acts. */
export interface Member {
  permissions: bigint;
  role_ids: string[];
}

/**
 * Whether a member may see and decide about other people's requests in the server they act in: by what Discord says,
 * signed, of them. Only for the sake of a role the site is looked up.
 */
export const administers = async (
  member: Member & { guild_id?: string },
  sites: Pick<SiteDirectory, "find">,
): Promise<boolean> =>
  managesServer(member) ||
  (member.role_ids.length > 0 && hasOneOf(member, (await sites.find(member.guild_id))?.admin_role_ids));

/** Whether a member may ask for changes: everyone, unless the site names the roles that may. */
export const mayAsk = (
  member: Member,
  site: Pick<SiteItem, "asker_role_ids" | "admin_role_ids"> | null,
): boolean =>
  (site?.asker_role_ids ?? []).length === 0 ||
  hasOneOf(member, [...(site?.asker_role_ids ?? []), ...(site?.admin_role_ids ?? [])]) ||
  managesServer(member);

/** Manage Server, or Administrator, which implies every permission. */
const managesServer = ({ permissions }: Member): boolean =>
  (permissions & (MANAGE_SERVER | ADMINISTRATOR)) !== 0n;

const hasOneOf = ({ role_ids }: Member, roles: string[] | undefined): boolean =>
  role_ids.some((role) => roles?.includes(role));
