/** What DynamoDB counts for an item: names and values in UTF-8, three bytes for a list or map and one for each part. */
export const itemSize = (item: Record<string, unknown>): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueSize(value), 0);

function valueSize(value: unknown): number {
  if (typeof value === "string") return Buffer.byteLength(value);
  if (typeof value === "number") return Math.ceil(String(value).length / 2) + 1;
  if (value instanceof Set || Array.isArray(value))
    return [...value].reduce<number>((sum, part) => sum + 1 + valueSize(part), 3);
  if (typeof value !== "object" || value === null) return 1;
  return Object.entries(value).reduce(
    (sum, [name, part]) => sum + 1 + Buffer.byteLength(name) + valueSize(part),
    3,
  );
}
