import * as z from "zod/mini";
import { type LimitName, MOST } from "./limits.ts";
import { DEFAULT_SITE, type SiteSettings } from "./site-directory.ts";

const SERVER = "must be the id of a Discord server: 1 to 20 digits, or default";
/** A server, or the default site: what an operator can say something of. */
const KEY = new RegExp(`^(\\d{1,20}|${DEFAULT_SITE})$`);
const MOST_REQUESTS = `must be a whole number of requests from 1 to ${MOST}`;
const roleIds = z.array(z.string().check(z.regex(/^\d{1,20}$/, "must be the id of a role: 1 to 20 digits")));

/** The pattern of a path that may lead out of a repository. */
const STRANGE_PATH = /(?:^|\/)(?:\.{0,2}|\.git)(?:\/|$)|[\\\p{Cc}]/u;
/** What git refuses in the name of a branch, as far as anyone would type it. */
const STRANGE_BRANCH = /^[-/.]|[\s~^:?*[\\\p{Cc}]|\.\.|\/\/|@\{|(?:[/.]|\.lock)$/u;

const plain = (problem: string, strange: RegExp) =>
  z.string().check(z.refine((text) => text !== "" && text.length <= 200 && !strange.test(text), problem));

const REQUIRED = "is required for a server's own site, and looks like owner/name";
const onGitHub = z.string(REQUIRED).check(z.regex(/^[\w.-]+\/[\w.-]+$/, "must look like owner/name"));
/** Where the system runs on this machine, a site may be a Git repository on it, too: its absolute path. */
const here = z
  .string(REQUIRED)
  .check(
    z.regex(
      /^(?:[\w.-]+\/[\w.-]+|(?:\/|[A-Za-z]:[\\/])[^\p{Cc}]*)$/u,
      "must look like owner/name, or be a path of this machine",
    ),
  );
const ofEnvironment = (variable: string) =>
  z.optional(z.never(`must not be given for the default site: ${variable}`));

const APPROVALS = "must be a whole number of approvals from 0 to 10";
const approvals = z.optional(
  z.pipe(
    z.union([z.string(), z.number()]),
    z.pipe(z.transform(Number), z.int(APPROVALS).check(z.gte(0, APPROVALS), z.lte(10, APPROVALS))),
  ),
);

const most = z.optional(
  z.pipe(
    z.union([z.string(), z.number()]),
    z.pipe(
      z.transform(Number),
      z.int(MOST_REQUESTS).check(z.gte(1, MOST_REQUESTS), z.lte(MOST, MOST_REQUESTS)),
    ),
  ),
);

/** Who may do what, and how much: of every site. */
const rules = {
  guild_id: z.string().check(z.regex(KEY, SERVER)),
  asker_role_ids: z.optional(roleIds),
  admin_role_ids: z.optional(roleIds),
  approver_role_ids: z.optional(roleIds),
  approvals,
  person_open: most,
  person_hourly: most,
  server_open: most,
  server_hourly: most,
  log_channel_id: z.optional(
    z.string().check(z.regex(/^\d{1,20}$/, "must be the id of a channel: 1 to 20 digits")),
  ),
  /** Off is said by nothing. */
  pictures: z.optional(
    z.pipe(
      z.enum(["on", "off"], "must be on or off"),
      z.transform((said) => (said === "on" ? said : undefined)),
    ),
  ),
};

/** The default site has no repository of its own: the environment names it. */
const defaultSite = z.object({
  ...rules,
  repository: ofEnvironment("GITHUB_REPOSITORY names it"),
  base_branch: ofEnvironment("GITHUB_BASE_BRANCH names it"),
  config_path: ofEnvironment("its definition is ux-agent.json"),
});

const ownSite = z.object({
  ...rules,
  repository: onGitHub,
  base_branch: z.optional(plain("must be the name of a branch", STRANGE_BRANCH)),
  config_path: z.optional(
    plain("must be a path in the repository, such as docs/ux-agent.json", STRANGE_PATH),
  ),
});

const localSite = z.extend(ownSite, { repository: here });

/**
 * A server's site as an operator gives it, or the first thing that is wrong with it: `message` goes on after its name.
 * @param isLocal whether the system runs on this machine, so that it can open a repository here
 */
export function readSiteSettings(
  given: Record<string, unknown>,
  isLocal = false,
): { ok: true; settings: SiteSettings } | { ok: false; setting: string; message: string } {
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const own = isLocal ? localSite : ownSite;
  const { data, error } = (set["guild_id"] === DEFAULT_SITE ? defaultSite : own).safeParse(set);
  if (!data)
    return {
      ok: false,
      setting: String(error.issues[0]?.path[0]),
      message: error.issues[0]?.message ?? "is not valid",
    };
  const wrong = problemWithApprovals(data);
  if (wrong) return { ok: false, ...wrong };
  const {
    person_open,
    person_hourly,
    server_open,
    server_hourly,
    log_channel_id: id,
    pictures,
    ...rest
  } = data;
  const limits = onlyGiven({ person_open, person_hourly, server_open, server_hourly });
  const some = {
    ...(Object.keys(limits).length > 0 ? { limits } : {}),
    ...(id === undefined ? {} : { log_channel: { id } }),
    ...(pictures === undefined ? {} : { pictures }),
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nothing is undefined that was not given
  return { ok: true, settings: { ...rest, ...some } as SiteSettings };
}

/** Approvals that no one can give would keep every change from being published. */
function problemWithApprovals({
  approvals: needed = 0,
  approver_role_ids: roles = [],
}: z.infer<typeof ownSite> | z.infer<typeof defaultSite>) {
  if (needed > 0 && roles.length === 0)
    return {
      setting: "approver_role_ids",
      message: "is required with --approvals: name a role whose members approve",
    };
  if (needed === 0 && roles.length > 0)
    return {
      setting: "approvals",
      message: "is required with --approver-role: say how many approvals a change needs",
    };
  return null;
}

const onlyGiven = (limits: Partial<Record<LimitName, number | undefined>>) =>
  Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));

/** What is wrong with the id of a Discord server (or `default`), if anything. */
export const problemWithServerId = (id: string): string | null => (KEY.test(id) ? null : SERVER);
