import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import doubts from "#src/requests/english/doubts.json" with { type: "json" };
import frames from "#src/requests/english/frames.json" with { type: "json" };
import synonyms from "#src/requests/english/synonyms.json" with { type: "json" };
import words from "#src/requests/english/words.json" with { type: "json" };

const FOLDERS = ["src/requests/", "src/requests/english/"];
const code = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(`${folder}${file}`, "utf8")),
).join("\n");

/** What the reader compares words with: tokens in lower case, with straight apostrophes, one space between them. */
const asRead = (list: string) =>
  list
    .split(",")
    .map((word) => word.trim().toLowerCase().replaceAll("’", "'").replaceAll(/\s+/g, " "))
    .join(", ");

describe("the words that the reader knows", () => {
  it.each(Object.entries(words))("%s are written as they are read, and each once", (_, list) => {
    expect(list).toBe(asRead(list));
    expect(new Set(list.split(", ")).size).toBe(list.split(", ").length);
    expect(list.split(", ")).not.toContain("");
  });

  it("are all used", () => {
    expect(Object.keys(words).filter((list) => !code.includes(`"${list}"`))).toEqual([]);
  });

  it("are ordered by the name of their list, so that one is found", () => {
    expect(Object.keys(words)).toEqual(Object.keys(words).toSorted());
  });

  it.each([...synonyms.sections, ...synonyms.properties])("call a part what people call it: $is", (group) => {
    expect(group.is).toBe(asRead(group.is));
    const all = [...group.is.split(", "), ...group.called.split(", ")];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe("the patterns that the reader knows", () => {
  const patterns = [...frames.frames, ...frames.greetings, ...Object.values(frames.where)];

  it.each([...patterns, ...Object.values(doubts).flat()])(
    "%s can be read, and stands here once",
    (pattern) => {
      expect(() => new RegExp(pattern.replaceAll(/\{[a-z]+\}/g, "x"), "u")).not.toThrow();
      expect([...patterns, ...Object.values(doubts).flat()].filter((each) => each === pattern)).toHaveLength(
        1,
      );
    },
  );

  it("name only parts that are there", () => {
    const named = patterns.flatMap((pattern) =>
      [...pattern.matchAll(/\{([a-z]+)\}/g)].map(([, name]) => name),
    );
    expect(Object.keys(frames.where)).toEqual(expect.arrayContaining([...new Set(named)]));
  });
});
