import { catalogueProperty } from "#src/site/catalogue-of.ts";
import { locate } from "#src/site/locate.ts";
import { parseFile } from "#src/site/parse-file.ts";
import { pictureAddress } from "#src/site/pictures/picture-address.ts";
import type { PropertyOf, SectionDefinition } from "#src/site/site-definition.ts";
import type { SourceFile } from "#src/site/source-file.ts";
import type { WrittenProperty, WrittenSection } from "./proposal.ts";
import type { SiteSource } from "./propose-definition.ts";
import { writtenDefinition } from "./written-definition.ts";

/** What a picture can be written as; a drawing in SVG is code and stays an address. */
const PICTURE = /\.(?:jpe?g|png|webp|avif)$/i;

/**
 * The same sections, in which every address of a picture whose file is in the repository takes an attached one.
 * @param all the paths of all files of the repository
 */
export async function withPictures(
  sections: WrittenSection[],
  sources: SiteSource[],
  all: string[],
): Promise<WrittenSection[]> {
  const pictures = all.filter((path) => PICTURE.test(path));
  if (pictures.length === 0) return sections;
  const paths = new Set(sections.map(({ file }) => file));
  const files = new Map<string, SourceFile>();
  for (const { path, content } of sources.filter((source) => paths.has(source.path))) {
    const parsed = await parseFile(path, content);
    if (parsed.ok) files.set(path, parsed.file);
  }
  return sections.map((section) => {
    const file = files.get(section.file);
    const properties = section.properties.map(
      (property) => (file && pictureOf(section, { property, file, pictures })) ?? property,
    );
    return { ...section, properties };
  });
}

interface Known {
  property: WrittenProperty;
  file: SourceFile;
  pictures: string[];
}

function pictureOf(section: WrittenSection, { property, file, pictures }: Known): WrittenProperty | null {
  if (property.kind !== "attribute" && property.kind !== "value") return null;
  const folder = folderOf(currentOf(section, property, file), pictures);
  if (folder === null) return null;
  const { value: _value, ...kept } = property;
  const { attribute, ...place } = kept;
  const words = `${property.id}-description`;
  const image: WrittenProperty = {
    ...(attribute === "src" ? place : kept),
    id: property.id,
    kind: "image",
    folder,
    ...(section.properties.some(({ id }) => id === words) ? { alt: words } : {}),
  };
  const properties = [image, ...section.properties.filter(({ id }) => id === words)];
  return works(writtenDefinition({ ...section, properties }), file) ? image : null;
}

/** What stands at a property now, where it can be an address. */
function currentOf(section: WrittenSection, property: WrittenProperty, file: SourceFile): string {
  const definition = writtenDefinition({ ...section, properties: [property] })?.properties[0];
  if (definition === undefined || definition.kind === "markdown") return "";
  if ("run" in definition && definition.run !== undefined) return "";
  if (definition.kind === "attribute" && catalogueProperty(definition).value !== "url") return "";
  const located = locate(file, definition);
  return located.ok && located.slot.holds === "value" ? (located.slot.current ?? "") : "";
}

/** The folder of the one file that an address leads to; null when that is not plain. */
function folderOf(address: string, pictures: string[]): string | null {
  const segments = address.split("/").filter((segment) => !/^(?:|\.{1,2})$/.test(segment));
  if (segments.length < 2 || !PICTURE.test(address)) return null;
  const end = segments.join("/");
  const found = pictures.filter((path) => path === end || path.endsWith(`/${end}`));
  const [only] = found;
  return only === undefined || found.length > 1 ? null : only.slice(0, only.lastIndexOf("/"));
}

function works(section: SectionDefinition | null, file: SourceFile): boolean {
  const image = section?.properties.find(
    (property): property is PropertyOf<"image"> => property.kind === "image",
  );
  const located = image && locate(file, image);
  if (!image || !located?.ok || located.slot.holds !== "value") return false;
  return pictureAddress(image, located.slot.current, "a.png").ok;
}
