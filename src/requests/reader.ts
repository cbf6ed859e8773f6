import type { Catalogue } from "#src/site/catalogue.ts";
import type { StandingValue } from "#src/site/standing-values.ts";
import { withFormValues } from "./form-values.ts";
import { interpretWithValues } from "./interpret-with-values.ts";
import type { Interpretation, Request } from "./interpretation.ts";
import { isForModel } from "./model/is-for-model.ts";
import type { Proposal } from "./model/proposal.ts";
import { type Reading, readProposal } from "./model/read-proposal.ts";

/** What reading takes besides the words, each called only when it is needed. */
export interface Readers {
  /** Reads what the site says now. */
  values(): Promise<StandingValue[]>;
  /** What a model makes of a request; null when there is none, or it cannot be asked now. Never throws. */
  propose(request: Request, catalogue: Catalogue): Promise<Proposal | null>;
}

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
  const read = isForModel(request, offline, catalogue)
    ? await byModel({ request, catalogue, offline }, readers)
    : offline;
  return withFormValues(read, request.answers, catalogue);
}

async function byModel(reading: Reading, readers: Pick<Readers, "propose">): Promise<Interpretation> {
  const proposal = await readers.propose(reading.request, reading.catalogue);
  return (proposal && readProposal(proposal, reading)) ?? reading.offline;
}
