const LONGEST = 40;

/** The name that was most likely meant by a mistyped one, or null when none is near. */
export function nearest(typed: string, names: string[]): string | null {
  const word = typed.toLowerCase();
  if (word.length < 2 || word.length > LONGEST) return null;
  const most = Math.max(1, Math.floor(word.length / 3));
  const near = names
    .filter((name) => name.length <= LONGEST)
    .map((name) => ({ name, distance: distance(word, name.toLowerCase()) }))
    .filter((each) => each.distance <= most)
    .toSorted((left, right) => left.distance - right.distance);
  return near[0]?.name ?? names.find((name) => begins(name.toLowerCase(), word)) ?? null;
}

/**
 * The word that was mistyped by a slip of the finger: letters swapped, left out, doubled or, in a long word, another one.
 * Stricter than `nearest`, because here nothing says that the word is mistyped at all.
 */
export function slip(typed: string, words: string[]): string | null {
  if (typed.length < 3 || typed.length > LONGEST) return null;
  return words.find((word) => word.charAt(0) === typed.charAt(0) && isSlip(typed, word)) ?? null;
}

function isSlip(typed: string, word: string): boolean {
  const longer = typed.length - word.length;
  if (Math.abs(longer) > 1 || word.length < 3 || typed === `${word}d`) return false;
  const away = distance(typed, word);
  if (away > 1) return away === 2 && typed.length >= 8;
  if (longer !== 0) return typed.length >= 5;
  return typed.length >= 6 || lettersOf(typed) === lettersOf(word);
}

function lettersOf(word: string): string {
  return Array.from(word).toSorted().join("");
}

/** `nav` for `navbar`: too many letters are missing for a slip, and yet it is plain what is meant. */
function begins(name: string, word: string): boolean {
  return word.length >= 3 && (name.startsWith(word) || (name.length >= 3 && word.startsWith(name)));
}

/** How many letters have to be changed, added, left out or swapped with their neighbour. */
function distance(left: string, right: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (beforePrevious[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
