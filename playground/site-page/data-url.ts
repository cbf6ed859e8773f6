import { extname } from "node:path/posix";

const TYPES: Record<string, string> = {
  ".avif": "image/avif",
  ".gif": "image/gif",
  ".ico": "image/x-icon",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".mp4": "video/mp4",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webm": "video/webm",
  ".webp": "image/webp",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

/** A file as an address that holds it. */
export const dataUrl = (path: string, content: Buffer): string =>
  `data:${TYPES[extname(path).toLowerCase()] ?? "application/octet-stream"};base64,${content.toString("base64")}`;
