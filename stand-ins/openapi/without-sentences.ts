const SENTENCES = new Set(["description", "summary", "title", "example", "examples", "externalDocs"]);

/**
 * A part of an OpenAPI description without what is there for people. A property may well be called `description`; a schema's own
 * is a sentence.
 */
export function withoutSentences(value: unknown, isNames = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutSentences(item));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key]) => isNames || !(SENTENCES.has(key) || key.startsWith("x-")),
  );
  return Object.fromEntries(
    kept.map(([key, part]) => [key, withoutSentences(part, !isNames && key === "properties")]),
  );
}
