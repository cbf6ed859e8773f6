import type { Echo } from "#src/site/lists/echo.ts";
import { templateCode } from "#src/site/html/template-code.ts";
import type { Located, ValueSlot } from "#src/site/slot.ts";
import type { Range } from "./element.ts";
import type { Page } from "./page.ts";

const QUOTED = /"([^"\\\n]+)"|'([^'\\\n]+)'/g;

/** The strings in the template code of an item that are the value of one of its fields: `{% if page.url == "/about/" %}`. */
export function echoesIn(
  { text, dialect, templates }: Page,
  body: Range,
  fields: Record<string, Located<ValueSlot>>,
): Echo[] {
  if (dialect !== "html") return [];
  const written = text.slice(body.start, body.end);
  return templateCode(written, templates.name).flatMap((code) =>
    [...written.slice(code.start, code.end).matchAll(QUOTED)].flatMap((found) => {
      const value = found[1] ?? found[2] ?? "";
      const field = Object.entries(fields).find(([, each]) => each.ok && each.slot.current === value)?.[0];
      const start = body.start + code.start + found.index + 1;
      return field === undefined ? [] : [{ field, start, end: start + value.length }];
    }),
  );
}
