import { compile } from "css-select";
import { pathOf, type DefinitionProblem } from "./definition-problem.ts";
import { formatOf, KINDS_OF, type Format } from "./format.ts";
import { parsePattern } from "./pattern/parse-pattern.ts";
import { problemWithPlaces } from "./pictures/place-of.ts";
import { problemWithFolder, problemWithPath } from "./repository-path.ts";
import { problemWithPageAddress, problemWithSiteAddress } from "./site-address.ts";
import { fieldPlace, type FieldDefinition } from "./lists/fields-of.ts";
import type { PropertyDefinition, PropertyOf, SectionDefinition, SiteDefinition } from "./site-definition.ts";
import { problemWithAttribute } from "./markup/attribute-names.ts";
import { problemWithStyle } from "./markup/style-names.ts";

type Path = (string | number)[];

/** What the shape alone cannot say: names that clash, selectors, patterns and paths that cannot be used. */
export function crossChecks(definition: SiteDefinition): DefinitionProblem[] {
  const { url, sections } = definition;
  return [
    ...problem(["url"], url === undefined ? null : problemWithSiteAddress(url)),
    ...clashes(sections, ["sections"]),
    ...sections.flatMap((section, index) => [
      ...problem(
        ["sections", index, "url"],
        section.url === undefined ? null : problemWithPageAddress(section.url, url),
      ),
      ...checkSection(section, ["sections", index]),
    ]),
  ];
}

function checkSection(section: SectionDefinition, path: Path): DefinitionProblem[] {
  const format = formatOf(section.file);
  return [
    ...problem([...path, "file"], problemWithPath(section.file)),
    ...clashes(section.properties, [...path, "properties"]),
    ...section.properties.flatMap((property, index) =>
      checkProperty(property, format, [...path, "properties", index]),
    ),
    ...section.properties.flatMap((property, index) =>
      property.kind === "image" ? checkImage(property, section, [...path, "properties", index]) : [],
    ),
  ];
}

function checkProperty(property: PropertyDefinition, format: Format | null, path: Path): DefinitionProblem[] {
  return [
    ...problem([...path, "kind"], format && problemWithKind(property.kind, format)),
    ...("pattern" in property ? problem([...path, "pattern"], problemWithPattern(property.pattern)) : []),
    ...problem([...path, "value"], problemWithValue(property)),
    ...checkPlace(property, path),
  ];
}

function checkPlace(property: PropertyDefinition, path: Path): DefinitionProblem[] {
  const isOfStyles =
    property.kind === "variable" ||
    property.kind === "rule" ||
    (property.kind === "image" && isInStyles(property));
  const selector = "selector" in property && !isOfStyles ? property.selector : undefined;
  return [
    ...problem([...path, "selector"], selector === undefined ? null : problemWithSelector(selector)),
    ...(property.kind === "list" ? checkList(property, path) : []),
    ...(property.kind === "attribute"
      ? problem([...path, "attribute"], problemWithAttribute(property.attribute))
      : []),
    ...(property.kind === "style" ? problem([...path, "style"], problemWithStyle(property.style)) : []),
    ...(property.kind === "rule"
      ? problem([...path, "declaration"], problemWithStyle(property.declaration))
      : []),
  ];
}

function checkList(property: PropertyOf<"list">, path: Path): DefinitionProblem[] {
  const { selector, pointer, item, fields } = property;
  const isOne = (selector === undefined) !== (pointer === undefined);
  return [
    ...problem(path, isOne ? null : "must have either “selector” (in markup) or “pointer” (in data)"),
    ...problem([...path, "item"], item === undefined ? null : problemWithSelector(item)),
    ...Object.entries(fields).flatMap(([id, field]) => [
      ...(id === "section"
        ? [
            {
              path: pathOf([...path, "fields"]),
              message: "cannot have “section”, which is a word of commands",
            },
          ]
        : []),
      ...problem([...path, "fields", id, "pattern"], problemWithPattern(field.pattern)),
      ...problem([...path, "fields", id], selector === undefined ? null : problemWithField(field)),
    ]),
  ];
}

function checkImage(image: PropertyOf<"image">, section: SectionDefinition, path: Path): DefinitionProblem[] {
  const { folder, alt, attribute } = image;
  const described = alt === undefined || section.properties.some(({ id }) => id === alt && id !== image.id);
  const place = problemWithPlaces(image);
  const styles = STYLE_SHEETS.has(formatOf(section.file) ?? "");
  return [
    ...problem(path, place),
    ...problem([...path, "folder"], problemWithFolder(folder)),
    ...problem([...path, "attribute"], attribute === undefined ? null : problemWithAttribute(attribute)),
    ...problem([...path, "alt"], described ? null : "must be the id of another property of this section"),
    ...problem(
      path,
      place === null && styles !== isInStyles(image)
        ? "needs “declaration” or “variable” in a style sheet, and has neither elsewhere"
        : null,
    ),
  ];
}

const isInStyles = ({ declaration, variable }: PropertyOf<"image">): boolean =>
  (declaration ?? variable) !== undefined;

const STYLE_SHEETS = new Set<string>(["css", "scss", "less"]);

function problemWithField(field: FieldDefinition): string | null {
  const { selector, attribute } = fieldPlace(field);
  return (
    (selector === "."
      ? null
      : problemWithSelector(selector.replaceAll(/(^|,)\s*(?=[>+~])/g, "$1 :scope "))) ??
    (attribute === null ? null : problemWithAttribute(attribute))
  );
}

function problemWithKind(kind: PropertyDefinition["kind"], format: Format): string | null {
  const kinds = KINDS_OF[format];
  return kinds.includes(kind) ? null : `cannot be ${kind} in this file: use ${kinds.join(", ")}`;
}

function problemWithPattern(pattern: string | undefined): string | null {
  const parsed = pattern === undefined ? null : parsePattern(pattern);
  return parsed === null || parsed.ok ? null : parsed.problem;
}

function problemWithValue(property: PropertyDefinition): string | null {
  const isCss = property.kind === "style" || property.kind === "variable" || property.kind === "rule";
  return isCss && property.value === "url"
    ? "cannot be url: a style may not load anything, use text or color"
    : null;
}

function problemWithSelector(selector: string): string | null {
  try {
    compile(selector);
    return null;
  } catch (error) {
    const reason = error instanceof Error ? ` (${error.message.replace(/, found $/, "")})` : "";
    return `is not a CSS selector that can be used${reason}: write it like “header h1” or “[data-ux=title]”`;
  }
}

/** Ids and other names share one space: each must lead to one thing only, whatever its case. */
function clashes(parts: { id: string; names: string[] }[], path: Path): DefinitionProblem[] {
  const seen = new Map<string, string>();
  return parts.flatMap((part, index) =>
    namesOf(part).flatMap(([keys, name]) => {
      const here = pathOf([...path, index, ...keys]);
      if (name === "section")
        return [{ path: here, message: "cannot be “section”, which is a word of commands: choose another" }];
      const first = seen.get(name);
      seen.set(name, first ?? here);
      return first === undefined
        ? []
        : [{ path: here, message: `“${name}” is already used by ${first}: choose another` }];
    }),
  );
}

function namesOf(part: { id: string; names: string[] }): [Path, string][] {
  return [[["id"], part.id], ...part.names.map((name, index): [Path, string] => [["names", index], name])];
}

function problem(path: Path, message: string | null): DefinitionProblem[] {
  return message === null ? [] : [{ path: pathOf(path), message }];
}
