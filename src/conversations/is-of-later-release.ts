import { isNewerShape } from "#entities/shape.ts";

/** Whether a later release stored an item of the table, as unmarshalled: what it holds cannot be read here. */
export const isOfLaterRelease = (item: Record<string, unknown>): boolean => isNewerShape(item);
