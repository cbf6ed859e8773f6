import { describe, expect, it } from "vitest";
import { templateCode } from "#src/site/html/template-code.ts";
import { messageOf, outcomeOf } from "./edited.ts";
import { computedFor } from "#tests/support/computed-for.ts";

const title = { id: "title", kind: "text", selector: "h1" };
const list = `<ul>${"<li>x</li>\n".repeat(3_000)}</ul><h1>Old</h1>`;
const deep = `${"<div>\n".repeat(300)}<h1>Old</h1>`;

/** However a site is described, a draft ends: work is counted, not timed, so that the outcome is always the same. */
describe("a draft has a budget of work", () => {
  it.each([
    ["p ~ li ~ li ~ li ~ li", list],
    ["li:nth-last-child(3 of p ~ li ~ li ~ li)", list],
    [":has(:has(:has(p ~ li ~ li)))", list],
    ["div div div div div div div div h2", deep.repeat(3)],
    [`:contains("${"x".repeat(200)}")`, "<div>\n".repeat(400) + "x\n".repeat(45_000)],
  ])("for the selector %s", async (selector, page) => {
    const started = computedFor();
    await messageOf("a.html", [{ ...title, selector }], page, { title: "New" });
    expect(computedFor() - started).toBeLessThan(3_000);
  });

  it("and says which selector has to be simpler", async () => {
    expect(
      await messageOf("a.html", [{ ...title, selector: "p ~ li ~ li ~ li ~ li" }], list, { title: "New" }),
    ).toBe(
      "Finding `p ~ li ~ li ~ li ~ li` in the file takes too much work: a simpler selector has to be written in ux-agent.json, for example `[data-ux=title]`.",
    );
  });

  it.each(["@if (", "@if(", "@a ", "<p>@if(x", "@if (a) {"])(
    "for finding the code of a page of Angular that is full of %s",
    (mark) => {
      const page = mark.repeat(900_000 / mark.length);
      const started = computedFor();
      templateCode(page, "Angular");
      expect(computedFor() - started).toBeLessThan(1_000);
    },
  );

  it("for a text that is mostly code", async () => {
    const page = `<h1>Old</h1>\n${"}\n".repeat(200_000)}\n`;
    expect(await outcomeOf("hero.component.html", [title], page, { title: "New" })).toContain("<h1>New</h1>");
  });

  it("for rules that are nested in each other", async () => {
    const selectors = "a,b,c,d,e,f,g,h,i,j";
    const css = `${`${selectors} {`.repeat(12)} --x: red; ${"}".repeat(12)}\n:root { --x: blue; }`;
    const variable = { id: "x", kind: "variable", variable: "--x", value: "text" };
    const started = computedFor();
    expect(await outcomeOf("a.css", [variable], css, { x: "green" })).toContain("--x: green");
    expect(computedFor() - started).toBeLessThan(1_000);
  });
});
