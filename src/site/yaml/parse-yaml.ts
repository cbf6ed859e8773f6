import { parseDocument, type Document } from "yaml";

/** What a YAML file says, with positions; its `errors` are for the reader. */
export function parseYaml(text: string): Document {
  return parseDocument(text, {
    // A plain value's type is read from how it is written, for the one value that is asked for.
    schema: "failsafe",
    // A name that is written twice is refused where it matters, as in JSON.
    uniqueKeys: false,
    // Tags of a site's own tools (`!ENV`) are no errors; a value with one is refused when it is asked for.
    logLevel: "silent",
    prettyErrors: false,
  });
}
