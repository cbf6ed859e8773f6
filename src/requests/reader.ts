import type { Catalogue } from "#src/site/catalogue.ts";
import type { StandingValue } from "#src/site/standing-values.ts";
import { colorsAskedOf } from "./attached-picture.ts";
import { withFormValues } from "./form-values.ts";
import { interpretWithValues } from "./interpret-with-values.ts";
import type { Interpretation, Question, Request } from "./interpretation.ts";
import { isForModel } from "./model/is-for-model.ts";
import type { Proposal } from "./model/proposal.ts";
import { type Reading, readProposal } from "./model/read-proposal.ts";
import { withColorChoices } from "./picture-questions.ts";
import type { Words } from "#src/words/words.ts";

/** What reading takes besides the words, each called only when it is needed. */
export interface Readers {
  /** Reads what the site says now. */
  values(): Promise<StandingValue[]>;
  /** What a model makes of a request; null when there is none, or it cannot be asked now. Never throws. */
  propose(request: Request, catalogue: Catalogue): Promise<Proposal | null>;
  /** The main colours of an attached picture, from 1 on, as choices; or why there are none. */
  colors(number: number): Promise<{ ok: true; choices: Choices } | ({ ok: false } & Words)>;
}

type Choices = NonNullable<Question["choices"]>;

/**
 * Who reads: the rules first, and what they understand is finished. A model reads what they leave open, and where that
 * leads to nothing, the rules' questions are asked.
 */
export async function read(
  request: Request,
  catalogue: Catalogue,
  readers: Readers,
): Promise<Interpretation> {
  const offline = await interpretWithValues(request, catalogue, () => readers.values());
  const number = colorsAskedOf(request);
  if (number !== null && offline.outcome === "unclear") return byColors(offline, number, readers);
  const read = isForModel(request, offline, catalogue)
    ? await byModel({ request, catalogue, offline }, readers)
    : offline;
  return withFormValues(read, request.answers, catalogue);
}

/** Only the pixels tell a picture's colours, so that no model is asked for them. */
async function byColors(
  offline: Interpretation,
  number: number,
  readers: Pick<Readers, "colors">,
): Promise<Interpretation> {
  const colors = await readers.colors(number);
  return colors.ok
    ? withColorChoices(offline, colors.choices)
    : { outcome: "refused", message: colors.message, said: colors.said };
}

async function byModel(reading: Reading, readers: Pick<Readers, "propose">): Promise<Interpretation> {
  const proposal = await readers.propose(reading.request, reading.catalogue);
  return (proposal && readProposal(proposal, reading)) ?? reading.offline;
}
