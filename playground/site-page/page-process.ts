import { buffer } from "node:stream/consumers";
import * as z from "zod/mini";
import { writePage } from "./write-page.ts";

/** The process that builds a page: its path and the site's files on its input, one HTML document on its output. */

const given = z.object({ page: z.string(), files: z.record(z.string(), z.string()) });

try {
  const { page, files } = given.parse(JSON.parse((await buffer(process.stdin)).toString("utf8")));
  const site = new Map(
    Object.entries(files).map(([path, content]) => [path, Buffer.from(content, "base64")]),
  );
  const written = await writePage(site, page);
  process.stdout.write(written, () => process.exit());
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error), () => process.exit(1));
}
