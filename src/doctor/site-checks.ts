import type { Outcome } from "#src/publishing/publisher.ts";
import { readSection } from "#src/site/read-section.ts";
import { problemText } from "#src/site/definition-problem.ts";
import type { SiteDefinition } from "#src/site/site-definition.ts";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";
import type { OpenSite } from "#src/sites/site-reader.ts";
import { type Check, type Verdict, ok, once, problem, skipped } from "./check.ts";

export interface SiteSide {
  /** As people know it: `owner/name`, or the path of a local repository. */
  name: string;
  open: () => Promise<OpenSite | null>;
  /** Whether the bot may open pull requests; undefined where there are none. */
  access?: () => Promise<Outcome<{ as: "app" | "person" }>>;
}

const SIGN_IN =
  "Give the bot a way to sign in to GitHub: the parameter GITHUB_TOKEN, or GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY.";
const GRANT =
  "Give the bot's token or GitHub App “contents: write” and “pull requests: write” for the repository.";

/** One site: its repository can be read, its `ux-agent.json` fits its files, and changes can be published. */
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
  ];
}

type Read = { open: OpenSite; read: Awaited<ReturnType<OpenSite["publisher"]["readFile"]>> } | null;

/** A file that is missing still shows that the repository can be read. */
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
      : "The token's owner may. (What a fine-grained token leaves out only shows when it publishes.)",
  );
}
