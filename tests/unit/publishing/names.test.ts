import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkPath, checkPublication } from "#src/publishing/check-names.ts";
import { belongsTo, branchName } from "#src/publishing/names.ts";
import { publication } from "#tests/contract/publishing-world.ts";
import { anyCharacter } from "#tests/support/any-character.ts";

describe("the branch of a conversation", () => {
  test.each([
    ["header", "ux-update/header-42"],
    ["Hero text", "ux-update/Hero-text-42"],
    ["../../main", "ux-update/main-42"],
    ["überschrift", "ux-update/berschrift-42"],
    ["ヘッダー", "ux-update/page-42"],
    ["x".repeat(100), `ux-update/${"x".repeat(40)}-42`],
  ])("of the section %s is %s", (section, branch) => {
    expect(branchName(section, "42")).toBe(branch);
  });

  test("is always one that may be published to", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (section) => {
        const branch = branchName(section, "1380000000000000001");
        checkPublication(publication({ branch }));
        expect(belongsTo(branch, "1380000000000000001")).toBe(true);
      }),
    );
  });

  test.each([
    "main",
    "ux-update/",
    "ux-update/-42",
    "ux-update/a/b-42",
    "ux-update/a.lock-42",
    "refs/heads/ux-update/a-42",
  ])("is not %s", (branch) => {
    expect(belongsTo(branch, "42")).toBe(false);
  });
});

describe("a path", () => {
  test.each(["index.html", "src/Header.jsx", "a b/ü.css", ".github/x.yml", "..a/b", "-x"])(
    "may be %s",
    (path) => {
      expect(() => checkPath(path)).not.toThrow();
    },
  );

  test.each([
    "",
    "/a",
    "a/",
    "a//b",
    "./a",
    "a/..",
    ".git/config",
    "a/.Git/x",
    "a\\b",
    "a\nb",
    "a\0",
    "\uD800",
    "a".repeat(1001),
  ])("may not be %j", (path) => {
    expect(() => checkPath(path)).toThrow("not a file inside the repository");
  });
});
