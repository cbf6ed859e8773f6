import type { DataNode, DataTree } from "#src/site/data/data-node.ts";
import { locateInData } from "#src/site/data/locate-in-data.ts";
import { refuse } from "#src/site/refusal.ts";
import type { PropertyDefinition } from "#src/site/site-definition.ts";
import type { Located } from "#src/site/slot.ts";
import { findFrontMatter, type FrontMatterLanguage } from "./find-front-matter.ts";

/** The page below its front matter, and the data in it. */
export interface FrontMatterFile {
  /** Where the page itself begins. */
  end: number;
  data?: () => DataTree;
  locate: (property: PropertyDefinition) => Located | null;
}

const READERS: Record<FrontMatterLanguage, () => Promise<(text: string) => DataNode>> = {
  yaml: async () => (await import("#src/site/yaml/read-yaml.ts")).readYaml,
  toml: async () => (await import("#src/site/toml/read-toml.ts")).readToml,
  json: async () => (await import("#src/site/json/read-json.ts")).readJson,
  script: async () => (await import("./read-script.ts")).readScript,
  other: async () => (text) => ({
    kind: "code",
    start: 0,
    end: text.length,
    words: "data in a language that is not read",
  }),
};

/** Reads the front matter of a page. Rejects with a SyntaxError that names the line. */
export async function readFrontMatter(text: string): Promise<FrontMatterFile> {
  const found = findFrontMatter(text);
  if (found === null) return { end: 0, locate: () => without };
  const read = await READERS[found.language]();
  const tree = { text, root: read(found.text) };
  return { end: found.end, data: () => tree, locate: (property) => locateInData(tree, property) };
}

const without = refuse(
  "no-match",
  "The page has no front matter (data between two lines of `---`): ux-agent.json has to be corrected.",
);
