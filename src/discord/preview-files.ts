import { createHash } from "node:crypto";
import { type Change, sentenceOf, subjectOf } from "#src/site/edit.ts";
import { addressNotes, outsideAddresses } from "#src/site/shown-address.ts";
import { limits } from "./text.ts";
import { english } from "#src/words/english.ts";

/** A file that is attached to a message: a text in UTF-8, or a picture that is known by its Git blob id. */
export type MessageFile = TextFile | PictureFile;

interface TextFile {
  name: string;
  content: string;
}

export interface PictureFile {
  name: string;
  content: Uint8Array<ArrayBuffer>;
  content_type: string;
  version: string;
  /** What people read who do not see it. */
  description?: string;
}

/** What a message has attached: these files, or the ones of ours that it has already. */
export type Attached = MessageFile[] | "kept";

/** The pictures of the live page before and after a change. They are beside a preview, and no part of what it shows whole. */
export const sketchNames = { now: "sketch-now.png", asked: "sketch-as-asked.png" } as const;

export const isSketch = (name: string): boolean => name === sketchNames.now || name === sketchNames.asked;

/** The names of the texts of a preview; beside them, only pictures are ever attached by us. */
const previewFileNames = { diff: "change.diff", changes: "changes.txt" } as const;

/**
 * All of a change as files, for a preview that does not fit into its message. The same change makes the same bytes, whoever
 * asked for it and whichever release makes them: so their words are English.
 * @param notes the words of the request about which nothing is done
 */
export const previewFiles = (changes: Change[], diff: string, notes: string[] = []): TextFile[] => [
  { name: previewFileNames.diff, content: diff },
  { name: previewFileNames.changes, content: changesText(changes, notes) },
];

/**
 * Whether Discord takes the files with a message.
 * @param most of each file, in bytes; without it, what Discord takes wherever the message is
 */
export const areAttachable = (files: MessageFile[], most: number = limits.fileBytes): boolean =>
  files.length <= limits.files && files.every(({ content }) => Buffer.byteLength(content) <= most);

/** Each once: a picture that stands in two folders of a site has one name, and one content. */
export const eachOnce = <File extends MessageFile>(files: File[]): File[] => [
  ...new Map(files.map((file) => [file.name, file])).values(),
];

/** SHA-256, in hex, over the names of files and their contents, or the ids of those. */
export const filesDigest = (files: MessageFile[]): string =>
  createHash("sha256")
    .update(
      JSON.stringify(files.map((file) => [file.name, "version" in file ? [file.version] : file.content])),
    )
    .digest("hex");

function changesText(changes: Change[], notes: string[]): string {
  const addresses = outsideAddresses(changes).map((address) => {
    const note = addressNotes(address).map(english.told).join("; ");
    return `  ${address}${note ? `  (${note})` : ""}\n`;
  });
  const heading =
    addresses.length > 0 ? [`Addresses of other sites that this adds:\n${addresses.join("")}`] : [];
  const undone = notes.map((note) => valueLines("- ", note).join("\n"));
  const ending = undone.length > 0 ? [`I did nothing about:\n${undone.join("\n")}\n`] : [];
  return [...heading, ...changes.map(changeText), ...ending].join("\n");
}

const changeText = (change: Change, at: number): string =>
  [
    ...valueLines(`${at + 1}. `, sentenceOf(change) ?? subjectOf(change), ""),
    ...(change.before === null ? [] : valueLines("before: ", change.before)),
    ...(change.after === "" && change.said !== undefined ? [] : valueLines("after:  ", change.after)),
  ]
    .map((line) => `${line}\n`)
    .join("");

/** Every line of a value under the first, so that no line of it passes for one of ours. */
const valueLines = (name: string, value: string, indent = "   "): string[] =>
  value.split(/\r\n|[\r\n\u2028\u2029]/).map((line, at) => `${indent}${at === 0 ? name : "        "}${line}`);
