import type { SiteItem } from "#entities/site.ts";
import { DEFAULT_SITE, type SiteDirectory } from "./site-directory.ts";

/** Discord's permission bits: https://discord.com/developers/docs/topics/permissions */
const ADMINISTRATOR = 1n << 3n;
const MANAGE_SERVER = 1n << 5n;

/** What Discord says, signed, of the person who acts; without a server it is a direct message, which carries no member. */
export interface Member {
  user: { id: string };
  permissions: bigint;
  role_ids: string[];
  guild_id?: string;
}

export interface SitePorts {
  sites: Pick<SiteDirectory, "find" | "defaultServes" | "isBlocked">;
}

/** Whether a member may ask for changes where they act, and go on with what they asked for. */
export type Access =
  | { allowed: true; site: SiteItem }
  /** The server has no site, and there is no default. */
  | { allowed: false; because: "no-site" }
  /** The default site does not serve this server. */
  | { allowed: false; because: "not-served"; guild_id: string }
  /** Servers or roles are named, and a direct message shows neither. */
  | { allowed: false; because: "direct-message" }
  /** Those who look after the server have blocked the person. */
  | { allowed: false; because: "blocked" }
  | { allowed: false; because: "no-role" | "no-approver"; role_ids: string[] };

/** By what Discord says in this very interaction, and by the site as it was read within the last minute. */
export async function accessOf(member: Member, sites: SitePorts["sites"]): Promise<Access> {
  const access = await servedIn(member, sites);
  if (!access.allowed || mayAsk(member, access.site)) return access;
  return { allowed: false, because: "no-role", role_ids: access.site.asker_role_ids ?? [] };
}

/** The same for those who approve: one of the roles that the site names, and nothing instead. */
export async function approvalAccessOf(member: Member, sites: SitePorts["sites"]): Promise<Access> {
  const access = await servedIn(member, sites);
  if (!access.allowed || hasOneOf(member, access.site.approver_role_ids)) return access;
  return { allowed: false, because: "no-approver", role_ids: access.site.approver_role_ids ?? [] };
}

async function servedIn(member: Member, sites: SitePorts["sites"]): Promise<Access> {
  const { guild_id } = member;
  const site = await sites.find(guild_id);
  if (!site) return { allowed: false, because: "no-site" };
  const served = site.guild_id !== DEFAULT_SITE || sites.defaultServes(guild_id);
  const roles = [...(site.asker_role_ids ?? []), ...(site.approver_role_ids ?? [])];
  if (guild_id === undefined && (!served || roles.length > 0))
    return { allowed: false, because: "direct-message" };
  if (guild_id !== undefined && !served) return { allowed: false, because: "not-served", guild_id };
  if (await sites.isBlocked(guild_id, member.user.id)) return { allowed: false, because: "blocked" };
  return { allowed: true, site };
}

/**
 * Whether a member may see and decide about other people's requests in the server they act in. The site is read only
 * when one of the member's roles could count.
 */
export const administers = async (member: Member, sites: Pick<SiteDirectory, "find">): Promise<boolean> =>
  managesServer(member) ||
  (member.role_ids.length > 0 && hasOneOf(member, (await sites.find(member.guild_id))?.admin_role_ids));

/** Everyone may ask, unless the site names roles. */
const mayAsk = (member: Member, { asker_role_ids = [], admin_role_ids = [] }: SiteItem): boolean =>
  asker_role_ids.length === 0 ||
  hasOneOf(member, [...asker_role_ids, ...admin_role_ids]) ||
  managesServer(member);

/** Manage Server, or Administrator, which implies every permission. */
const managesServer = ({ permissions }: Member): boolean =>
  (permissions & (MANAGE_SERVER | ADMINISTRATOR)) !== 0n;

const hasOneOf = ({ role_ids }: Member, roles: string[] | undefined): boolean =>
  role_ids.some((role) => roles?.includes(role));
