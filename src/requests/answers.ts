/** What a person answered, by the id of the question. */
export type Answers = Record<string, string>;

const THANKS = String.raw`(?:[\s,]*(?:please|thanks|thank you))?[\s.!]*$`;
const AGREES =
  "yes|yep|yeah|yup|y|sure|ok|okay|fine|correct|right|exactly|that's (?:it|right|fine|ok)|that is (?:it|right|fine)";
const YES = new RegExp(`^\\s*(?:${AGREES})${THANKS}`, "i");
const NOTHING_ELSE = new RegExp(
  `^\\s*(?:${AGREES}|no|none|nope|nothing(?: else| more)?|no more|that(?:'s| is) all|-|never ?mind(?: that| it)?` +
    `|(?:please |just )*(?:ignore|skip|forget|leave|drop)(?: about)?(?: it| that| this| the rest)?)${THANKS}`,
  "i",
);

/** Whether an answer agrees with what was asked. */
export function isYes(answer: string): boolean {
  return YES.test(answer);
}

/** Whether an answer about what was not understood leaves it out: `no`, `ignore that`, `yes` to what was understood. */
export function leavesOut(answer: string): boolean {
  return NOTHING_ELSE.test(answer);
}
