import { posix } from "node:path";
import { TraceMap, originalPositionFor } from "@jridgewell/trace-mapping";
import type { SourceMaps } from "./read-package.ts";

/** A place in deployed code: `/var/task/functions/interactions.app-3LXMNR5E.mjs:34:1322`. */
const PLACE = /(?:file:\/\/)?[^\s()]*?([^/\s()]+\.mjs):(\d+):(\d+)/;
const PLACES = new RegExp(PLACE, "g");

/**
 * A stack with the places of the source in place of those of the bundles. What is not a place stays as it is.
 * `unknown`: files of the stack that the package does not hold.
 */
export function mapStack(stack: string, maps: SourceMaps): { stack: string; unknown: string[] } {
  const read = new Map<string, TraceMap>();
  const unknown = new Set<string>();
  const mapOf = (file: string): TraceMap | undefined => {
    const json = maps.get(file);
    if (json === undefined) unknown.add(file);
    else if (!read.has(file)) read.set(file, new TraceMap(json));
    return read.get(file);
  };
  const mapped = stack.replaceAll(PLACES, (place) => {
    const [, file = "", line, column] = PLACE.exec(place) ?? [];
    const map = mapOf(file);
    const found = map && originalPositionFor(map, { line: Number(line), column: Number(column) - 1 });
    return found?.source ? `${inProject(found.source)}:${found.line}:${found.column + 1}` : place;
  });
  return { stack: mapped, unknown: [...unknown] };
}

/** The bundles are built some folders below the project, so that their sources begin with as many steps up. */
const inProject = (source: string): string => posix.normalize(source).replace(/^(?:\.\.\/)+/, "");
