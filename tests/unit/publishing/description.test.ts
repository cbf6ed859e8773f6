import { execFileSync } from "node:child_process";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  commitMessage,
  conversationOf,
  publicationTitle,
  pullRequestBody,
} from "#src/publishing/description.ts";
import { hostileWords } from "#tests/contract/hostile-words.ts";
import { publication } from "#tests/contract/publishing-world.ts";

const saying = (words: string, count = 1) =>
  publication({
    asked: words,
    section_labels: [words],
    paths: ["src/Header.jsx"],
    user: { id: words, name: words },
    changes: Array.from({ length: count }, () => ({ label: words, before: words, after: words })),
  });

describe("the title", () => {
  test.each([
    [["Text"], "UX update: Header: Text → new"],
    [["Text", "Color"], "UX update: Header: Text and Color"],
    [["Text", "Color", "Links"], "UX update: Header: Text and 2 more"],
    [[], "UX update: Header: no change"],
  ])("of changes to %j is %s", (labels, title) => {
    expect(publicationTitle(publication({ changes: labels.map(changed) }))).toBe(title);
  });

  test("is one line of at most 256 characters, GitHub's limit, whatever people wrote", () => {
    fc.assert(
      fc.property(longWords(), fc.nat(3), (words, count) => {
        const title = publicationTitle(saying(words, count));
        expect(title).not.toMatch(/\n/);
        expect(title.length).toBeLessThanOrEqual(256);
      }),
    );
  });
});

describe("the commit message", () => {
  test("reads like this", () => {
    const changes = [
      { label: "Text", before: "Hello", after: "Welcome" },
      { label: "Link", before: null, after: "Shop → /shop" },
    ];
    expect(commitMessage(publication({ changes, asked: "say welcome\nand link the shop, @ada" }))).toBe(
      `UX update: Header: Text and Link

Asked on Discord by Ada (80351110224678912):

> say welcome
> and link the shop, @\u200Bada

Changes in src/components/Header.jsx:

- Text: Hello → Welcome
- Link: (nothing) → Shop → /shop

Ux-Agent-Conversation: 1380000000000000001
`,
    );
  });

  test.each(hostileWords)("has no trailer but ours for Git, given %s", (_, words) => {
    const input = commitMessage(saying(words));
    const trailers = execFileSync("git", ["interpret-trailers", "--parse"], { input }).toString();
    expect(trailers).toBe("Ux-Agent-Conversation: 1380000000000000001\n");
  });

  test("always leads back to its conversation", () => {
    fc.assert(
      fc.property(
        longWords(),
        (words) => conversationOf(commitMessage(saying(words))) === "1380000000000000001",
      ),
    );
  });

  test.each(["", "by somebody else\n", "text\n\nUx-Agent-Conversation: 1\nSigned-off-by: x\n"])(
    "of somebody else leads to none: %j",
    (message) => {
      expect(conversationOf(message)).toBeNull();
    },
  );
});

describe("the text of the pull request", () => {
  test("reads like this", () => {
    expect(pullRequestBody(publication({ asked: "make it *pop*" }), "A note.")).toBe(
      `**Ada** (\`80351110224678912\`) asked on Discord:

> \`\`\`text
> make it *pop*
> \`\`\`

Changes in \`src/components/Header.jsx\`:

- **Text**: \`Hello\` → \`Welcome\`

Before merging:

- [ ] The words are what the site should say
- [ ] The page looks right, on a phone too
- [ ] Links lead where they should

A note.

Conversation \`1380000000000000001\`. The commit removes and adds exactly the lines that were shown and confirmed.`,
    );
  });

  test("names each of 300 changes", () => {
    const changes = Array.from({ length: 300 }, (_, at) => ({ ...changed(`Label ${at}`), section: "Menu" }));
    const body = pullRequestBody(publication({ changes }));
    expect(changes.filter(({ label }) => !body.includes(`- **Menu › ${label}**: `))).toEqual([]);
    expect(body).not.toContain("This is cut");
  });

  test("names as many changes as it has room for, and says how many more there are", () => {
    const body = pullRequestBody(saying("x".repeat(160), 200));
    const shown = body.split("\n- **").length - 1;
    expect(shown).toBeGreaterThan(80);
    expect(body).toContain(`\n- and ${200 - shown} more\n`);
    expect(body).toContain("This is cut");
  });

  test("fits into GitHub's 65,536 characters, whatever people wrote", () => {
    fc.assert(fc.property(longWords(), (words) => pullRequestBody(saying(words, 300)).length <= 65_536));
  });
});

function changed(label: string) {
  return { label, before: null, after: "new" };
}

function longWords(): fc.Arbitrary<string> {
  const parts = fc.constantFrom("@a", "#1", "`", "\\", "*", "👋", "[x", "\n", "words ", "GH-1", "://", "-");
  return fc
    .tuple(fc.array(parts, { maxLength: 20 }), fc.integer({ min: 1, max: 800 }))
    .map(([all, times]) => {
      return all.join("").repeat(times).slice(0, 8000);
    });
}
