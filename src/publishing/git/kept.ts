import { Memory, type Shelf } from "#src/publishing/memory.ts";

/** What a tree says of a file. */
export interface Entry {
  mode: string;
  version: string;
  /** In bytes. */
  size: number;
}

/** What a process keeps of a repository between steps of work: only what has an id that Git made from its content. */
export interface Kept {
  /** By the commit and the path. */
  entries: Shelf<Entry>;
  blobs: Shelf<Buffer>;
}

export function keep(memory = new Memory()): Kept {
  return {
    entries: memory.shelf("entry", () => 200),
    blobs: memory.shelf("blob", (content) => content.length),
  };
}
