import { TransientError } from "#src/errors.ts";
import type { PublishFailure, Publisher, SiteFile } from "#src/publishing/publisher.ts";
import { catalogueOf } from "#src/site/catalogue-of.ts";
import type { Catalogue } from "#src/site/catalogue.ts";
import { problemText } from "#src/site/definition-problem.ts";
import type { SiteDefinition } from "#src/site/site-definition.ts";
import { type StandingValue, standingValues } from "#src/site/standing-values.ts";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";
import { sentence } from "#src/words/sentence.ts";
import { type Words, inWords, wordsOf } from "#src/words/words.ts";

/** A site that can be read and published to. */
export interface OpenSite {
  /** The key under which its catalogue is kept. */
  key: string;
  configPath: string;
  publisher: Publisher;
}

export type Failed = { ok: false; failure: { code: string } & Words };

/**
 * Reads a file of the site's base branch.
 * @throws TransientError when a later try may do it
 */
export async function readSiteFile(
  site: OpenSite,
  path: string,
): Promise<{ ok: true; file: SiteFile } | Failed> {
  const read = await site.publisher.readFile(path);
  return read.ok ? read : failed(read.failure);
}

/**
 * The same of several files, one after the other; the first that cannot be read is the answer.
 * @throws TransientError when a later try may do it
 */
export async function readSiteFiles(
  site: OpenSite,
  paths: string[],
): Promise<{ ok: true; files: SiteFile[] } | Failed> {
  const files: SiteFile[] = [];
  for (const path of paths) {
    const read = await readSiteFile(site, path);
    if (!read.ok) return read;
    files.push(read.file);
  }
  return { ok: true, files };
}

/**
 * Reads what a file of the site was in a version.
 * @throws TransientError when a later try may do it
 */
export async function readSiteVersion(
  { publisher }: OpenSite,
  version: string,
): Promise<{ ok: true; content: Uint8Array } | Failed> {
  const read = await publisher.readVersion(version);
  return read.ok ? read : failed(read.failure);
}

/** The contents of some files, by their paths. */
export const contentsOf = (files: Pick<SiteFile, "path" | "content">[]): Map<string, Uint8Array> =>
  new Map(files.map(({ path, content }) => [path, content]));

/** What the site's `ux-agent.json` says now. */
export async function readDefinition(
  site: OpenSite,
): Promise<{ ok: true; definition: SiteDefinition; catalogue: Catalogue } | Failed> {
  const read = await readSiteFile(site, site.configPath);
  if (!read.ok) return read;
  const parsed = readSiteDefinition(read.file.content);
  if (parsed.ok)
    return {
      ok: true,
      definition: parsed.definition,
      catalogue: catalogueOf(parsed.definition, read.file.version),
    };
  const [first] = parsed.problems;
  const why = sentence("failed.settings-invalid", {
    file: site.configPath,
    problem: first ? problemText(first, "it") : "",
  });
  return { ok: false, failure: { code: "bad-definition", ...inWords(why) } };
}

/** What every single value of a site is now. A file that cannot be read has none. */
export const readValues = (site: OpenSite, definition: SiteDefinition): Promise<StandingValue[]> =>
  standingValues(definition, async (path) => {
    const read = await readSiteFile(site, path);
    return read.ok ? read.file.content : null;
  });

/** @throws TransientError for what may pass by itself */
export function failed(failure: PublishFailure): Failed {
  if (failure.transient) {
    const wait = failure.retry_after_seconds;
    throw new TransientError(failure, wait === undefined ? {} : { retryAfterSeconds: wait });
  }
  return { ok: false, failure: { code: failure.code, ...wordsOf(failure) } };
}
