import { BRANCH_PREFIX } from "#src/publishing/names.ts";
import type { Outcome } from "#src/publishing/publisher.ts";
import { type AccessOptions, type Opened, onRepository } from "./on-repository.ts";
import { APP_PERMISSIONS } from "./permissions.ts";

/** What the bot may do in a repository beside what it needs, and what may keep it from doing that. */
export interface Rights {
  /** Permissions that it never uses; undefined where GitHub does not tell, as of a fine-grained token. */
  unused: string[] | undefined;
  /** The rules that hold for the branches it makes; null where the plan of the repository has none. */
  ofOurBranches: string[] | null;
  /** Those that hold for the branch it proposes changes for. */
  ofTheBase: string[] | null;
  base: string;
}

/** Reads what GitHub tells of rights and rules; nothing is made. */
export const publishingRights = (
  options: AccessOptions & { base?: string | undefined },
): Promise<Outcome<Rights>> =>
  onRepository(options, async (opened) => {
    const { data, headers } = opened.answer;
    const base = options.base ?? data.default_branch;
    const unused = opened.granted ? unusedOf(opened.granted) : unusedScopes(headers["x-oauth-scopes"]);
    const ofOurBranches = await rulesFor(opened, `${BRANCH_PREFIX}doctor`);
    return { unused, ofOurBranches, ofTheBase: await rulesFor(opened, base), base };
  });

/** A classic token is for all repositories of its owner; of its scopes only those for repositories are used. */
function unusedScopes(header: unknown): string[] | undefined {
  if (typeof header !== "string" || header.trim() === "") return undefined;
  const scopes = header.split(",").map((scope) => scope.trim());
  return scopes.filter((scope) => scope !== "repo" && scope !== "public_repo");
}

/** What an App was given beyond what it needs. */
function unusedOf(granted: NonNullable<Opened["granted"]>): string[] {
  const needed: Record<string, string | undefined> = APP_PERMISSIONS;
  return Object.entries(granted)
    .filter(([name, level]) => needed[name] !== level && needed[name] !== "write")
    .map(([name, level]) => `${name}: ${level}`);
}

async function rulesFor({ request, at }: Opened, branch: string): Promise<string[] | null> {
  const found = await request("GET /repos/{owner}/{repo}/rules/branches/{branch}", { ...at, branch }).catch(
    (error: unknown) => {
      // A private repository of a free plan has no rules, and GitHub says so with 403.
      if (error instanceof Error && "status" in error && error.status === 403) return null;
      throw error;
    },
  );
  return found && found.data.map(({ type }) => type);
}
