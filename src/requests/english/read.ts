import type { Clause, SetClause } from "./clause.ts";
import { readClause } from "./read-clause.ts";
import { skipLead } from "./lead.ts";
import { opened } from "./envelope.ts";
import { skipPoliteness } from "./politeness.ts";
import { isPart, readReference } from "./reference.ts";
import { type Segment, segmentsOf } from "./segments.ts";
import { type Reference, Source, type Span } from "./source.ts";
import { noteOf } from "./set-clause.ts";
import { tokenise } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { ADD, SETTING } from "./verbs.ts";
import { phrasesIn } from "./words.ts";
import { sentence } from "#src/words/sentence.ts";
import { echo } from "#src/requests/naming.ts";

/** Reads plain words: each instruction in them, in their order. */
export function readWords(words: string, vocabulary: Vocabulary): Clause[] {
  const source = new Source(words, vocabulary, tokenise(opened(words)));
  const segments = segmentsOf(source);
  source.isOrdered = segments.some((segment) => asksAgain(source, segment));
  const clauses: Clause[] = [];
  let negated = false;
  let behind = 0;
  for (const segment of segments) {
    const isAlternative = /\bn?or\b/.test(source.lineFrom(behind, segment.start));
    for (const clause of readSegment(source, segment, clauses))
      negated = add(clauses, isAlternative ? { ...clause, alternative: true } : clause, negated);
    behind = segment.end;
  }
  return clauses.some(hasValue) ? clauses.map(asHeading) : clauses.map(asDoubt);
}

/** `Fwd: opening times`: what only names a part, and has another wish below it, says what that is about. */
function asHeading(clause: Clause, at: number, all: Clause[]): Clause {
  const isName = isTopic(clause) && clause.from.toLowerCase().replace(/[.:]$/, "") === clause.target?.from;
  const [note] = isName && all.slice(at + 1).some(hasValue) ? noteOf(clause.from) : [];
  return note ?? clause;
}

/** Where nothing is asked for, what only tells of a part of the site may be meant as a wish for it. */
function asDoubt(clause: Clause): Clause {
  return clause.kind === "note" && clause.target !== null
    ? { ...doubtAbout(clause, false), target: clause.target }
    : clause;
}

function readSegment(source: Source, segment: Segment, before: Clause[]): Clause[] {
  const { start, end } = segment;
  const opens = before.every(({ kind }) => kind === "note");
  if (!asksAgain(source, segment)) return readClause(source, segment, opens);
  if (before.some(hasValue)) return noteOf(source.wordsBetween(start, end));
  // `Please update:`
  const isBare = skipLead(source, start, end) === end - 1 && source.mark(end) === ":";
  return isBare ? [] : readClause(source, segment, opens);
}

const hasValue = ({ kind, ...more }: Clause): boolean =>
  kind === "links" || ("value" in more && more.value !== null);

const AGAIN = phrasesIn("pointing-back", "determiners", "places", "generic");

/** `please update it on the site`, `fix the number`: says once more that what was said is to be done, and nothing else. */
function asksAgain(source: Source, { start, end }: Span): boolean {
  const first = skipLead(source, start, end);
  const verb = source.verb(first);
  // What is undone or hidden is not as it was said.
  if (!SETTING.has(verb) && !ADD.has(verb) && verb !== "fix") return false;
  let at = first + 1;
  for (let length = 1; length > 0 && at < end; at += length) {
    const place = readReference(source, at);
    const located = place?.located === true && place.property === null ? place.end - at : 0;
    length = Math.max(located, source.phrase(at, AGAIN), skipPoliteness(source, at, end) - at);
  }
  return at >= end;
}

/**
 * Adds a clause to those before it, with what they say about each other: what it is about, how far `don't` reaches, and
 * where a text without quotes ends. Returns whether a `don't` reaches on to the next one.
 */
function add(clauses: Clause[], said: Clause, negated: boolean): boolean {
  const clause = isAboutIt(said) ? aboutTopic(clauses, said) : said;
  const isReached = negated && !clause.fresh && clause.kind !== "nothing";
  const doubted = withDoubt(clauses.at(-1), clause);
  if (doubted !== null) clauses.splice(-1, 1, ...doubted);
  else if (isReached || belongsTo(clause, clauses)) clauses.push(doubtAbout(clause, isReached));
  else clauses.push(clause);
  return isReached || isNegative(clause);
}

/** What is said of `it`, said of what that means. `Our sidebar is ugly. Make it red.`: no part of the site is named. */
function aboutTopic(clauses: Clause[], said: SetClause): Clause {
  const before = clauses.at(-1);
  const topic = topicOf(before);
  const isNamed = clauses.some(
    (clause) => clause.kind === "place" || ("target" in clause && isPart(clause.target)),
  );
  if (isTopic(before)) clauses.pop();
  else if (before?.kind === "note" && !isNamed) clauses.splice(-1, 1, doubtAbout(before, false));
  return topic === null ? said : { ...said, target: topic, fresh: true };
}

/**
 * What `it` means behind a clause: the part that it only names (`the button on the start page, make it say “Go”`), or tells
 * something of (`The footer text has a typo, it should be “Hi”`).
 */
function topicOf(clause: Clause | undefined): Reference | null {
  if (isTopic(clause)) return clause.target;
  // `We hung a lamp in the header. Make it red.` may be about the lamp.
  const isSubject =
    clause?.kind === "note" && clause.from.toLowerCase().startsWith(clause.target?.from ?? " ");
  return isSubject ? clause.target : null;
}

/** What only names a part of the site. */
function isTopic(clause: Clause | undefined): clause is SetClause {
  return clause?.kind === "set" && clause.value === null && clause.left === "" && isPart(clause.target);
}

/** Whether a clause says that something is not to be. */
function isNegative(clause: Clause): boolean {
  return clause.kind === "nothing" || (clause.kind === "doubt" && clause.negated);
}

/** Whether words may be a part of what was said before them: of a link, or of a change: `Make it red. Twice.` */
function belongsTo(clause: Clause, before: Clause[]): boolean {
  if (before.at(-1)?.kind === "links" && isAboutIt(clause)) return true;
  const isLoose = clause.kind === "note" && !clause.tells;
  return isLoose && before.some(hasValue);
}

function doubtAbout({ from, fresh }: Clause, negated: boolean): Clause & { kind: "doubt" } {
  return { kind: "doubt", target: null, negated, from, fresh };
}

/** `Stay calm and keep it simple` names nothing that could be meant to stay as it is. */
function isUnclear(clause: Clause): boolean {
  if (clause.kind === "nothing") return !isPart(clause.target);
  if (clause.kind === "set") return clause.value === null && clause.left !== "";
  return clause.kind === "doubt" || clause.kind === "note";
}

/** `add a link and make it red`: the link, or the part that it is added to? */
function isAboutIt(clause: Clause): clause is SetClause {
  return clause.kind === "set" && clause.target !== null && !isPart(clause.target);
}

/** A text without quotes and the unclear words behind it, which may be a part of it; null for what is no such text. */
function withDoubt(clause: Clause | undefined, next: Clause): Clause[] | null {
  if (clause?.kind !== "set" || clause.value === null || clause.value.text === null || !isUnclear(next))
    return null;
  const doubt = sentence("doubt.part-of-text", { words: echo(next.from) });
  // For a text it is the doubt that counts, for a colour what is left over.
  const left = clause.left === "" && next.kind !== "note" ? next.from : clause.left;
  const doubted = { ...clause, value: { ...clause.value, doubt }, left };
  return next.kind === "note" ? [doubted, next] : [doubted];
}
