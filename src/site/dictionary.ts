import { sentence } from "#src/words/sentence.ts";
import { refuse, type Refusal } from "./refusal.ts";
import type { PropertyDefinition } from "./site-definition.ts";

/** Folders and files of translations, whose texts are messages to a program (ICU, i18next, vue-i18n). */
const DICTIONARY =
  /(?:^|\/)(?:locales?|lang|langs|languages?|i18n|l10n|intl|messages|translations?)(?:\/|[.-]|$)|(?:^|\/)[a-z]{2}(?:[-_][A-Z]{2})?\.(?:json|ya?ml)$/;
/** Arguments and tags in a message; a brace or a tag that is none of a whole one makes it unreadable. */
const ARGUMENT = /\{\{?\s*[\w.]+\s*\}?\}|<\/?[A-Za-z][\w-]*\s*\/?>/g;
const MARKS = /[{}]|<(?=[A-Za-z/>])|'(?=[{}<'])|\$t\(|@[:.]/;

/**
 * Refuses a value that a program would read as more than text in a dictionary: `Save {50}` names an argument that is not
 * given, and throws. The arguments and tags that stand there now may stand there again.
 */
export function refusalForMessage(
  path: string,
  property: PropertyDefinition,
  { current, value }: { current: string | null; value: string },
): Refusal | null {
  if (property.kind !== "value" || !(DICTIONARY.test(path) || holdsArgument(current))) return null;
  const given: string[] = current?.match(ARGUMENT) ?? [];
  const rest = value.replaceAll(ARGUMENT, (argument) => (given.includes(argument) ? " " : argument));
  const [mark] = MARKS.exec(rest) ?? [];
  if (mark === undefined) return null;
  const about = { label: property.label, mark };
  const allowed = [...new Set(given)].map((each) => `\`${each}\``).join(", ");
  return refuse(
    "invalid-value",
    allowed === "" ? sentence("value.message", about) : sentence("value.message-but", { ...about, allowed }),
  );
}

/** A text with an argument is a message wherever it stands. */
function holdsArgument(current: string | null): boolean {
  return current !== null && /\{\{?\s*[\w.]+\s*(?:,[^{}]*)?[{}]/.test(current);
}
