import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createApp } from "#src/app.ts";
import type { Config } from "#src/config.ts";
import { publishingAccess } from "#src/publishing/github/access.ts";
import type { AccessOptions } from "#src/publishing/github/on-repository.ts";
import { type Rights, publishingRights } from "#src/publishing/github/rights.ts";
import type { GitHubTiming } from "#src/publishing/github/connection.ts";
import type { Outcome } from "#src/publishing/publisher.ts";
import { problemText } from "#src/site/definition-problem.ts";
import { readSection } from "#src/site/read-section.ts";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";
import type { SiteDefinition } from "#src/site/site-definition.ts";
import { authOf, createSiteOpener } from "#src/sites/open-sites.ts";
import { DEFAULT_SITE } from "#src/sites/site-directory.ts";
import type { OpenSite } from "#src/sites/site-reader.ts";
import { type Check, ok, once, problem, skipped, type Verdict } from "./check.ts";

export interface SiteSide {
  /** As people know it: `owner/name`, or the path of a local repository. */
  name: string;
  open: () => Promise<OpenSite | null>;
  /** Whether the bot may open pull requests; undefined where there are none. */
  access?: () => Promise<Outcome<{ as: "app" | "person" }>>;
  /** What it may do beside that, and which rules hold; undefined where there are none. */
  rights?: () => Promise<Outcome<Rights>>;
  /** How it is reached on GitHub; absent where there is none. */
  github?: AccessOptions;
}

const SIGN_IN =
  "Give the bot a way to sign in to GitHub: the parameter GITHUB_TOKEN, or GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY.";
const GRANT =
  "Give the bot's token or GitHub App “contents: write” and “pull requests: write” for the repository.";

/** Whether a site's repository can be read, its `ux-agent.json` fits its files, and changes can be published. */
export function siteChecks(site: SiteSide): Check[] {
  const opened = once(site.open);
  const definition = once(async () => {
    const open = await opened();
    return open && { open, read: await open.publisher.readFile(open.configPath) };
  });
  return [
    { name: `repository ${site.name}`, look: async () => repositoryVerdict(await definition()) },
    { name: `ux-agent.json of ${site.name}`, look: async () => definitionVerdict(await definition()) },
    { name: `pull requests to ${site.name}`, look: () => accessVerdict(site) },
    ...rightsChecks(site),
  ];
}

type Read = { open: OpenSite; read: Awaited<ReturnType<OpenSite["publisher"]["readFile"]>> } | null;

/** A missing file proves, too, that the repository can be read. */
function repositoryVerdict(found: Read): Verdict {
  if (!found) return problem("It cannot be opened: there is no way to sign in.", SIGN_IN);
  if (found.read.ok || isMissingFile(found)) return ok("It can be read.");
  const { transient, message } = found.read.failure;
  return problem(message, transient ? "Try again in a while." : `See that its name is right. ${GRANT}`);
}

const isMissingFile = ({ read }: NonNullable<Read>): boolean => !read.ok && read.failure.code === "no-file";

async function definitionVerdict(found: Read): Promise<Verdict> {
  if (!found || !(found.read.ok || isMissingFile(found))) return skipped("The repository cannot be read.");
  const { open, read } = found;
  if (!read.ok)
    return problem(read.failure.message, "Make one with: npm run site -- init <folder of the repository>");
  const parsed = readSiteDefinition(read.file.content);
  const problems = parsed.ok
    ? await unusable(open, parsed.definition)
    : parsed.problems.map((each) => problemText(each, "It"));
  if (problems.length === 0) return ok("It is valid, and everything in it can be changed.");
  return problem(
    `${problems[0]}${problems.length > 1 ? ` (and ${problems.length - 1} more)` : ""}`,
    "See all with: npm run site -- check <folder of the repository>",
  );
}

/** The properties that no longer fit the files of the repository. */
async function unusable(open: OpenSite, { sections }: SiteDefinition): Promise<string[]> {
  const problems: string[] = [];
  for (const section of sections) {
    const file = await open.publisher.readFile(section.file);
    if (!file.ok) problems.push(`${section.id}: ${file.failure.message}`);
    else
      for (const { property, now } of await readSection(section, file.file.content))
        if (!now.ok) problems.push(`${section.id}.${property.id}: ${now.message}`);
  }
  return problems;
}

async function accessVerdict({ access }: SiteSide): Promise<Verdict> {
  if (!access) return skipped("There is no GitHub to ask.");
  const found = await access();
  if (!found.ok)
    return problem(found.failure.message, found.failure.transient ? "Try again in a while." : GRANT);
  return ok(
    found.as === "app"
      ? "The GitHub App may open them."
      : "The token's owner may. (A fine-grained token may still lack a permission; that only shows when it publishes.)",
  );
}

function rightsChecks({ name, rights }: SiteSide): Check[] {
  if (!rights) return [];
  const found = once(rights);
  const check = (what: string, verdict: (rights: Rights) => Verdict): Check => ({
    name: `${what} of ${name}`,
    look: async () => {
      const outcome = await found();
      return outcome.ok ? verdict(outcome) : skipped("GitHub does not tell: see the line above.");
    },
  });
  return [check("permissions", permissionsVerdict), check("branch rules", rulesVerdict)];
}

function permissionsVerdict({ unused }: Rights): Verdict {
  if (unused === undefined) return ok("GitHub does not tell those of a fine-grained token.");
  if (unused.length === 0) return ok("None that is not used.");
  return problem(
    `The bot may do what it never does: ${unused.join(", ")}.`,
    "Take that away from the GitHub App, or put a fine-grained token for this one repository in the token's place.",
  );
}

/** Rules that refuse a branch or a commit as the bot makes it. */
const IN_THE_WAY = new Set([
  "branch_name_pattern",
  "commit_author_email_pattern",
  "commit_message_pattern",
  "committer_email_pattern",
  "creation",
  "file_path_restriction",
  "required_signatures",
  "update",
]);

function rulesVerdict({ ofOurBranches, ofTheBase, base }: Rights): Verdict {
  if (!ofOurBranches || !ofTheBase) return skipped("The plan of this repository has no rules.");
  const inTheWay = ofOurBranches.filter((type) => IN_THE_WAY.has(type));
  if (inTheWay.length > 0)
    return problem(
      `A rule for branches such as ux-update/1 may refuse what the bot publishes: ${inTheWay.join(", ")}.`,
      "Let the bot pass it, or leave out ux-update/** (the repository's Settings → Rules → Rulesets).",
    );
  return ok(
    ofTheBase.includes("pull_request")
      ? `${base} takes changes by pull request only.`
      : `No rule makes ${base} take changes by pull request only: who may write there may also merge alone.`,
  );
}

interface Options {
  config: Config;
  client: DynamoDBClient;
  timing?: Partial<GitHubTiming>;
}

/** The sites of a deployment: the default of the environment, and those of servers that have their own. */
export async function siteSides({ config, client, timing }: Options): Promise<SiteSide[]> {
  const { sites } = createApp(config, { client });
  const openSite = createSiteOpener(config, sites, timing);
  // Without the table there is still the default.
  const own = (await sites.list().catch(() => [])).filter(({ guild_id }) => guild_id !== DEFAULT_SITE);
  const side = (name: string, key: string, onGitHub: boolean): SiteSide => ({
    name,
    open: () => openSite(key),
    ...accessTo(onGitHub ? name : undefined, config, timing),
  });
  const { SITE_REPOSITORY: local, GITHUB_REPOSITORY: remote } = config;
  return [
    ...(local ? [side(local, DEFAULT_SITE, false)] : []),
    ...(remote && !local ? [side(remote, DEFAULT_SITE, true)] : []),
    ...own.map(({ guild_id, repository }) => side(repository ?? `of server ${guild_id}`, guild_id, true)),
  ];
}

function accessTo(
  repository: string | undefined,
  config: Config,
  timing: Options["timing"],
): Pick<SiteSide, "access" | "rights" | "github"> {
  const auth = authOf(config);
  if (!repository || !auth) return {};
  const options: AccessOptions = {
    repository,
    auth,
    apiUrl: config.GITHUB_API_URL,
    ...(timing ? { timing } : {}),
  };
  return {
    access: () => publishingAccess(options),
    rights: () => publishingRights({ ...options, base: config.GITHUB_BASE_BRANCH }),
    github: options,
  };
}
