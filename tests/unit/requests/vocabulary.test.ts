import { describe, expect, it } from "vitest";
import { interpret } from "#src/requests/interpret.ts";
import { property, section } from "./catalogues.ts";

describe("the names of a site", () => {
  it("are its own, even where another site has the same version", () => {
    const meanings = ["header", "cover"].map((id) => {
      const sections = [section(id, [property("color", "color")])];
      const request = { description: `make the ${id} red`, image_count: 0, answers: {} };
      return interpret(request, { version: "one-version", sections });
    });
    expect(meanings).toMatchObject([{ section: "header" }, { section: "cover" }]);
  });
});
