import type { PropertyOf } from "#src/site/site-definition.ts";

type Plain = PropertyOf<"attribute" | "value" | "rule" | "variable">;

/** The place that holds the address of a picture, as a property of the kind that such places have otherwise. */
export function placeOf({ id, label, names, ...image }: PropertyOf<"image">): Plain {
  const named = { id, label, names };
  const { selector = "", attribute = "src", pointer, declaration, variable, media } = image;
  if (pointer !== undefined) return { ...named, kind: "value", value: "url", pointer };
  if (declaration !== undefined) return { ...named, kind: "rule", selector, declaration, media };
  if (variable !== undefined)
    return { ...named, kind: "variable", variable, selector: selector || ":root", media };
  return { ...named, kind: "attribute", value: "url", selector, attribute };
}

/** What is wrong with where a picture is said to be, to be read after its path; null when it is one place. */
export function problemWithPlaces(image: PropertyOf<"image">): string | null {
  const { selector, attribute, pointer, declaration, variable } = image;
  const places = [pointer, declaration, variable].filter((place) => place !== undefined);
  if (places.length > 1 || (attribute !== undefined && places.length > 0))
    return "must have one place: “selector” (in markup), “pointer” (in data), “declaration” or “variable” (in a style sheet)";
  const isPlaced = pointer !== undefined || variable !== undefined || selector !== undefined;
  return isPlaced ? null : "must have “selector” (in markup and style sheets) or “pointer” (in data)";
}
