import type { Publication, Publisher } from "#src/publishing/publisher.ts";

/** A place to publish to, as the person sees it who looks after the site. Base branch: `main`. */
export interface PublishingWorld {
  /** A publisher as a new process would make it. */
  publisher(options?: { baseBranch?: string; repository?: "missing" }): Publisher;
  /** A commit by somebody else; `null` removes the file. */
  commit(branch: string, path: string, content: string | null): Promise<void>;
  /** All branches but `main`. */
  branches(): Promise<string[]>;
  /** The commits of a branch that `main` does not have, the newest first. */
  commits(branch: string): Promise<SeenCommit[]>;
  head(branch: string): Promise<string>;
  file(branch: string, path: string): Promise<{ mode: string; content: Buffer } | null>;
  /** The paths in which two branches differ. */
  difference(one: string, other: string): Promise<string[]>;
  createBranch(branch: string): Promise<void>;
  deleteBranch(branch: string): Promise<void>;
  merge(branch: string): Promise<void>;
  close(): Promise<void>;
}

export interface SeenCommit {
  id: string;
  parents: string[];
  message: string;
  author: string;
  /** ISO 8601, UTC. */
  date: string;
}

/** What every world has on `main` at first. */
export const HEADER = "src/components/Header.jsx";
export const FIRST_FILES: { path: string; mode: string; content: string }[] = [
  { path: HEADER, mode: "100644", content: "export const Header = () => <h1>Hello</h1>;\n" },
  { path: "src/components/Footer.jsx", mode: "100644", content: "export const Footer = () => <p>Bye</p>;\n" },
  { path: "executable.html", mode: "100755", content: "<p>Hello</p>\n" },
  { path: "link.jsx", mode: "120000", content: HEADER },
  { path: "linked", mode: "120000", content: "src/components" },
  { path: "large.json", mode: "100644", content: `"${"x".repeat(1_000_000)}"` },
];
export const SUBMODULE = { path: "module", commit: "1234567890123456789012345678901234567890" };

export const CHANGED = "export const Header = () => <h1>Welcome</h1>;\n";

/** What a file is changed to; no two files get the same. */
export const changedTo = (path: string): string => (path === HEADER ? CHANGED : `${path} says: Welcome\n`);

/** A picture that is added in a folder of its own: bytes that are no text, and more than one packet of them. */
export const PICTURE = {
  path: "public/images/pier-1a2b3c4d.webp",
  content: Buffer.concat([
    Buffer.from("RIFF\0\0\0\0WEBP"),
    Buffer.from(Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7919) % 256)),
  ]),
};

/** The same as bytes; of a picture it is all there is. */
export const contentOf = (path: string): Buffer =>
  path === PICTURE.path ? PICTURE.content : Buffer.from(changedTo(path));

/** Every path that a publication touches, in the order of Git. */
export const pathsOf = ({ paths, adds = [] }: Publication): string[] => [...paths, ...adds].toSorted();

const threeFiles = () =>
  publication({
    paths: [HEADER, "src/components/Footer.jsx", "executable.html"],
    section_labels: ["Header", "Footer", "Page"],
    changes: ["Header", "Footer", "Page"].map((section) => ({
      section,
      label: "Text",
      before: "Hello",
      after: "Welcome",
    })),
  });

/** A publication of one file, one of three in different folders, one of them executable, and one with a picture. */
export const publications = () => ({
  "one file": publication(),
  "three files": threeFiles(),
  "three files and a picture": { ...threeFiles(), adds: [PICTURE.path] },
});
/** What is published while processes are killed: the least, and the most. */
export const extents = ["one file", "three files and a picture"] as const;

/** A publication like those that people confirm. */
export function publication(difference: Partial<Publication> = {}): Publication {
  return {
    conversation_id: "1380000000000000001",
    branch: "ux-update/header-1380000000000000001",
    paths: [HEADER],
    section_labels: ["Header"],
    asked: "please say welcome in the header",
    changes: [{ label: "Text", before: "Hello", after: "Welcome" }],
    user: { id: "80351110224678912", name: "Ada" },
    confirmed_at: "2026-11-22T10:15:30.250Z",
    ...difference,
  };
}
