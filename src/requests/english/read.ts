import type { Clause, SetClause } from "./clause.ts";
import { readClause } from "./read-clause.ts";
import { asksAgain } from "./asks-again.ts";
import { skipLead } from "./lead.ts";
import { opened } from "./envelope.ts";
import { isPart } from "./reference.ts";
import { type Segment, segmentsOf } from "./segments.ts";
import { type Reference, Source } from "./source.ts";
import { noteOf } from "./set-clause.ts";
import { tokenise } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { CHANGE } from "./verbs.ts";
import { wordsIn } from "./words.ts";
import { sentence } from "#src/words/sentence.ts";
import { echo } from "#src/requests/naming.ts";

/** Reads plain words: each instruction in them, in their order. */
export function readWords(words: string, vocabulary: Vocabulary): Clause[] {
  const source = new Source(words, vocabulary, tokenise(opened(words)));
  const segments = segmentsOf(source);
  const again = new Set(segments.filter((segment) => asksAgain(source, segment)));
  source.isOrdered = again.size > 0;
  const clauses: Clause[] = [];
  for (const [index, segment] of segments.entries()) {
    const isAlternative = hasAlternative(source, segments[index - 1]?.end ?? 0, segment.start);
    const next =
      again.has(segment) && isAsked(clauses)
        ? noteOf(source.wordsBetween(segment.start, segment.end))
        : readNext(source, segment, clauses);
    for (const clause of next) clauses.push(isAlternative ? { ...clause, alternative: true } : clause);
  }
  return withDoubts(withTopics(clauses));
}

/** `Please update:`. */
function isBare(source: Source, { start, end }: Segment): boolean {
  const first = skipLead(source, start, end);
  return first === end - 1 && CHANGE.has(source.verb(first)) && source.mark(end) === ":";
}

const isAsked = (before: Clause[]): boolean =>
  before.some((clause) => (clause.kind === "set" ? clause.value !== null : clause.kind === "links"));

function readNext(source: Source, segment: Segment, before: Clause[]): Clause[] {
  if (isBare(source, segment)) return [];
  const opens = before.every(({ kind }) => kind === "note");
  return readClause(source, segment, opens);
}

/** `the button on the start page, make it say “Go”`: what is only named is what `it` means in the next instruction. */
function withTopics(clauses: Clause[]): Clause[] {
  return clauses.flatMap((clause, at) => {
    const [before, next] = [clauses[at - 1], clauses[at + 1]];
    if (isTopic(clause) && next !== undefined && isAboutIt(next)) return [];
    const topic = before !== undefined && isTopic(before) && isAboutIt(clause) ? before.target : null;
    return topic !== null && clause.kind === "set" ? [{ ...clause, target: topic, fresh: true }] : [clause];
  });
}

type Topic = SetClause & { target: Reference };

function isTopic(clause: Clause): clause is Topic {
  return clause.kind === "set" && clause.value === null && clause.left === "" && isPart(clause.target);
}

const ALTERNATIVES = wordsIn("alternatives");

/** Whether the words between two instructions leave a choice between them. */
function hasAlternative(source: Source, start: number, end: number): boolean {
  return source.tokens.slice(start, end).some((_, at) => ALTERNATIVES.has(source.word(start + at)));
}

/** What one clause says about its neighbour: how far `don't` reaches, and where a text without quotes ends. */
function withDoubts(clauses: Clause[]): Clause[] {
  const result: Clause[] = [];
  let negated = false;
  for (const clause of clauses) {
    const { kind } = clause;
    const previous = result.at(-1);
    const reached: boolean = negated && !clause.fresh;
    negated = reached || isNegative(clause);
    const doubted = previous === undefined || !isUnclear(clause) ? null : withDoubt(previous, clause);
    if (doubted !== null) result.splice(-1, 1, ...doubted);
    else if (reached && kind !== "nothing" && kind !== "note") result.push(doubtAbout(clause, true));
    else result.push(belongsTo(clause, result) ? doubtAbout(clause, false) : clause);
  }
  return result;
}

/** Whether a clause says that something is not to be. */
function isNegative(clause: Clause): boolean {
  return clause.kind === "nothing" || (clause.kind === "doubt" && clause.negated);
}

/** Whether words may be a part of what was said before them: of a link, or of a change: `Make it red. Twice.` */
function belongsTo(clause: Clause, before: Clause[]): boolean {
  if (before.at(-1)?.kind === "links" && isAboutIt(clause)) return true;
  const isLoose = clause.kind === "note" && !clause.tells;
  return isLoose && before.some(({ kind }) => kind === "set" || kind === "links");
}

function doubtAbout({ from, fresh }: Clause, negated: boolean): Clause {
  return { kind: "doubt", target: null, negated, from, fresh };
}

/** `Stay calm and keep it simple` names nothing that could be meant to stay as it is. */
function isUnclear(clause: Clause): boolean {
  if (clause.kind === "nothing") return !isPart(clause.target);
  if (clause.kind === "set") return clause.value === null && clause.left !== "";
  return clause.kind === "doubt" || clause.kind === "note";
}

/** `add a link and make it red`: the link, or the part that it is added to? */
function isAboutIt(clause: Clause): boolean {
  return clause.kind === "set" && clause.target !== null && !isPart(clause.target);
}

/** A text without quotes and the words behind it, which may be a part of it; null for what is no such text. */
function withDoubt(clause: Clause, next: Clause): Clause[] | null {
  if (clause.kind !== "set" || clause.value === null || clause.value.text === null) return null;
  const doubt = sentence("doubt.part-of-text", { words: echo(next.from) });
  // For a text it is the doubt that counts, for a colour what is left over.
  const left = clause.left === "" && next.kind !== "note" ? next.from : clause.left;
  const doubted = { ...clause, value: { ...clause.value, doubt }, left };
  return next.kind === "note" ? [doubted, next] : [doubted];
}
