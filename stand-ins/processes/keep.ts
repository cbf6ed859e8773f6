import { DatabaseSync } from "node:sqlite";

/** Where maps are kept that outlive this process, however it ends: each change is in the file when the call returns. */
export class Keep {
  readonly #file: DatabaseSync;

  constructor(file: string) {
    this.#file = new DatabaseSync(file);
    // What the operating system has taken survives the end of a process; only a power cut may take the last changes along.
    this.#file.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
    this.#file.exec(
      "CREATE TABLE IF NOT EXISTS entries (map TEXT, name TEXT, value TEXT, PRIMARY KEY (map, name)) STRICT, WITHOUT ROWID",
    );
  }

  /** The map of a name, with what was in it before. A value is JSON, or has bytes in it; one that is changed is set again. */
  map<V>(name: string): Map<string, V> {
    return new KeptMap<V>(this.#file, name);
  }

  close(): void {
    this.#file.close();
  }
}

class KeptMap<V> extends Map<string, V> {
  readonly #write: (name: string, value: string) => void;
  readonly #remove: (name: string) => void;

  constructor(file: DatabaseSync, map: string) {
    super();
    const write = file.prepare("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)");
    const remove = file.prepare("DELETE FROM entries WHERE map = ? AND name = ?");
    this.#write = (name, value) => void write.run(map, name, value);
    this.#remove = (name) => void remove.run(map, name);
    const all = file.prepare("SELECT name, value FROM entries WHERE map = ? ORDER BY name").all(map);
    for (const { name, value } of all) super.set(String(name), JSON.parse(String(value), toBytes));
  }

  override set(name: string, value: V): this {
    this.#write?.(name, JSON.stringify(value, fromBytes));
    return super.set(name, value);
  }

  override delete(name: string): boolean {
    this.#remove(name);
    return super.delete(name);
  }
}

const BYTES = "$bytes";

const fromBytes = (_name: string, value: unknown): unknown =>
  value instanceof Uint8Array ? { [BYTES]: Buffer.from(value).toString("base64") } : value;

const toBytes = (_name: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && BYTES in value
    ? new Uint8Array(Buffer.from(String(value[BYTES]), "base64"))
    : value;
