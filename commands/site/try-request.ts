import { styleText } from "node:util";
import { previewText } from "#src/discord/preview.ts";
import { interpretWithValues } from "#src/requests/interpret-with-values.ts";
import type { Meaning } from "#src/requests/interpretation.ts";
import { catalogueOf } from "#src/site/catalogue-of.ts";
import { editSite, filesOf, labelOf, siteDiff } from "#src/site/edit-site.ts";
import type { SiteDefinition } from "#src/site/site-definition.ts";
import { standingValues } from "#src/site/standing-values.ts";
import { readSiteFile } from "../site-files.ts";
import { readSite } from "./read-site.ts";
import { fail } from "./terminal.ts";
import { english } from "#src/words/english.ts";

/** Prints what a person would be shown for a request, and changes nothing. */
export async function tryRequest(repository: string, path: string, description: string): Promise<void> {
  const definition = await readSite(repository, path);
  if (definition === null) return;
  const isCommand = /^\s*section:/i.test(description);
  const words = isCommand ? { command: description } : { description };
  const meaning = await interpretWithValues(
    { ...words, answers: {}, image_count: 0 },
    catalogueOf(definition, "tried"),
    () =>
      standingValues(definition, async (file) => {
        const read = await readSiteFile(repository, file);
        return read.ok ? read.content : null;
      }),
  );
  if (meaning.outcome === "refused") return fail(meaning.message);
  if (meaning.outcome === "unclear") {
    for (const { text, choices } of meaning.questions) {
      console.log(`${styleText("yellow", "?")} ${text}`);
      for (const choice of choices ?? []) console.log(`    ${choice.label}`);
    }
    console.log("Nothing would be changed before that is answered.");
    process.exitCode = 1;
    return;
  }
  await showPreview(repository, definition, meaning);
}

async function showPreview(
  repository: string,
  definition: SiteDefinition,
  { section, updates, parts = [], notes }: Extract<Meaning, { outcome: "understood" }>,
): Promise<void> {
  const all = [{ section, updates }, ...parts];
  const found = filesOf(definition, all);
  if (!found.ok) return fail(found.message);
  const contents = new Map<string, Uint8Array>();
  for (const path of found.paths) {
    const file = await readSiteFile(repository, path);
    if (!file.ok) return fail(`${file.message}.`);
    contents.set(path, file.content);
  }
  const edit = await editSite(definition, all, contents);
  if (!edit.ok) return fail(edit.message);
  const diff = siteDiff(edit.files);
  if (diff === "")
    return fail(`${labelOf(definition, section)} already is like that: there is nothing to change.`);
  const { text, whole } = previewText(english, { changes: edit.changes, diff, notes });
  // In Discord, what does not fit is in a file attached to the message.
  console.log(whole ? text : `${text}\n${diff}`);
}
