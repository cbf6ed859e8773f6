import { refuse } from "#src/site/refusal.ts";
import type { Located, ValueSlot } from "#src/site/slot.ts";

/** An address in CSS, with or without quotes; one that holds an escape is not read. */
const URL_OF_CSS = /url\(\s*(?:"(?<double>[^"\\\n]*)"|'(?<single>[^'\\\n]*)'|(?<bare>[^"'()\s\\]*))\s*\)/dgi;

/** The one address in what a style sheet sets a property to; all else in the value stays as it is. */
export function urlSlot(declared: ValueSlot, label: string): Located<ValueSlot> {
  const value = declared.current ?? "";
  const places = [...value.matchAll(URL_OF_CSS)].flatMap(({ indices }) => {
    const { double, single, bare } = indices?.groups ?? {};
    const place = double ?? single ?? bare;
    return place ? [place] : [];
  });
  const [place, second] = places;
  if (place === undefined || second !== undefined || /image-set\(/i.test(value)) {
    const count = place === undefined ? "no `url()`" : "several pictures";
    return refuse(
      "no-match",
      `${label} cannot be changed: what the style sheet sets has ${count}, and it has to be one.`,
    );
  }
  const [start, end] = place;
  return {
    ok: true,
    slot: {
      holds: "value",
      current: value.slice(start, end),
      put: (address) => declared.put(value.slice(0, start) + address + value.slice(end)),
    },
  };
}
