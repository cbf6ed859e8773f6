/**
 * Every stored item has a shape, and every shape a number: the attribute `shape`, absent in shape 1. This is the newest
 * shape that this code understands. A newer item was written by a later release while both were running. Only that
 * release may change it, and the condition of every write makes sure of that.
 *
 * Shape 2 is a conversation whose request does more to a list than add links to it, shape 3 one whose request changes
 * several sections; their records have it too. All others are written as shape 1.
 *
 * Shape 4 is what has to do with approvals: a conversation that asked for some, its record, and a site that asks for some.
 *
 * Shape 5 is a conversation that publishes pictures, and its record.
 *
 * To change a shape takes two releases. The first raises this number and reads both shapes; the second, once the first is
 * everywhere, writes the new one. ElectroDB's own version of a model stays "1": it is stored, but checked by nothing.
 */
export const KNOWN_SHAPE = 5;

/** The shape of a conversation that asked for approvals, and of a site that asks for some. */
export const SHAPE_OF_APPROVALS = 4;

/** The shape of a conversation that publishes pictures. */
export const SHAPE_OF_PICTURES = 5;

/** The attribute, in every entity. */
export const shapeAttribute = { shape: { type: "number" } } as const;

interface Operations<Attribute> {
  notExists(attribute: Attribute): string;
  lte(attribute: Attribute, value: number): string;
}

/** The write condition that refuses an item newer than this code. It stands alone or is joined to others by `AND`. */
export const hasKnownShape = <Attribute>(item: { shape: Attribute }, is: Operations<Attribute>): string =>
  `(${is.notExists(item.shape)} OR ${is.lte(item.shape, KNOWN_SHAPE)})`;

/** Whether an unmarshalled item of the table has a newer shape than this code knows. */
export const isNewerShape = ({ shape = 1 }: { shape?: unknown }): boolean =>
  typeof shape !== "number" || shape > KNOWN_SHAPE;
