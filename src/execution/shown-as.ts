import type { Base } from "#src/conversations/conversation.ts";
import { type MessageFile, areAttachable, filesDigest, previewFiles } from "#src/discord/preview-files.ts";
import { previewText } from "#src/discord/preview.ts";
import type { Change } from "#src/site/edit.ts";
import type { Say } from "#src/words/say.ts";
import { type Sentence, sentence } from "#src/words/sentence.ts";
import { type Words, inWords } from "#src/words/words.ts";

type Shown =
  | { ok: true; text: string; base: Pick<Base, "attached" | "notes">; files: MessageFile[] }
  | ({ ok: false } & Words);

interface Made {
  changes: Change[];
  diff: string;
  notes: (string | Sentence)[];
  /** Of each attached file, in bytes. */
  most: number | undefined;
  /** Always attached. */
  pictures: MessageFile[];
}

/**
 * How all of a change can be shown: in the message alone, in the language of its owner, else in files beside it that are known
 * by their digest.
 */
export function shownAs(say: Say, { changes, diff, notes, most, pictures }: Made): Shown {
  const { text, whole } = previewText(say, { changes, diff, notes });
  if (whole && pictures.length === 0) return { ok: true, text, base: {}, files: [] };
  const inEnglish = notes.map((note) => inWords(note).message);
  const files = [...pictures, ...(whole ? [] : previewFiles(changes, diff, inEnglish))];
  const told = notes.length > 0 && !whole ? { notes: inEnglish } : {};
  if (areAttachable(files, most))
    return { ok: true, text, base: { attached: filesDigest(files), ...told }, files };
  return { ok: false, ...inWords(sentence("failed.too-large-to-show")) };
}
