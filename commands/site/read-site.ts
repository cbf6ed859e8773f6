import { problemText } from "#src/site/definition-problem.ts";
import type { SiteDefinition } from "#src/site/site-definition.ts";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";
import { readSiteFile } from "../site-files.ts";
import { fail, failAll, isFolder } from "./terminal.ts";

/** The definition of a site; null when it has problems, which are told. */
export async function readSite(repository: string, path: string): Promise<SiteDefinition | null> {
  if (!(await isFolder(repository))) {
    fail(`${repository} is not a folder: name the folder of the site's repository.`);
    return null;
  }
  const file = await readSiteFile(repository, path);
  if (!file.ok) {
    fail(`${file.message}: write one, or let “npm run site -- init ${repository}” propose one.`);
    return null;
  }
  const outcome = readSiteDefinition(file.content);
  if (outcome.ok) return outcome.definition;
  failAll(
    path,
    outcome.problems.map((each) => problemText(each, path)),
  );
  return null;
}
