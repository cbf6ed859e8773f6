import { parsePattern, type Pattern } from "./parse-pattern.ts";

/** A state of the automaton: what it needs to go on, and where to. The last state has nothing after it. */
type State =
  | { kind: "character"; test: RegExp; next: number }
  | { kind: "place"; holds: (before: string, after: string) => boolean; next: number }
  | { kind: "fork"; next: number[] }
  | { kind: "end" };

/**
 * Whether a pattern matches the whole of a value, in time that grows with the length of the value and never faster: all
 * ways to match are followed at once, one character after the other. What cannot be matched like that matches nothing:
 * a site's mistake must not let everything through.
 */
export function matchesPattern(pattern: string, value: string): boolean {
  const parsed = parsePattern(pattern);
  return parsed.ok && run(automatonOf(parsed.pattern), value);
}

interface Automaton {
  states: State[];
  start: number;
}

function run({ states, start }: Automaton, value: string): boolean {
  const characters = Array.from(value);
  let current = [start];
  for (let at = 0; at <= characters.length; at += 1) {
    const after = characters[at] ?? "";
    const reached = reachable(states, current, { before: characters[at - 1] ?? "", after });
    if (at === characters.length) return reached.some(({ kind }) => kind === "end");
    current = step(reached, after);
  }
  return false;
}

function step(reached: State[], character: string): number[] {
  const known = new Map<string, boolean>();
  const next = new Set<number>();
  for (const state of reached) {
    if (state.kind !== "character" || next.has(state.next)) continue;
    const { source } = state.test;
    const matches = known.get(source) ?? state.test.test(character);
    known.set(source, matches);
    if (matches) next.add(state.next);
  }
  return [...next];
}

/** All states that can be reached without taking a character; each is visited once. */
function reachable(states: State[], from: number[], place: { before: string; after: string }): State[] {
  const seen = new Set(from);
  for (const index of seen) {
    const state = states[index];
    if (state?.kind === "fork") for (const next of state.next) seen.add(next);
    if (state?.kind === "place" && state.holds(place.before, place.after)) seen.add(state.next);
  }
  return [...seen].flatMap((index) => states[index] ?? []);
}

const isWord = (character: string): boolean => /^\w$/.test(character);
const isEdge = (before: string, after: string): boolean => isWord(before) !== isWord(after);
const PLACES = {
  "^": (before: string): boolean => before === "",
  $: (_before: string, after: string): boolean => after === "",
  "\\b": isEdge,
  "\\B": (before: string, after: string): boolean => !isEdge(before, after),
};

/** Thompson's construction, from the end to the start: each part is given the state that follows it. */
function automatonOf(pattern: Pattern): Automaton {
  const states: State[] = [{ kind: "end" }];
  const add = (state: State): number => states.push(state) - 1;
  const build = (part: Pattern, next: number): number => {
    switch (part.kind) {
      case "character":
        return add({ kind: "character", test: part.test, next });
      case "place":
        return add({ kind: "place", holds: PLACES[part.written], next });
      case "sequence":
        return part.parts.reduceRight((after, each) => build(each, after), next);
      case "choice":
        return add({ kind: "fork", next: part.parts.map((each) => build(each, next)) });
      case "repeat":
        return repeat(part, next);
    }
  };
  const repeat = ({ part, least, most }: Extract<Pattern, { kind: "repeat" }>, next: number): number => {
    let start = next;
    if (most === Infinity) {
      const loop: State & { kind: "fork" } = { kind: "fork", next: [next] };
      start = add(loop);
      loop.next.push(build(part, start));
    } else {
      for (let count = least; count < most; count += 1)
        start = add({ kind: "fork", next: [next, build(part, start)] });
    }
    for (let count = 0; count < least; count += 1) start = build(part, start);
    return start;
  };
  return { states, start: build(pattern, 0) };
}
