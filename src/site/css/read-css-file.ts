import { parse, type Root } from "postcss";
import type { SourceFile } from "#src/site/source-file.ts";
import { declaredIn } from "./declarations.ts";
import type { Syntax } from "./declared-slot.ts";
import { variableSlot } from "./variable-slot.ts";

/** A style sheet. Each of the other syntaxes is loaded with the first file of it. */
export async function readCssFile(text: string, syntax: Syntax): Promise<SourceFile> {
  const styles = (await PARSERS[syntax]())(text);
  return {
    styles,
    locate: (property) =>
      property.kind === "variable" || property.kind === "rule"
        ? variableSlot(declaredIn(styles), property, syntax)
        : null,
  };
}

const PARSERS: Record<Syntax, () => Promise<(text: string) => Root>> = {
  css: () => Promise.resolve(parse),
  scss: async () => (await import("postcss-scss")).parse,
  less: async () => (await import("./parse-less.ts")).parseLess,
};
