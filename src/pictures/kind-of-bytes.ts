/** What the bytes of a picture are, whatever their name and sender say. */
export interface BytesKind {
  type: "image/png" | "image/jpeg" | "image/gif" | "image/webp";
  /** Whether it says of itself that it moves. */
  isAnimated: boolean;
}

/** The kind of a picture by its first bytes; null when it is none that is taken. */
export function kindOfBytes(content: Uint8Array): BytesKind | null {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const begins = (text: string, at = 0): boolean =>
    bytes.subarray(at, at + text.length).equals(Buffer.from(text, "latin1"));
  if (begins("\x89PNG\r\n\x1a\n")) return { type: "image/png", isAnimated: isAnimatedPng(bytes) };
  if (begins("\xff\xd8\xff")) return { type: "image/jpeg", isAnimated: false };
  if (begins("GIF87a") || begins("GIF89a")) return { type: "image/gif", isAnimated: false };
  if (begins("RIFF") && begins("WEBP", 8))
    return { type: "image/webp", isAnimated: begins("VP8X", 12) && ((bytes[20] ?? 0) & 0b10) !== 0 };
  return null;
}

/** A PNG moves when a chunk says so before the first of its pixels; sharp would show its first picture only. */
function isAnimatedPng(bytes: Buffer): boolean {
  for (let at = 8; at + 8 <= bytes.length;) {
    const name = bytes.toString("latin1", at + 4, at + 8);
    if (name === "acTL") return true;
    if (name === "IDAT") return false;
    at += bytes.readUInt32BE(at) + 12;
  }
  return false;
}
