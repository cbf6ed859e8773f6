/** A pattern as a tree. Only what can be matched in one pass over a value is in it. */
export type Pattern =
  /** One character, by a regular expression that is tried on that character alone. */
  | { kind: "character"; test: RegExp }
  /** A place between two characters (`^`, `$`, `\b`). */
  | { kind: "place"; written: Place }
  | { kind: "sequence"; parts: Pattern[] }
  | { kind: "choice"; parts: Pattern[] }
  | { kind: "repeat"; part: Pattern; least: number; most: number };

type Place = "^" | "$" | "\\b" | "\\B";

export type ParsedPattern = { ok: true; pattern: Pattern } | { ok: false; problem: string };

/** Each copy of a repeated part costs work for every character of a value. */
const MOST_STATES = 1_000;

/**
 * Reads the regular expression of a site. Looking around and referring back cannot be matched in linear time and are
 * refused. The problem is told to be read after the path of the pattern.
 */
export function parsePattern(written: string): ParsedPattern {
  try {
    RegExp(`^(?:${written})$`, "u");
  } catch {
    return problem(
      "is not a regular expression: correct it (a literal . * + ? ( ) [ ] needs a \\ before it)",
    );
  }
  const refused = unsupported(written);
  if (refused !== null) return problem(refused);
  const reader = { tokens: tokensOf(written), at: 0 };
  const pattern = readChoice(reader);
  if (sizeOf(pattern) > MOST_STATES)
    return problem(`repeats too much: all its parts, counted as often as they repeat, may be ${MOST_STATES}`);
  return { ok: true, pattern };
}

/** A class, an escape, the opening of a group, how often something repeats, or one character. */
const TOKEN =
  /\[(?:\\[^]|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\dA-Fa-f]{4}(?:\\u[\dA-Fa-f]{4})?|x[\dA-Fa-f]{2}|c[A-Za-z]|k<[^>]*>|\d+|[^])|\((?:\?(?:<?[=!]|<[^>]*>|[^:)]*:))?|(?:[*+?]|\{\d+(?:,\d*)?\})\??|[^]/gu;

function tokensOf(written: string): string[] {
  return written.match(TOKEN) ?? [];
}

function unsupported(written: string): string | null {
  const tokens = tokensOf(written);
  if (tokens.some((token) => /^\(\?<?[=!]/.test(token)))
    return "looks ahead or behind ((?=…), (?<!…)), which could take too long: leave that out";
  if (tokens.some((token) => /^\\(?:[1-9]|k<)/.test(token)))
    return "refers back to a group (\\1), which could take too long: write that part again";
  return tokens.some((token) => /^\(\?[a-z-]+:/.test(token))
    ? "switches flags ((?i:…)), which is not supported: write both cases, for example [Aa]"
    : null;
}

interface Reader {
  tokens: string[];
  at: number;
}

function readChoice(reader: Reader): Pattern {
  const parts = [readSequence(reader)];
  while (reader.tokens[reader.at] === "|") {
    reader.at += 1;
    parts.push(readSequence(reader));
  }
  return { kind: "choice", parts };
}

function readSequence(reader: Reader): Pattern {
  const parts: Pattern[] = [];
  for (let token = reader.tokens[reader.at]; isPart(token); token = reader.tokens[reader.at]) {
    reader.at += 1;
    parts.push(repeated(reader, token.startsWith("(") ? readGroup(reader) : single(token)));
  }
  return { kind: "sequence", parts };
}

function isPart(token: string | undefined): token is string {
  return token !== undefined && token !== "|" && token !== ")";
}

function readGroup(reader: Reader): Pattern {
  const inside = readChoice(reader);
  reader.at += 1;
  return inside;
}

function single(token: string): Pattern {
  if (token === "^" || token === "$" || token === "\\b" || token === "\\B")
    return { kind: "place", written: token };
  return { kind: "character", test: new RegExp(`^(?:${token})$`, "u") };
}

const TIMES = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??$/;
const SIGNS: Record<string, [number, number]> = { "*": [0, Infinity], "+": [1, Infinity], "?": [0, 1] };

function repeated(reader: Reader, part: Pattern): Pattern {
  const times = TIMES.exec(reader.tokens[reader.at] ?? "");
  if (times === null) return part;
  reader.at += 1;
  const [, sign, least = "0", comma, most] = times;
  const [low, high] = SIGNS[sign ?? ""] ?? [Number(least), comma ? Number(most || Infinity) : Number(least)];
  return { kind: "repeat", part, least: low, most: high };
}

/** How many states its automaton has. */
function sizeOf(pattern: Pattern): number {
  switch (pattern.kind) {
    case "character":
    case "place":
      return 1;
    case "sequence":
    case "choice":
      return pattern.parts.reduce((sum, part) => sum + sizeOf(part), 1);
    case "repeat": {
      const { part, least, most } = pattern;
      return 1 + (sizeOf(part) + 1) * Math.max(1, least, Number.isFinite(most) ? most : least + 1);
    }
  }
}

function problem(text: string): { ok: false; problem: string } {
  return { ok: false, problem: text };
}
