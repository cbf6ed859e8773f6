import * as z from "zod/mini";

const words = z.string().check(z.minLength(1), z.maxLength(4000));
const id = z.string().check(z.minLength(1), z.maxLength(100));

const update = z.object({ property: id, value: words, words });
const part = z.object({
  section: id,
  updates: z.array(update).check(z.minLength(1), z.maxLength(20)),
});
const proposal = z.object({
  parts: z.array(part).check(z.maxLength(5)),
  ignored: z._default(z.array(words).check(z.maxLength(20)), []),
  unclear: z._default(z.array(words).check(z.maxLength(20)), []),
});

/**
 * What a model makes of a request, as it fills in the tool: which words are the value of what, which ask for nothing, which
 * it cannot place. Nothing of it is trusted: `readProposal` holds it against the words and the catalogue.
 */
export type Proposal = z.infer<typeof proposal>;

/** The input of a tool call; null when it has another form than the tool says, or is out of all proportion. */
export function parseProposal(input: unknown): Proposal | null {
  const parsed = proposal.safeParse(input);
  return parsed.success ? parsed.data : null;
}
