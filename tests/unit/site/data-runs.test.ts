import * as fc from "fast-check";
import { parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { runs } from "#tests/support/runs.ts";
import { edit, messageOf, outcomeOf } from "./edited.ts";
import { evaluated } from "./evaluated.ts";
import { hostileText } from "./hostile-values.ts";

const run = (number: number, pointer = "/x") => ({
  id: "x",
  label: "Text",
  kind: "value",
  value: "text",
  pointer,
  run: number,
});

describe("one run of a value's text", () => {
  it.each([
    ["a.js", "const x = `© ${year} Acme`;", 2, "Ada", "const x = `© ${year} Ada`;"],
    [
      "a.ts",
      "const x = `©\r\n${year}  Acme\r\n`;",
      2,
      "`${a}`",
      "const x = `©\r\n${year}  \\`\\${a}\\`\r\n`;",
    ],
    [
      "a.js",
      "const x = 'By ' + name + \" since 1999\";",
      2,
      'at "9"',
      'const x = \'By \' + name + " at \\"9\\"";',
    ],
    ["a.js", "const x = process.env.NAME || 'Acme';", 1, "It's", "const x = process.env.NAME || 'It\\'s';"],
    [
      "a.tsx",
      "const x = (open ? 'Close' : `Open`) as string;",
      2,
      "Menu",
      "const x = (open ? 'Close' : `Menu`) as string;",
    ],
    [
      "a.js",
      "const x = `© ${year} <a class=\"${c}\" href='/'>Acme</a>, Ltd`;",
      2,
      "A & <b>",
      "const x = `© ${year} <a class=\"${c}\" href='/'>A & &lt;b&gt;</a>, Ltd`;",
    ],
    [
      "a.json",
      '{"x": "Made by <a href=\\"/\\">Acme</a> &copy; us"}',
      3,
      "&copy;",
      '{"x": "Made by <a href=\\"/\\">Acme</a> &copy; &amp;copy;"}',
    ],
    ["a.toml", "x = 'By <b>us</b>'\n", 2, "me", "x = 'By <b>me</b>'\n"],
    ["a.yml", "x: <b>Old</b><script>y</script> z # c\n", 2, "w", "x: <b>Old</b><script>y</script> w # c\n"],
  ])("of %s: %s, run %i", async (file, text, number, value, wanted) => {
    expect(await outcomeOf(file, [run(number)], text, { x: value })).toBe(wanted);
  });

  it.each([
    ["a.js", "const x = `© ${year} Acme`;", 3, "has these runs of text: 1: “©”, 2: “Acme”"],
    ["a.js", "const x = 'Acme';", 1, "has no code or tags beside its text"],
    ["a.js", "const x = call('Acme') + y;", 1, "has no code or tags beside its text"],
    // What is a part of a tag is no text.
    ["a.js", 'const x = `<a href="${u}">Acme</a>`;', 2, "has these runs of text: 1: “Acme”"],
    ["a.yml", "x: Acme\n", 1, "has no code or tags beside its text"],
  ])("is refused where there is none: %s: %s, run %i", async (file, text, number, has) => {
    expect(await messageOf(file, [run(number)], text, { x: "y" })).toBe(
      `\`/x\` (line 1) ${has}. Correct the "run" in ux-agent.json.`,
    );
  });

  it("is advised where code stands beside a text", async () => {
    const { run: _, ...whole } = run(1);
    expect(await messageOf("a.js", [whole], "const x = `© ${year} Acme`;", { x: "y" })).toBe(
      '`/x` is code (line 1): add "run" to the property in ux-agent.json to change one run of the text (1: “©”, 2: “Acme”).',
    );
  });

  it("keeps its tags and gets no others, because the page reads them", async () => {
    const { run: _, ...whole } = run(1);
    const text = '{"x": "Made by <a>Acme</a>"}';
    expect(await messageOf("a.json", [whole], text, { x: "<img src=x onerror=alert(1)>" })).toBe(
      "Text cannot contain `<img`, because the page reads it as HTML: leave that out.",
    );
    expect(await outcomeOf("a.json", [whole], text, { x: "1 < 2" })).toBe('{"x": "1 < 2"}');
    expect(await outcomeOf("a.json", [whole], text, { x: "By <a>me</a>" })).toBe('{"x": "By <a>me</a>"}');
  });
});

describe("any value that is put into one run", () => {
  it("is that text and nothing else to a program that runs the script", async () => {
    const text = "const year = 7;\nexport const x = `© ${year} Acme ` + (year > 8 ? 'no' : 'yes') + '.';\n";
    await fc.assert(
      fc.asyncProperty(hostileText, fc.integer({ min: 1, max: 5 }), async (value, number) => {
        const outcome = await edit("a.js", [run(number)], text, { x: value });
        if (!outcome.ok) return;
        const after = new TextDecoder().decode(outcome.content);
        const given = outcome.changes[0]?.after ?? ["©", "Acme", "no", "yes", "."][number - 1] ?? "";
        const parts = ["©", "Acme", "no", "yes", "."].map((part, at) => (at === number - 1 ? given : part));
        const [sign, name, , yes, dot] = parts;
        expect(Reflect.get(evaluated(after), "x")).toBe(`${sign} 7 ${name} ${yes}${dot}`);
      }),
      { numRuns: runs(100) },
    );
  });

  it("is that text and nothing else to a browser that shows the HTML", async () => {
    const text = JSON.stringify({ x: "Made <b>by</b> &copy; Acme <i>now</i>" });
    await fc.assert(
      fc.asyncProperty(hostileText, fc.integer({ min: 1, max: 4 }), async (value, number) => {
        const outcome = await edit("a.json", [run(number)], text, { x: value });
        if (!outcome.ok) return;
        const data: unknown = JSON.parse(new TextDecoder().decode(outcome.content));
        const shown = parseFragment(String(Reflect.get(Object(data), "x"))).childNodes.map((node) =>
          "value" in node
            ? node.value
            : "childNodes" in node
              ? node.childNodes.map((each) => ("value" in each ? each.value : `<${each.nodeName}>`)).join("")
              : node.nodeName,
        );
        const given = outcome.changes[0]?.after ?? ["Made", "by", "Acme", "now"][number - 1];
        const [made, by, acme, now] = ["Made", "by", "Acme", "now"].map((part, at) =>
          at === number - 1 ? given : part,
        );
        expect(shown).toEqual([`${made} `, by, ` © ${acme} `, now]);
      }),
      { numRuns: runs(100) },
    );
  });
});
