import type { DataMap, DataNode } from "#src/site/data/data-node.ts";
import { parseFile } from "#src/site/parse-file.ts";
import type { WrittenProperty, WrittenSection } from "./proposal.ts";

/** What a CMS says of a file or a folder of content: how people call it and its fields. */
export interface ContentModel {
  path: string;
  label: string | null;
  /** By the name of the field; the labels are what people know. */
  fields: Map<string, string>;
}

/** Where Decap (once Netlify CMS), Tina, Front Matter and Pages CMS keep their models. */
const MODELS =
  /(?:^|\/)admin\/config\.ya?ml$|(?:^|\/)tina\/config\.[jt]sx?$|^frontmatter\.json$|^\.pages\.ya?ml$/;

/** The models of the CMS that a repository has. */
export async function modelsOf(files: { path: string; content: Uint8Array }[]): Promise<ContentModel[]> {
  const models: ContentModel[] = [];
  for (const { path, content } of files.filter((each) => MODELS.test(each.path))) {
    // The names of the files say nothing to the parser but their format.
    const parsed = await parseFile(path, content);
    const root = parsed.ok ? parsed.file.data?.().root : undefined;
    if (root !== undefined) models.push(...modelsIn(root), ...modelsOfFrontMatter(root));
  }
  return models;
}

/** Everything in a model that has fields and a place, however deep the CMS puts it. */
function modelsIn(node: DataNode): ContentModel[] {
  if (node.kind === "list") return node.items.flatMap(modelsIn);
  if (node.kind !== "map") return [];
  const path = ["file", "folder", "path"].map((key) => textIn(node, key)).find((each) => each !== null);
  const fields = valueIn(node, "fields");
  const inner = node.entries.flatMap(({ value }) => modelsIn(value));
  if (path === undefined || path === null || fields?.kind !== "list") return inner;
  const label = textIn(node, "label") ?? textIn(node, "title");
  return [{ path: placeOf(path), label, fields: fieldsIn(fields.items, "") }, ...inner];
}

/** Front Matter keeps its folders and the types of content apart, and joins them by the names of the types. */
function modelsOfFrontMatter(root: DataNode): ContentModel[] {
  if (root.kind !== "map") return [];
  const fieldsOf = new Map(
    mapsIn(root, "frontMatter.taxonomy.contentTypes").map((type) => {
      const fields = valueIn(type, "fields");
      return [textIn(type, "name"), fields?.kind === "list" ? fieldsIn(fields.items, "") : null];
    }),
  );
  return mapsIn(root, "frontMatter.content.pageFolders").flatMap((folder) => {
    const path = textIn(folder, "path");
    const types = valueIn(folder, "contentTypes");
    const [type] = types?.kind === "list" ? types.items : [];
    const fields = type?.kind === "scalar" ? fieldsOf.get(type.value) : undefined;
    if (path === null || fields === undefined || fields === null) return [];
    return [{ path: placeOf(path), label: textIn(folder, "title"), fields }];
  });
}

function mapsIn(node: DataMap, key: string): DataMap[] {
  const list = valueIn(node, key);
  return list?.kind === "list" ? list.items.filter((item) => item.kind === "map") : [];
}

/** A path in the repository: `./content/`, `[[workspace]]/content` → `content`. */
const placeOf = (path: string): string => path.replace(/^\[\[workspace\]\]/, "").replace(/^[./]+|\/$/g, "");

function fieldsIn(items: DataNode[], before: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const item of items) {
    const name = item.kind === "map" ? textIn(item, "name") : null;
    if (item.kind !== "map" || name === null) continue;
    const label = textIn(item, "label") ?? textIn(item, "title");
    if (label !== null) found.set(`${before}/${name}`, label);
    const inner = valueIn(item, "fields");
    if (inner?.kind === "list")
      for (const [key, value] of fieldsIn(inner.items, `${before}/${name}`)) found.set(key, value);
  }
  return found;
}

function valueIn(node: DataMap, key: string): DataNode | undefined {
  return node.entries.find((entry) => entry.key === key)?.value;
}

function textIn(node: DataMap, key: string): string | null {
  const value = valueIn(node, key);
  return value?.kind === "scalar" ? value.value : null;
}

/** The words of the CMS for a file and its fields, where there is a model of it. */
export function withModel(
  path: string,
  sections: WrittenSection[],
  models: ContentModel[],
): WrittenSection[] {
  const model =
    models.find((each) => each.path === path) ?? models.find((each) => path.startsWith(`${each.path}/`));
  if (model === undefined) return sections;
  const isOwn = model.path === path && sections.length === 1;
  return sections.map((section) => ({
    ...section,
    ...(isOwn && model.label !== null && { names: [...(section.names ?? []), model.label.toLowerCase()] }),
    properties: section.properties.map((property) => withLabel(property, model)),
  }));
}

function withLabel(property: WrittenProperty, { fields }: ContentModel): WrittenProperty {
  const { pointer } = property;
  const label =
    typeof pointer === "string" ? fields.get(pointer.replaceAll(/\/\d+(?=\/|$)/g, "")) : undefined;
  const name = label?.toLowerCase();
  if (name === undefined || name === property.id.replaceAll("-", " ")) return property;
  return { ...property, names: [...(property.names ?? []), name] };
}
