import { resolve } from "node:path";
import type { SiteItem } from "#entities/site.ts";
import { UserError } from "#src/errors.ts";
import { DEFAULT_SITE } from "#src/sites/site-directory.ts";
import { problemWithServerId, readSiteSettings } from "#src/sites/site-settings.ts";
import { checkAnnouncing } from "./check-announcing.ts";
import { checkLogChannel } from "./check-log-channel.ts";
import { checkRepository } from "./check-repository.ts";
import { type Choice, localSession, withTable } from "./choose-table.ts";
import { columns, moment, printable } from "./plain-text.ts";

interface Settings extends Choice {
  guild: string;
  repository?: string;
  baseBranch?: string;
  configPath?: string;
  askerRole?: string[];
  adminRole?: string[];
  approverRole?: string[];
  approvals?: string;
  personOpen?: string;
  personHourly?: string;
  serverOpen?: string;
  serverHourly?: string;
  logChannel?: string;
  pictures?: string;
}

const spoken: Record<string, string> = {
  guild_id: "--guild",
  repository: "--repository",
  base_branch: "--base-branch",
  config_path: "--config-path",
  asker_role_ids: "--asker-role",
  admin_role_ids: "--admin-role",
  approver_role_ids: "--approver-role",
  approvals: "--approvals",
  person_open: "--person-open",
  person_hourly: "--person-hourly",
  server_open: "--server-open",
  server_hourly: "--server-hourly",
  log_channel_id: "--log-channel",
  pictures: "--pictures",
};

/** Stores a server's site in place of the one it had. */
export async function setSite(options: Settings): Promise<void> {
  const isLocal = Boolean((await localSession(options))?.siteRepository);
  const given = {
    guild_id: options.guild,
    repository: isLocal ? localPath(options.repository) : options.repository,
    base_branch: options.baseBranch,
    config_path: options.configPath,
    asker_role_ids: options.askerRole,
    admin_role_ids: options.adminRole,
    approver_role_ids: options.approverRole,
    approvals: options.approvals,
    person_open: options.personOpen,
    person_hourly: options.personHourly,
    server_open: options.serverOpen,
    server_hourly: options.serverHourly,
    log_channel_id: options.logChannel,
    pictures: options.pictures,
  };
  const read = readSiteSettings(given, isLocal);
  if (!read.ok) throw new UserError(`${spoken[read.setting] ?? read.setting} ${read.message}.`);
  const { approvals, approver_role_ids, log_channel } = read.settings;
  if (approvals) await checkAnnouncing(options, approver_role_ids ?? []);
  const settings = {
    ...read.settings,
    ...(log_channel ? { log_channel: await checkLogChannel(options, log_channel.id) } : {}),
  };
  const isOpened = await checkRepository(options, settings);
  await withTable(options, async ({ sites }, place) => {
    console.log(siteText(await sites.put(settings)));
    if (!isOpened) console.log("\nThe repository was not opened: nothing here can sign in to GitHub.");
    console.log(`\nStored in ${place}. It counts within a minute.`);
  });
}

/** A folder of this machine by its whole path; `owner/name` stays as it is. */
const localPath = (repository: string | undefined): string | undefined =>
  repository !== undefined && (/^[./~]/.test(repository) || !/^[\w.-]+\/[\w.-]+$/.test(repository))
    ? resolve(repository)
    : repository;

/** Prints a server's own site. */
export async function showSite(guildId: string, options: Choice & { json?: true }): Promise<void> {
  checkServer(guildId);
  await withTable(options, async ({ sites }) => {
    const site = (await sites.list()).find(({ guild_id }) => guild_id === guildId);
    if (!site) throw new UserError(nothingOf(guildId));
    console.log(options.json ? JSON.stringify(site, null, 2) : siteText(site));
  });
}

/** Prints the sites of the deployment. */
export async function listSites(options: Choice & { json?: true }): Promise<void> {
  await withTable(options, async ({ sites }) => {
    const all = await sites.list();
    if (options.json) return console.log(JSON.stringify(all, null, 2));
    const said = all.filter((site) => site.guild_id !== DEFAULT_SITE || hasRules(site));
    console.log(
      said.length > 0 ? siteTable(said) : "No server has a site of its own: the default counts for all.",
    );
  });
}

/** Forgets a server's own site. */
export async function removeSite(guildId: string, options: Choice): Promise<void> {
  checkServer(guildId);
  await withTable(options, async ({ sites }, place) => {
    if (!(await sites.remove(guildId))) throw new UserError(`${nothingOf(guildId)} Looked in ${place}.`);
    console.log(
      guildId === DEFAULT_SITE
        ? `The default site has no rules any more in ${place}: everyone in its servers may ask.`
        : `Server ${guildId} has no site of its own any more in ${place}: the default counts for it.`,
    );
  });
}

const hasRules = ({
  asker_role_ids = [],
  admin_role_ids = [],
  approvals = 0,
  limits,
  log_channel,
  pictures,
}: SiteItem): boolean =>
  asker_role_ids.length + admin_role_ids.length + approvals > 0 || Boolean(limits ?? log_channel ?? pictures);

const approvalsText = ({ approvals, approver_role_ids }: SiteItem): string =>
  approvals ? `${approvals} of ${rolesOf(approver_role_ids, "")}` : "none: the owner confirms alone";

/** In a fixed order, because DynamoDB keeps none. */
const limitNames = ["person_open", "person_hourly", "server_open", "server_hourly"] as const;

const limitsText = (limits: SiteItem["limits"]): string =>
  limitNames
    .flatMap((name) => (limits?.[name] ? [`${name.replace("_", " ")} ${limits[name]}`] : []))
    .join(", ") || "(the deployment's)";

const nothingOf = (guildId: string): string =>
  guildId === DEFAULT_SITE
    ? "Nothing is stored of the default site: everyone in its servers may ask."
    : `Server ${guildId} has no site of its own: the default counts for it.`;

function checkServer(guildId: string): void {
  const problem = problemWithServerId(guildId);
  if (problem) throw new UserError(`<guild> ${problem}.`);
}

const siteTable = (sites: SiteItem[]): string =>
  columns([
    ["SERVER", "REPOSITORY", "BASE BRANCH", "MAY ASK", "MAY ADMINISTER", "UPDATED"],
    ...sites.map((site) => [
      site.guild_id,
      printable(site.repository ?? "(GITHUB_REPOSITORY)"),
      printable(site.base_branch ?? "(default)"),
      rolesOf(site.asker_role_ids, "everyone"),
      rolesOf(site.admin_role_ids, "Manage Server"),
      moment(site.updated_at),
    ]),
  ]);

const siteText = (site: SiteItem): string =>
  columns([
    ["Server", site.guild_id],
    ["Repository", printable(site.repository ?? "(GITHUB_REPOSITORY)")],
    ["Base branch", printable(site.base_branch ?? "(the repository's default)")],
    ["Definition", printable(site.config_path ?? "ux-agent.json")],
    ["May ask", rolesOf(site.asker_role_ids, "everyone")],
    ["May administer", rolesOf(site.admin_role_ids, "Manage Server")],
    ["Approvals", approvalsText(site)],
    ["Limits", limitsText(site.limits)],
    ["Log channel", site.log_channel ? `channel ${site.log_channel.id}` : "none"],
    ["Live page", site.pictures === "on" ? "drawn before and after a change" : "(not drawn)"],
    ["Sections", site.catalogue?.sections.map(({ id }) => id).join(", ") ?? "(read with the first request)"],
    ["Updated", moment(site.updated_at)],
  ]);

/** People with Manage Server may administer in any case, whatever the roles say. */
const rolesOf = (ids: string[] | undefined, without: string): string =>
  ids && ids.length > 0 ? ids.map((id) => `role ${id}`).join(", ") : without;
