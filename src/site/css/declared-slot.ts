import { sentence } from "#src/words/sentence.ts";
import { channelsOf, isSameColor } from "#src/site/color-channels.ts";
import { refuse } from "#src/site/refusal.ts";
import { valueSlot, type Located, type ValueSlot } from "#src/site/slot.ts";
import { shorten } from "#src/site/shorten.ts";
import { colorFormOf, writeColor, type ColorForm } from "./color-form.ts";
import type { DeclaredValue } from "./declarations.ts";
import { codeIn, refusalForExpression } from "./preprocessor-value.ts";

/** Which language the style sheet is written in. */
export type Syntax = "css" | "scss" | "less";

/** The value of one declaration. A colour is put there in the form it has there: another place may build on that. */
export function declaredSlot(
  { start, end, value }: DeclaredValue,
  { name, line, syntax }: { name: string; line: number; syntax: Syntax },
): Located<ValueSlot> {
  const code = syntax === "css" ? null : codeIn(value);
  if (code !== null)
    return refuse(
      "holds-code",
      `${name} comes from \`${shorten(code, 60)}\` (line ${line}), and ux-agent does not change code: ${/^[$@][\w-]+$/.test(code) ? `name ${code} in ux-agent.json, where it is set.` : "a developer has to."}`,
    );
  const form = colorFormOf(value);
  const located = valueSlot(form?.current ?? value, (text) => ({ start, end, text }));
  if (!located.ok) return located;
  const { slot } = located;
  if (form === null) return { ok: true, slot: { ...slot, put: guarded(slot, syntax).put } };
  // What is given in the form that stands there needs no other: it may be a colour that sRGB does not have.
  const isOther = (text: string): boolean => channelsOf(text) !== null && !isSameForm(form, text);
  const put: ValueSlot["put"] = (text) =>
    isOther(text) ? putColor(slot, { form, name }, text) : guarded(slot, syntax).put(text);
  const isThere = (text: string): boolean =>
    text === value || (isOther(text) && isSameColor(channelsOf(form.current), channelsOf(text)));
  return { ok: true, slot: { ...slot, put, isThere } };
}

function guarded(slot: ValueSlot, syntax: Syntax): Pick<ValueSlot, "put"> {
  if (syntax === "css") return slot;
  return { put: (text) => refusalForExpression(text) ?? slot.put(text) };
}

function isSameForm({ space, name }: ColorForm, text: string): boolean {
  const other = colorFormOf(text);
  return other !== null && other.space === space && (other.name === null) === (name === null);
}

function putColor(
  slot: ValueSlot,
  { form, name }: { form: ColorForm; name: string },
  color: string,
): ReturnType<ValueSlot["put"]> {
  const written = writeColor(form, color);
  if (written !== null) return slot.put(written);
  const isUnclear = form.space === null;
  return refuse("invalid-value", sentence(isUnclear ? "value.color-numbers" : "value.color-parts", { name }));
}
