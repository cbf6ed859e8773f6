import { describe, expect, test } from "vitest";
import { HEADER, type PublishingWorld } from "./publishing-world.ts";
import { failure, useWorld } from "./use-world.ts";

export function describeReading(name: string, createWorld: () => Promise<PublishingWorld>): void {
  describe(`${name}: reading a file`, () => {
    const here = useWorld(createWorld);

    test("answers its bytes and the id that Git gives them", async () => {
      const outcome = await here.publisher.readFile(HEADER);
      expect(outcome).toMatchObject({
        ok: true,
        file: { path: HEADER, version: "84beb43c051a82e32b6bb8606a4900b080841ee3" },
      });
      expect(outcome.ok && Buffer.from(outcome.file.content).toString()).toContain("<h1>Hello</h1>");
    });

    test.each([
      ["a link", "link.jsx", "not-a-file"],
      ["a submodule", "module", "not-a-file"],
      ["a folder", "src/components", "not-a-file"],
      ["a file behind a linked folder", "linked/Header.jsx", "no-file"],
      ["a file in a submodule", "module/Header.jsx", "no-file"],
      ["a file below a file", `${HEADER}/x`, "no-file"],
      ["a file that is not there", "src/components/Nothing.jsx", "no-file"],
      ["a file of more than 1 MB", "large.json", "too-large"],
      ["a path upwards", "../Header.jsx", "invalid"],
      ["a path that goes up in between", "src/../../Header.jsx", "invalid"],
      ["an absolute path", "/etc/passwd", "invalid"],
      ["Git's own folder", ".git/config", "invalid"],
      ["Git's own folder in other letters", "src/.GIT/config", "invalid"],
      ["a path with backslashes", "src\\components\\Header.jsx", "invalid"],
      ["a path with a NUL", `${HEADER}\0.png`, "invalid"],
      ["an empty path", "", "invalid"],
      ["a path like an option", "--help", "no-file"],
      ["a path with the signs of a pattern", ":(glob)**/*.jsx", "no-file"],
    ])("refuses %s", async (_, path, code) => {
      const outcome = await here.publisher.readFile(path);
      expect(outcome).toEqual(failure(code));
      if (code === "no-file")
        expect(outcome).toMatchObject({ failure: { message: `The site has no file ${path}.` } });
    });

    test("reads a version of a file after the file has changed", async () => {
      const read = await here.publisher.readFile(HEADER);
      if (!read.ok) throw new Error(read.failure.message);
      await here.world.commit("main", HEADER, "changed\n");
      const again = await here.publisher.readVersion(read.file.version);
      expect(again.ok && Buffer.from(again.content)).toEqual(Buffer.from(read.file.content));
    });

    test.each([
      ["a version that is none", "--help", "invalid"],
      ["a version that the repository does not have", "0".repeat(39) + "1", "not-found"],
    ])("refuses %s", async (_, version, code) => {
      expect(await here.publisher.readVersion(version)).toEqual(failure(code));
    });

    test("sees what was committed since the last step of work", async () => {
      await here.publisher.readFile(HEADER);
      await here.world.commit("main", HEADER, "changed\n");
      const outcome = await here.world.publisher().readFile(HEADER);
      expect(outcome.ok && Buffer.from(outcome.file.content).toString()).toBe("changed\n");
    });
  });
}
