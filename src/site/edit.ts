import type { Sentence } from "#src/words/sentence.ts";
import type { Refusal } from "./refusal.ts";

/** One changed property, in words for people: what stood there and what stands there now. */
export interface Change {
  property: string;
  label: string;
  /** What its section is called; absent where the change is about one section alone. */
  section?: string;
  /** null where nothing stood there (an added link, an attribute that was not set). */
  before: string | null;
  after: string;
  /** The change as a sentence, where before and after alone do not say it: “Remove “FAQ” from Links”. In English, as it is stored. */
  said?: string;
  /** The same for the owner, and what `label` is where that is more than the site's own label; not stored. */
  sentences?: { said?: Sentence; label?: Sentence };
  /** Whether before and after are colours, so that they can be shown as such. */
  color?: boolean;
}

/** What a change is about, said so that it cannot be taken for that of another section. */
export const subjectOf = ({ section, label }: Pick<Change, "section" | "label">): string =>
  section === undefined ? label : `${section} › ${label}`;

/** The change as a sentence, where before and after alone do not say it; it names the section among several. */
export const sentenceOf = ({ section, said }: Pick<Change, "section" | "said">): string | undefined =>
  section === undefined || said === undefined ? said : `${section} › ${said}`;

/**
 * The file after the edit and what changed in it, in the order of ux-agent.json. When everything already stood there,
 * the content is the same and there are no changes. A refusal leaves the file as it was.
 */
export type EditOutcome = { ok: true; content: Uint8Array; changes: Change[] } | Refusal;
