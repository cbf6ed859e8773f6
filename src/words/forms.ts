import { once } from "#src/once.ts";

/** What a count is called in each form that a language has; `other` stands in for those that are left out. */
type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** How a language writes counts, numbers and lists. What `Intl` needs for it is made when it is first used. */
export interface Forms {
  /** The form that goes with a count: `plural(left, { one: "1 line", other: `${number(left)} lines` })`. */
  plural: (count: number, forms: Plural) => string;
  /** At most one digit after the decimal point. */
  number: (value: number) => string;
  /** `A, B and C` */
  and: (items: readonly string[]) => string;
  /** `A, B or C` */
  or: (items: readonly string[]) => string;
}

/** @param tag of the language as `Intl` knows it: `en-GB` */
export function formsOf(tag: string): Forms {
  const rules = once(() => new Intl.PluralRules(tag));
  const numbers = once(() => new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }));
  const and = once(() => new Intl.ListFormat(tag, { type: "conjunction" }));
  const or = once(() => new Intl.ListFormat(tag, { type: "disjunction" }));
  return {
    plural: (count, forms) => forms[rules().select(count)] ?? forms.other,
    number: (value) => numbers().format(value),
    and: (items) => and().format(items),
    or: (items) => or().format(items),
  };
}
