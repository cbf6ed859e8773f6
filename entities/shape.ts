/**
 * What is stored has a shape, and every shape a number: the attribute `shape`, which is absent in the first. This is the
 * newest shape that this code understands. What is newer was written by a later release while both were running, and is
 * that release's to change: the condition of every write says so.
 *
 * Shape 2 is a conversation whose request does more to a list than add links to it; its record has it too. All others are
 * written as shape 1.
 *
 * To change a shape takes two releases. The first raises this number and reads both shapes; the second, once the first is
 * everywhere, writes the new one. ElectroDB's own version of a model stays "1": it is stored, but checked by nothing.
 */
export const KNOWN_SHAPE = 2;

/** The attribute, in every entity. */
export const shapeAttribute = { shape: { type: "number" } } as const;

interface Operations<Attribute> {
  notExists(attribute: Attribute): string;
  lte(attribute: Attribute, value: number): string;
}

/** The condition of a write that what it changes is no newer than this code; alone, or joined with others by `AND`. */
export const hasKnownShape = <Attribute>(item: { shape: Attribute }, is: Operations<Attribute>): string =>
  `(${is.notExists(item.shape)} OR ${is.lte(item.shape, KNOWN_SHAPE)})`;

/** Whether an item of the table, as unmarshalled, is newer than this code. */
export const isNewerShape = ({ shape = 1 }: { shape?: unknown }): boolean =>
  typeof shape !== "number" || shape > KNOWN_SHAPE;
