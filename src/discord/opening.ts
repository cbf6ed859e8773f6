/**
 * What a form or a select was opened for that begins a request: a section of the site, or a message. Its custom id names the
 * section by its id, or what is stored of the message and how many pictures it has.
 */
export type Opening =
  | { opens: "section"; section: string }
  | { opens: "message"; conversation_id: string; images: number };

const OF_SECTION = /^section:([a-z0-9-]{1,32})$/;
const OF_MESSAGE = /^message:(\d{1,20}):(\d)$/;

export const openingIdOf = (opening: Opening): string =>
  opening.opens === "section"
    ? `section:${opening.section}`
    : `message:${opening.conversation_id}:${opening.images}`;

/** Null when a custom id is not one of these. */
export function readOpeningId(customId: string): Opening | null {
  const [, section] = OF_SECTION.exec(customId) ?? [];
  if (section !== undefined) return { opens: "section", section };
  const [, conversation_id, images] = OF_MESSAGE.exec(customId) ?? [];
  return conversation_id === undefined ? null : { opens: "message", conversation_id, images: Number(images) };
}
