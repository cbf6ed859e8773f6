import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Config } from "#src/config.ts";
import { createExecutionApp } from "#src/execution/execution-app.ts";
import { DEFAULT_SITE } from "#src/sites/site-directory.ts";
import { readDefinition, readValues } from "#src/sites/site-reader.ts";

/**
 * Stores the site's catalogue before the first request, so that even this one can be checked at once. (`execution` would
 * store it while it works on that request.) When the site cannot be read, the person is told, and the start goes on.
 */
export async function seedCatalogue(
  config: Config,
  client: DynamoDBClient,
  { tell }: { tell: (sentence: string) => void },
): Promise<void> {
  const { openSite, sites } = createExecutionApp(config, { client });
  try {
    const site = await openSite(DEFAULT_SITE);
    if (!site)
      return tell(
        "There is no site to change: set SITE_REPOSITORY, or GITHUB_REPOSITORY with a way to sign in.",
      );
    const read = await readDefinition(site);
    if (!read.ok) return tell(read.failure.message);
    await sites.keepCatalogue(site.key, read.catalogue);
    const sections = read.definition.sections.map(({ id }) => id);
    await sites.keepValues(site.key, sections, await readValues(site, read.definition));
  } catch (error) {
    tell(`The site cannot be read now: ${error instanceof Error ? error.message : String(error)}`);
  }
}
