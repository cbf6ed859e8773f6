import type { Outcome, PublishFailure } from "./publisher.ts";
import { type Sentence, sentence } from "#src/words/sentence.ts";
import { inWords } from "#src/words/words.ts";

/**
 * Expected trouble on its way from a deep call to the port's border, where {@link outcomeOf} makes an outcome of it.
 * It never leaves this folder.
 */
export class PublishingRefused extends Error {
  override readonly name = "PublishingRefused";
  readonly failure: PublishFailure;

  constructor(failure: PublishFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** A refusal that will be the same next time. */
export function refuse(code: PublishFailure["code"], why: Sentence): PublishingRefused {
  return new PublishingRefused({ code, ...inWords(why), transient: false });
}

/** A refusal whose cause will pass. */
export function unavailable(why: Sentence): PublishingRefused {
  return new PublishingRefused({ code: "unavailable", ...inWords(why), transient: true });
}

/** A withdrawn change stays withdrawn under its branch name. Asking for it again makes another change. */
export function takenBack(): PublishingRefused {
  return refuse("withdrawn", sentence("repository.withdrawn"));
}

/** Runs one operation of the port; a refusal becomes its outcome, anything else is a defect and is thrown on. */
export async function outcomeOf<T extends object>(operation: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, ...(await operation()) };
  } catch (error) {
    if (error instanceof PublishingRefused) return { ok: false, failure: error.failure };
    throw error;
  }
}
