/** What stands for an attached picture in a request: `attached` is the first, `attached2` the second. */
const ATTACHED = /^\s*attached[-_ ]?(\d?)\s*$/i;

/** Which of the attached pictures a value stands for, from 1 on; null when it stands for none. */
export function attachedNumber(value: string): number | null {
  const [found, number] = ATTACHED.exec(value) ?? [];
  return found === undefined ? null : Number(number || 1);
}

/** The value that stands for the attached picture of this number. */
export const attachedValue = (number: number): string => (number === 1 ? "attached" : `attached${number}`);
