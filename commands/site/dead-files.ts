import { reachFiles } from "#src/site/propose/reach/reach-files.ts";
import { siteSources } from "../site-files.ts";

/** Those of the files that no page of the site uses, where its home page is known. */
export async function deadFiles(repository: string, asked: string[]): Promise<string[]> {
  const { sources } = await siteSources(repository);
  const decoder = new TextDecoder();
  const { files, dead } = reachFiles(
    sources.map(({ path, content }) => ({ path, text: decoder.decode(content) })),
  );
  if (!files.some(({ place }) => place === "home")) return [];
  return [...new Set(asked)].filter((file) => dead.includes(file));
}
