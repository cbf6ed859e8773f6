import { describe, expect, it } from "vitest";
import { readSection } from "#src/site/read-section.ts";
import { messageOf, outcomeOf } from "./edited.ts";
import { definitionOf } from "./page-definition.ts";

const PAGE = `---
title: Front
---
# Acme *tools*

Intro **bold** end.

## Install

First.

### Windows

On Windows.

- a
  - a1
- b

1. x

### Usage

Run it.

## Prices {#prices}

| Plan | Price |
| ---- | ----- |
| Free |       |
| Pro  | 5     |

### Usage

{% include note.html %}

:::tip
Not a paragraph
:::

Paid.
{: .lead}
`;

async function textOf(place: object, content = PAGE, file = "a.md"): Promise<unknown> {
  const [section] = definitionOf(file, [{ id: "x", kind: "markdown", ...place }]).sections;
  const [reading] =
    section === undefined ? [] : await readSection(section, new TextEncoder().encode(content));
  if (reading === undefined) return undefined;
  return reading.now.ok ? reading.now.value : reading.now.code;
}

describe("a place in Markdown", () => {
  it.each([
    [{ block: "heading" }, "holds-elements"],
    [{ block: "heading", run: 1 }, "Acme"],
    [{ block: "heading", run: 2 }, "tools"],
    [{ block: "heading", run: 3 }, "holds-elements"],
    [{ block: "heading", at: 2 }, "Install"],
    [{ block: "heading", heading: ["Install"], at: 2 }, "Usage"],
    [{ block: "heading", heading: ["#1", "#2"], at: 3 }, "no-match"],
    [{ block: "heading", at: 5, run: 1 }, "Prices"],
    [{ block: "paragraph", run: 3 }, "end."],
    [{ block: "paragraph", heading: ["install"] }, "First."],
    [{ block: "paragraph", heading: ["Install"], at: 2 }, "no-match"],
    [{ block: "paragraph", heading: ["Install", "Windows"] }, "On Windows."],
    [{ block: "paragraph", heading: ["Usage"] }, "several-matches"],
    [{ block: "paragraph", heading: ["Install", "Usage"] }, "Run it."],
    [{ block: "paragraph", heading: ["#1", "#1", "#2"] }, "Run it."],
    [{ block: "paragraph", heading: ["Acme tools", "Prices", "Usage"], at: 2, run: 1 }, "Paid."],
    [{ block: "paragraph", heading: ["Nothing"] }, "no-match"],
    [{ block: "item", heading: ["Windows"], at: 2 }, "a1"],
    [{ block: "item", heading: ["Windows"], at: 3 }, "b"],
    [{ block: "item", heading: ["Windows"], in: 2 }, "x"],
    [{ block: "item", in: 3 }, "no-match"],
    [{ block: "cell", column: 2 }, "Price"],
    [{ block: "cell", at: 3, column: 2 }, "5"],
    [{ block: "cell", at: 2, column: 2 }, "no-match"],
    [{ block: "cell", at: 4 }, "no-match"],
  ])("%j means “%s”", async (place, text) => {
    expect(await textOf(place)).toBe(text);
  });

  it("does not count what MDX loads or places", async () => {
    const page = `import A from "a";\n\nexport const b = 1;\n\n<A x={{ y: ">" }}>\n\nFirst {b} words\n\n</A>\n\n    Second\n`;
    expect(await textOf({ block: "paragraph", run: 2 }, page, "a.mdx")).toBe("words");
    expect(await textOf({ block: "paragraph", at: 2 }, page, "a.mdx")).toBe("Second");
  });

  it("is the same with Windows line endings", async () => {
    const windows = PAGE.replaceAll("\n", "\r\n");
    expect(await textOf({ block: "cell", at: 3, column: 2 }, windows)).toBe("5");
    const price = { id: "price", kind: "markdown", block: "cell", at: 3, column: 2 };
    expect(await outcomeOf("a.md", [price], windows, { price: "6" })).toBe(
      windows.replace("| 5     |", "| 6     |"),
    );
  });

  it("says which runs there are, and why a value cannot stand there", async () => {
    const intro = { id: "intro", kind: "markdown", block: "paragraph" };
    expect(await messageOf("a.md", [intro], PAGE, { intro: "x" })).toBe(
      "The paragraph of Intro has other things in or beside its text (line 6): say in ux-agent.json which run of it is meant (1: “Intro”, 2: “bold”, 3: “end.”).",
    );
    expect(await messageOf("a.md", [{ ...intro, run: 1 }], PAGE, { intro: "{{ site.secret }}" })).toBe(
      "Intro cannot contain `{{`, which the site's generator may run: leave it out.",
    );
  });

  it("keeps emphasis, attributes and everything around it", async () => {
    const last = {
      id: "last",
      kind: "markdown",
      block: "paragraph",
      heading: ["#1", "#2", "#1"],
      at: 2,
      run: 1,
    };
    expect(await outcomeOf("a.md", [last], PAGE, { last: "1. *New* #1" })).toBe(
      PAGE.replace("Paid.\n", "1\\. \\*New\\* #1\n"),
    );
  });
});
