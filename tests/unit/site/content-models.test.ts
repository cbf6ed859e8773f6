import { expect, it } from "vitest";
import { modelsOf } from "#src/site/propose/content-models.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What four CMS say of the same: the file of a page with two fields, as their documentation writes it. */
const MODELS: Record<string, [path: string, text: string]> = {
  Decap: [
    "static/admin/config.yml",
    `backend: { name: git-gateway }
collections:
  - name: pages
    label: Pages
    files:
      - file: content/home.md
        label: Front page
        name: home
        fields:
          - { label: Headline, name: title, widget: string }
          - label: Opening hours
            name: hours
            widget: list
            fields:
              - { label: Weekday, name: day, widget: string }
`,
  ],
  Tina: [
    "tina/config.ts",
    `import { defineConfig } from "tinacms";

export default defineConfig({
  branch: process.env.HEAD || "main",
  schema: {
    collections: [
      {
        name: "home",
        label: "Front page",
        path: "content/home.md",
        fields: [
          { type: "string", name: "title", label: "Headline", isTitle: true },
          { type: "object", list: true, name: "hours", label: "Opening hours", fields: [{ type: "string", name: "day", label: "Weekday" }] },
        ],
      },
    ],
  },
});
`,
  ],
  "Front Matter": [
    "frontmatter.json",
    `{
  "$schema": "https://frontmatter.codes/frontmatter.schema.json",
  "frontMatter.content.pageFolders": [
    { "title": "Front page", "path": "[[workspace]]/content/home.md", "contentTypes": ["home"] }
  ],
  "frontMatter.taxonomy.contentTypes": [
    {
      "name": "home",
      "fields": [
        { "title": "Headline", "name": "title", "type": "string" },
        { "title": "Opening hours", "name": "hours", "type": "fields", "fields": [{ "title": "Weekday", "name": "day", "type": "string" }] }
      ]
    }
  ]
}
`,
  ],
  "Pages CMS": [
    ".pages.yml",
    `media: public/media
content:
  - name: home
    label: Front page
    type: file
    path: content/home.md
    fields:
      - { name: title, label: Headline, type: string }
      - name: hours
        label: Opening hours
        type: object
        list: true
        fields:
          - { name: day, label: Weekday, type: string }
`,
  ],
};

it.each(Object.keys(MODELS))("%s says how people call a page and its fields", async (name) => {
  const [path, text] = MODELS[name] ?? ["", ""];
  const models = await modelsOf([{ path, content: bytes(text) }]);
  expect(models).toContainEqual({
    path: "content/home.md",
    label: "Front page",
    fields: new Map([
      ["/title", "Headline"],
      ["/hours", "Opening hours"],
      ["/hours/day", "Weekday"],
    ]),
  });
});

it("a model that is broken, or of another form, says nothing", async () => {
  for (const [path, text] of [
    ["frontmatter.json", '{ "frontMatter.content.pageFolders": [{ "path": 3, "contentTypes": "home" }] }'],
    [".pages.yml", "content: [ { fields: "],
    ["tina/config.ts", "export default defineConfig(config);"],
  ] as const)
    expect(await modelsOf([{ path, content: bytes(text) }])).toEqual([]);
});
