import type { Base } from "#src/conversations/conversation.ts";
import { type MessageFile, areAttachable, filesDigest, previewFiles } from "#src/discord/preview-files.ts";
import { previewText } from "#src/discord/preview.ts";
import type { Change } from "#src/site/edit.ts";
import { sentence } from "#src/words/sentence.ts";
import { type Words, inWords } from "#src/words/words.ts";

type Shown =
  | { ok: true; text: string; base: Pick<Base, "attached" | "notes">; files: MessageFile[] }
  | ({ ok: false } & Words);

interface Beside {
  notes: string[];
  /** Of each attached file, in bytes. */
  most: number | undefined;
  /** Always attached. */
  pictures: MessageFile[];
}

/** How all of a change can be shown: in the message alone, else in files beside it that are known by their digest. */
export function shownAs(changes: Change[], diff: string, { notes, most, pictures }: Beside): Shown {
  const { text, whole } = previewText(changes, diff, notes);
  if (whole && pictures.length === 0) return { ok: true, text, base: {}, files: [] };
  const files = [...pictures, ...(whole ? [] : previewFiles(changes, diff, notes))];
  const told = notes.length > 0 && !whole ? { notes } : {};
  if (areAttachable(files, most))
    return { ok: true, text, base: { attached: filesDigest(files), ...told }, files };
  return { ok: false, ...inWords(sentence("failed.too-large-to-show")) };
}
