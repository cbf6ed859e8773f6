import { describe, expect, test } from "vitest";
import { Memory } from "#src/publishing/memory.ts";

const bytesOf = (text: string) => text.length;

describe("a memory", () => {
  test("keeps what it has room for, and lets go first of what was not used for longest", () => {
    const shelf = new Memory(32).shelf("a", bytesOf);
    shelf.keep("1", "x".repeat(9));
    shelf.keep("2", "y".repeat(9));
    shelf.keep("3", "z".repeat(9));
    expect(shelf.get("1")).toBe("x".repeat(9));
    shelf.keep("4", "w".repeat(9));
    expect(["1", "2", "3", "4"].filter((key) => shelf.get(key) !== undefined)).toEqual(["1", "3", "4"]);
  });

  test("has one bound for all of its shelves, which share nothing", () => {
    const memory = new Memory(32);
    const [one, other] = [memory.shelf("one", bytesOf), memory.shelf("other", bytesOf)];
    one.keep("1", "x".repeat(20));
    expect(other.get("1")).toBeUndefined();
    other.keep("1", "y".repeat(20));
    expect([one.get("1"), other.get("1")]).toEqual([undefined, "y".repeat(20)]);
  });

  test("does not count twice what is kept again, and nothing that was forgotten", () => {
    const shelf = new Memory(32).shelf("a", bytesOf);
    for (let time = 0; time < 9; time += 1) shelf.keep("1", "x".repeat(15));
    shelf.keep("2", "y".repeat(13));
    expect(shelf.get("1")).toBeDefined();
    shelf.forget("1");
    shelf.keep("3", "z".repeat(15));
    expect([shelf.get("1"), shelf.get("2"), shelf.get("3")].map(Boolean)).toEqual([false, true, true]);
  });

  test("does not keep what is larger than all of its room", () => {
    const shelf = new Memory(32).shelf("a", bytesOf);
    shelf.keep("1", "x".repeat(33));
    expect(shelf.get("1")).toBeUndefined();
  });
});
