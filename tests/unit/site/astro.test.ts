import { describe, expect, it } from "vitest";
import { outcomeOf } from "./edited.ts";
import { RENDER } from "./rendered.ts";

const title = { id: "x", kind: "text", selector: "h1" };
const hint = { id: "x", kind: "attribute", selector: "h1", attribute: "title" };

describe("a string in the braces of Astro", () => {
  it.each(['"', '"quoted" first', "\\", "ends in \\", "it's `this` ${x}", "</script>"])(
    "is read by its compiler as it was given: %s",
    async (value) => {
      const text = await outcomeOf("a.astro", [title], `<h1>{"Old"}</h1>`, { x: value });
      expect(await RENDER.astro(text)).toBe(
        `<h1>${value.replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;")}</h1>`,
      );
      const attribute = await outcomeOf("a.astro", [hint], `<h1 title={'Old'}>a</h1>`, { x: value });
      expect(await RENDER.astro(attribute)).toContain(">a</h1>");
    },
  );
});
