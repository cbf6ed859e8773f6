import { objectId, type Commit, type GitObject, type TreeEntry } from "./git-objects.ts";

export interface FileInTree {
  mode: string;
  id: string;
}

/** The objects of a repository. */
export class ObjectStore {
  readonly #objects = new Map<string, GitObject>();

  add(object: GitObject): string {
    const id = objectId(object);
    this.#objects.set(id, object);
    return id;
  }

  addBlob(content: Buffer | string): string {
    return this.add({ type: "blob", content: Buffer.from(content) });
  }

  blob(id: string): Buffer | undefined {
    const object = this.#objects.get(id);
    return object?.type === "blob" ? object.content : undefined;
  }

  tree(id: string): TreeEntry[] | undefined {
    const object = this.#objects.get(id);
    return object?.type === "tree" ? object.entries : undefined;
  }

  commit(id: string): Commit | undefined {
    const object = this.#objects.get(id);
    return object?.type === "commit" ? object.commit : undefined;
  }

  /** The tree with one file set, or removed with `null`; folders come and go with their files. */
  withFile(tree: string | null, path: string, file: FileInTree | null): string | null {
    const [name = "", ...rest] = path.split("/");
    const entries = (tree === null ? [] : (this.tree(tree) ?? [])).filter((entry) => entry.name !== name);
    const old = (tree === null ? [] : (this.tree(tree) ?? [])).find((entry) => entry.name === name);
    const entry = rest.length === 0 ? file : this.#folder(old, rest.join("/"), file);
    const all = entry === null ? entries : [...entries, { name, ...entry }];
    return all.length === 0 ? null : this.add({ type: "tree", entries: all });
  }

  #folder(old: TreeEntry | undefined, rest: string, file: FileInTree | null): FileInTree | null {
    const id = this.withFile(old?.mode === "040000" ? old.id : null, rest, file);
    return id === null ? null : { mode: "040000", id };
  }

  /** All files of a tree by their paths. */
  files(tree: string, folder = ""): Map<string, FileInTree> {
    const files = new Map<string, FileInTree>();
    for (const { mode, name, id } of this.tree(tree) ?? []) {
      if (mode !== "040000") files.set(folder + name, { mode, id });
      else this.files(id, `${folder}${name}/`).forEach((file, path) => files.set(path, file));
    }
    return files;
  }

  /** A commit and all before it, the newest first. */
  history(id: string): string[] {
    const seen = new Set<string>();
    const queue = [id];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(...(this.commit(next)?.parents ?? []));
    }
    return [...seen];
  }
}
