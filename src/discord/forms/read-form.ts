import type { FormValue } from "#src/requests/form-values.ts";
import { readInputId } from "./input-id.ts";

/** What a person changed in a form. */
export interface FilledForm {
  /** The values that are other than those the form was filled with; an empty one stays as it is on the site. */
  values: FormValue[];
  /** All words of the form, where some of them were changed; null when none was, or they were only erased. */
  words: { command?: string; description?: string } | null;
  /** Whether every value of the form was emptied, and there are some. */
  emptied: boolean;
}

/** Reads the inputs of a form, by their custom ids. */
export function readForm(inputs: Record<string, string>): FilledForm {
  const filled = Object.entries(inputs).flatMap(([id, text]) => {
    const subject = readInputId(id, text);
    return subject ? [{ ...subject, text }] : [];
  });
  const values = filled.flatMap((input) => (input.kind === "value" ? [input] : []));
  const words = filled.flatMap((input) =>
    input.kind === "words" && input.text.trim() !== "" ? [input] : [],
  );
  return {
    values: values
      .filter(({ changed }) => changed)
      .map(({ section, property, text }) => ({ section, property, value: text.trim() })),
    words: words.some(({ changed }) => changed)
      ? Object.fromEntries(words.map(({ option, text }) => [option, text]))
      : null,
    emptied: values.length > 0 && values.every(({ text }) => text.trim() === ""),
  };
}
