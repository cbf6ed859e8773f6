import { parse } from "@babel/parser";
import { editSection } from "#src/site/edit-section.ts";
import { unifiedDiff } from "#src/site/diff.ts";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";
import { type Row, ratio } from "./row.ts";
import { spent } from "./spent.ts";

const BYTES = 500_000;

const item = (at: number): string =>
  `      <li className="item" style={{ color: "#333333" }}>\n        <a href="/page-${at}" title="Page ${at}">Go to page ${at}</a>\n      </li>\n`;

/** A component with one heading and as many list items as make it large. */
function largeComponent(): string {
  const items: string[] = [];
  for (let size = 0, at = 0; size < BYTES; at += 1) size += items[items.push(item(at)) - 1]?.length ?? 0;
  return `export default function Page() {\n  return (\n    <main>\n      <h1>Welcome</h1>\n${items.join("")}    </main>\n  );\n}\n`;
}

const definition = {
  sections: [
    {
      id: "page",
      label: "Page",
      file: "Page.jsx",
      properties: [{ id: "title", label: "Title", kind: "text", selector: "h1" }],
    },
  ],
};

/** A whole edit of a large component (parse, edit, parse again, read back, diff) beside one parse by Babel. */
export async function editing(rounds: number): Promise<Row[]> {
  const source = largeComponent();
  const content = new TextEncoder().encode(source);
  const read = readSiteDefinition(new TextEncoder().encode(JSON.stringify(definition)));
  if (!read.ok) throw new Error("the benchmark's own definition is refused");
  const edit = async (round: number) => {
    const edited = await editSection(read.definition, content, {
      section: "page",
      updates: { title: `Welcome ${round}` },
    });
    if (!edited.ok) throw new Error(edited.message);
    unifiedDiff("Page.jsx", content, edited.content);
  };
  const parseOnce = () => parse(source, { sourceType: "module", plugins: ["jsx"] });
  await edit(0);
  parseOnce();
  const [edits, parses]: [number[], number[]] = [[], []];
  for (let round = 1; round <= rounds; round += 1) {
    edits.push(await spent(() => edit(round)));
    parses.push(await spent(parseOnce));
  }
  const what = "an edit of 500 kB of JSX, CPU over Babel's own parse";
  return [{ what, figure: ratio(edits, parses), beside: "", wanted: "≤ 3" }];
}
