import { createHash } from "node:crypto";

/** The id that Git gives an object with this content. */
export const objectId = (type: "blob" | "tree", content: Uint8Array): string =>
  createHash("sha1").update(`${type} ${content.length}\0`).update(content).digest("hex");

/** The id that Git gives a file with this content, in a repository of the usual kind. */
export const blobId = (content: Uint8Array): string => objectId("blob", content);
