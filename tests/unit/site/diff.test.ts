import { applyPatch } from "diff";
import { describe, expect, it } from "vitest";
import { changedLines, changeDigest, unifiedDiff } from "#src/site/diff.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const lines = (...all: string[]): string => all.join("\n");

describe("the diff of a file", () => {
  it("is a unified diff of the file at its path", () => {
    expect(unifiedDiff("src/a.css", "a\nb\nc\n", "a\nB\nc\n")).toBe(
      lines("--- a/src/a.css", "+++ b/src/a.css", "@@ -1,3 +1,3 @@", " a", "-b", "+B", " c", ""),
    );
  });

  it("is empty when nothing changed", () => {
    expect(unifiedDiff("a.css", "a\n", "a\n")).toBe("");
  });

  it("says where a file has no newline at its end", () => {
    expect(unifiedDiff("a.css", "a", "b")).toBe(
      lines(
        "--- a/a.css",
        "+++ b/a.css",
        "@@ -1,1 +1,1 @@",
        "-a",
        "\\ No newline at end of file",
        "+b",
        "\\ No newline at end of file",
        "",
      ),
    );
  });

  it("can be applied to a file with Windows line endings", () => {
    const before = "a\r\nb\r\nc\r\n";
    const after = "a\r\nB\r\nc\r\n";
    expect(applyPatch(before, unifiedDiff("a.css", before, after), { autoConvertLineEndings: false })).toBe(
      after,
    );
  });

  it("reads bytes as it reads text, a byte order mark included", () => {
    expect(unifiedDiff("a.css", bytes("\uFEFFa\n"), bytes("\uFEFFb\n"))).toContain("-\uFEFFa\n+\uFEFFb");
  });
});

describe("the lines a change removes and adds", () => {
  it("are given in order, without what is around them", () => {
    expect(changedLines("a\nb\nc\nd\n", "A\nb\nc\nD\n")).toEqual(["-a", "+A", "-d", "+D"]);
  });

  it("do not depend on line endings", () => {
    expect(changedLines("a\r\nb\r\n", "a\r\nB\r\n")).toEqual(["-b", "+B"]);
  });

  it("have the same digest when the file moved on around them", () => {
    expect(changeDigest("new\nlines\na\nb\n", "new\nlines\na\nB\n")).toBe(changeDigest("a\nb\n", "a\nB\n"));
  });

  it("have another digest when another line would be replaced", () => {
    expect(changeDigest("a\nb2\n", "a\nB\n")).not.toBe(changeDigest("a\nb\n", "a\nB\n"));
  });
});
