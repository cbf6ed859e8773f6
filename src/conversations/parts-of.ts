import type { Part, Updates } from "#src/site/catalogue.ts";
import type { Base, Image } from "./conversation.ts";

/** Everything that a request is to change: the first section and the further ones. */
export const partsOf = ({
  section,
  updates,
  parts = [],
}: {
  section: string;
  updates: Updates;
  parts?: Part[] | undefined;
}): Part[] => [{ section, updates }, ...parts];

/** The same parts as the attributes that hold them; undefined when there is none. */
export const heldAs = ([first, ...parts]: Part[]): (Part & { parts?: Part[] }) | undefined =>
  first && { ...first, ...(parts.length > 0 ? { parts } : {}) };

/** All files that a preview was made from, with the versions they had. */
export const filesIn = ({
  file,
  version,
  files = [],
}: Pick<Base, "file" | "version" | "files">): [BaseFile, ...BaseFile[]] => [{ file, version }, ...files];

type BaseFile = Pick<Base, "file" | "version">;

/** The files that a preview made of attached pictures, each once. */
export const picturesIn = (images: Image[]): NonNullable<Image["used"]> => [
  ...new Map(images.flatMap(({ used = [] }) => used).map((file) => [file.path, file])).values(),
];

/** Whether a preview made something of one of the attached pictures. */
export const hasPictures = (images: Image[]): boolean => images.some(({ used }) => used);

/** What the sections of a preview are called, in the order of its changes. */
export function sectionLabelsIn({
  section_label,
  changes,
}: Pick<Base, "section_label" | "changes">): string[] {
  return [...new Set([section_label, ...changes.flatMap(({ section }) => section ?? [])])];
}
