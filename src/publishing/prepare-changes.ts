import type { Prepare, SiteFile } from "./publisher.ts";

/** Those of the files that are to get another content, each with it. */
export async function prepareChanges<File extends SiteFile>(
  files: File[],
  prepare: Prepare,
): Promise<{ file: File; content: Uint8Array }[]> {
  const current = files.map(({ path, content, version }) => ({ path, content, version }));
  const prepared = await prepare(current);
  return files.flatMap((file) => {
    const content = prepared?.get(file.path);
    return content === undefined || Buffer.compare(content, file.content) === 0 ? [] : [{ file, content }];
  });
}
