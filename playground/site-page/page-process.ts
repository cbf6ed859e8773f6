import { buffer } from "node:stream/consumers";
import * as z from "zod/mini";
import { writePage } from "./write-page.ts";

/** The process that builds a page: files of a site on its input, one HTML document on its output. */

const given = z.record(z.string(), z.string());

try {
  const files = given.parse(JSON.parse((await buffer(process.stdin)).toString("utf8")));
  const site = new Map(
    Object.entries(files).map(([path, content]) => [path, Buffer.from(content, "base64")]),
  );
  const page = await writePage(site);
  process.stdout.write(page, () => process.exit());
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error), () => process.exit(1));
}
