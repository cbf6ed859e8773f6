import * as z from "zod/mini";
import type { SiteSettings } from "./site-directory.ts";

const SERVER = "must be the id of a Discord server: 1 to 20 digits";
const roleIds = z.array(z.string().check(z.regex(/^\d{1,20}$/, "must be the id of a role: 1 to 20 digits")));

/** What makes a path not plainly one inside a repository. */
const STRANGE_PATH = /(?:^|\/)(?:\.{0,2}|\.git)(?:\/|$)|[\\\p{Cc}]/u;
/** What git refuses in the name of a branch, as far as anyone would type it. */
const STRANGE_BRANCH = /^[-/.]|[\s~^:?*[\\\p{Cc}]|\.\.|\/\/|@\{|(?:[/.]|\.lock)$/u;

const plain = (problem: string, strange: RegExp) =>
  z.string().check(z.refine((text) => text !== "" && text.length <= 200 && !strange.test(text), problem));

const settings = z.object({
  guild_id: z.string().check(z.regex(/^\d{1,20}$/, SERVER)),
  repository: z.string().check(z.regex(/^[\w.-]+\/[\w.-]+$/, "must look like owner/name")),
  base_branch: z.optional(plain("must be the name of a branch", STRANGE_BRANCH)),
  config_path: z.optional(
    plain("must be a path in the repository, such as docs/ux-agent.json", STRANGE_PATH),
  ),
  asker_role_ids: z.optional(roleIds),
  admin_role_ids: z.optional(roleIds),
});

/** A server's site as an operator gives it, or the first thing that is wrong with it: `message` goes on after its name. */
export function readSiteSettings(
  given: Record<string, unknown>,
): { ok: true; settings: SiteSettings } | { ok: false; setting: string; message: string } {
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const { data, error } = settings.safeParse(set);
  if (!data)
    return {
      ok: false,
      setting: String(error.issues[0]?.path[0]),
      message: error.issues[0]?.message ?? "is not valid",
    };
  const { base_branch, config_path, asker_role_ids, admin_role_ids, ...needed } = data;
  return {
    ok: true,
    settings: {
      ...needed,
      ...(base_branch === undefined ? {} : { base_branch }),
      ...(config_path === undefined ? {} : { config_path }),
      ...(asker_role_ids ? { asker_role_ids } : {}),
      ...(admin_role_ids ? { admin_role_ids } : {}),
    },
  };
}

/** What is wrong with the id of a Discord server, if anything. */
export const problemWithServerId = (id: string): string | null => (/^\d{1,20}$/.test(id) ? null : SERVER);
