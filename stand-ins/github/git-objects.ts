import { createHash } from "node:crypto";

export interface TreeEntry {
  mode: string;
  name: string;
  id: string;
}

export interface Person {
  name: string;
  email: string;
  /** ISO 8601. */
  date: string;
}

export interface Commit {
  tree: string;
  parents: string[];
  author: Person;
  committer: Person;
  message: string;
}

export type GitObject =
  | { type: "blob"; content: Buffer }
  | { type: "tree"; entries: TreeEntry[] }
  | { type: "commit"; commit: Commit };

/** The id that Git gives an object. */
export function objectId(object: GitObject): string {
  const bytes = encode(object);
  return createHash("sha1").update(`${object.type} ${bytes.length}\0`).update(bytes).digest("hex");
}

/** Entries in Git's order, in which a folder counts as if its name ended with a slash. */
export function sortEntries(entries: TreeEntry[]): TreeEntry[] {
  const key = ({ mode, name }: TreeEntry) => Buffer.from(mode === "040000" ? `${name}/` : name);
  return entries.toSorted((one, other) => Buffer.compare(key(one), key(other)));
}

function encode(object: GitObject): Buffer {
  if (object.type === "blob") return object.content;
  if (object.type === "tree") return Buffer.concat(sortEntries(object.entries).map(encodeEntry));
  return Buffer.from(encodeCommit(object.commit));
}

function encodeEntry({ mode, name, id }: TreeEntry): Buffer {
  return Buffer.concat([Buffer.from(`${mode.replace(/^0/, "")} ${name}\0`), Buffer.from(id, "hex")]);
}

function encodeCommit({ tree, parents, author, committer, message }: Commit): string {
  const lines = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${encodePerson(author)}`,
    `committer ${encodePerson(committer)}`,
  ];
  return `${lines.join("\n")}\n\n${message}`;
}

function encodePerson({ name, email, date }: Person): string {
  return `${name} <${email}> ${Date.parse(date) / 1000} +0000`;
}
