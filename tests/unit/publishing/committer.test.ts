import { expect, test } from "vitest";
import { COMMITTER } from "#src/publishing/committer.ts";

test("the author of commits is nobody: neither an address that can exist, nor an account of GitHub", () => {
  expect(COMMITTER.email).toMatch(/@\S+\.invalid$/);
});
