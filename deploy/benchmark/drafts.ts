import { unifiedDiff } from "#src/site/diff.ts";
import { editSection } from "#src/site/edit-section.ts";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";

const BYTES = 50_000;

interface Sample {
  file: string;
  property: object;
  text: string;
}

const filled = (unit: string): string => unit.repeat(Math.ceil(BYTES / unit.length));
const value = (pointer: string): object => ({ kind: "value", pointer });

const card =
  '<li className="card">\n  <h2>Some title</h2>\n  <p>Words that say it</p>\n  <a href="/about">More</a>\n</li>\n';
const object = '{ "title": "Some title", "text": "Words that say it", "url": "/about", "count": 12 },\n';
const entry = '- title: Some title\n  text: "Words that say it"\n  url: /about\n  count: 12\n';
const table = '[[items]]\ntitle = "Some title"\ntext = "Words that say it"\nurl = "/about"\ncount = 12\n\n';
const words = `## Heading\n\nSome *words* and [a link](/x). ${"Another sentence like all the others. ".repeat(6)}\n\n- one\n- two\n\n`;
const script = `export const site = { title: "Old", items: [\n${filled(object)}] };\n`;

const jsx: Sample = {
  file: "a.jsx",
  property: { kind: "text", selector: "h1" },
  text: `export default () => (\n<main>\n<h1>Old</h1>\n${filled(card)}</main>\n);\n`,
};

const samples: Sample[] = [
  jsx,
  { file: "a.json", property: value("/title"), text: `{ "title": "Old", "items": [\n${filled(object)}] }\n` },
  { file: "a.yml", property: value("/title"), text: `title: Old\nitems:\n${filled(entry)}` },
  { file: "a.toml", property: value("/title"), text: `title = "Old"\n\n${filled(table)}` },
  { file: "a.js", property: value("/site/title"), text: script },
  { file: "a.ts", property: value("/site/title"), text: script },
  { file: "a.md", property: { kind: "markdown", block: "heading" }, text: `# Old\n\n${filled(words)}` },
  { file: "a.mdx", property: { kind: "markdown", block: "heading" }, text: `# Old\n\n${filled(words)}` },
];

/** A draft (parse, edit, parse again, read back, diff) of 50 kB of each format, that of JSX first. */
export const drafts = samples.map((sample) => ({
  format: sample.file.replace(/^a/, ""),
  draft: drafting(sample),
}));

function drafting({ file, property, text }: Sample): (round: number) => Promise<void> {
  const content = new TextEncoder().encode(text);
  const sections = [{ id: "page", file, properties: [{ id: "title", ...property }] }];
  const read = readSiteDefinition(new TextEncoder().encode(JSON.stringify({ sections })));
  if (!read.ok) throw new Error("the benchmark's own definition is refused");
  return async (round) => {
    const edited = await editSection(read.definition, content, {
      section: "page",
      updates: { title: `New ${round}` },
    });
    if (!edited.ok) throw new Error(edited.message);
    unifiedDiff(file, content, edited.content);
  };
}
