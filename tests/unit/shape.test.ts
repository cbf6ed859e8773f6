import { describe, expect, it, test } from "vitest";
import {
  dictionary,
  either,
  exactly,
  list,
  matching,
  nullish,
  number,
  object,
  optional,
  text,
  truth,
  unfit,
  usually,
} from "#src/shape.ts";

test.each([
  ["a text", text, ["", "a"], [undefined, null, 1, ["a"]]],
  ["a number", number, [0, -1.5], ["1", Number.NaN, Number.POSITIVE_INFINITY, null]],
  ["true or false", truth, [true, false], [0, "true", null]],
  ["a text of a form", matching(/^\d+$/), ["12"], ["", "1a", 12]],
  ["one value", exactly(2), [2], ["2", 3]],
  ["one of two shapes", either(text, number), ["a", 1], [true, null]],
  ["one that may be missing", optional(text), ["a", undefined], [null, 1]],
  ["one that may be null", nullish(text), ["a", undefined, null], [1]],
  ["a list", list(text), [[], ["a", "b"]], [["a", 1], {}, "ab"]],
  ["a dictionary", dictionary(number), [{}, { a: 1 }], [{ a: "1" }, [1], null]],
])("%s is read as it is, and nothing else is", (_, shape, fitting: unknown[], others: unknown[]) => {
  for (const value of fitting) expect(shape(value)).toEqual(value);
  for (const value of others) expect(shape(value)).toBe(unfit);
});

describe("an object", () => {
  const person = object({ name: text, age: optional(number), roles: usually(list(text), ["guest"]) });

  it("has the fields that were named, and no others", () => {
    expect(person({ name: "Ann", age: 3, roles: [], admin: true })).toEqual({
      name: "Ann",
      age: 3,
      roles: [],
    });
  });

  it("does without what is optional, and gets what is usual anew each time", () => {
    const [one, other] = [person({ name: "Ann" }), person({ name: "Bob" })];
    expect(one).toStrictEqual({ name: "Ann", roles: ["guest"] });
    expect(Reflect.get(Object(one), "roles")).not.toBe(Reflect.get(Object(other), "roles"));
  });

  it.each([[{}], [{ name: "Ann", age: "3" }], [["Ann"]], [null], ["Ann"]])("is not %j", (value) => {
    expect(person(value)).toBe(unfit);
  });
});

it("a dictionary keeps a key that every object has as one of its own", () => {
  const read = dictionary(text)(JSON.parse('{ "__proto__": "a" }'));
  expect(read).not.toBe(unfit);
  expect(Object.entries(read)).toEqual([["__proto__", "a"]]);
});
