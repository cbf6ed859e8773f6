/** How one variable of the environment is read: its value, or in words what it must be. */
interface Form<T> {
  read: (text: string) => { value: T } | { problem: string };
  /** What CloudFormation holds a parameter to, in the same words; a text that may be anything has no form. */
  form?: { must: string } & ({ pattern: string } | { least: number; most: number });
}

/** A variable, and its value where it is not set. */
export interface Setting<T> extends Form<NonNullable<T>> {
  unset: T;
}

/** What a setting is read as. */
export type ValueOf<S> = S extends Setting<infer T> ? T : never;

export const optional = <T>(form: Form<NonNullable<T>>): Setting<T | undefined> => ({
  ...form,
  unset: undefined,
});

export const usually = <T>(unset: NoInfer<T>, form: Form<NonNullable<T>>): Setting<T> => ({ ...form, unset });

export const text: Form<string> = { read: (written) => ({ value: written.trim() }) };

/** @param pattern with neither flags nor lookaround: Java and Python read it, too, when a template is deployed */
export const matching = (pattern: RegExp, must: string): Form<string> => ({
  read: (written) => (pattern.test(written) ? { value: written } : { problem: must }),
  form: { must, pattern: pattern.source },
});

/** A whole number from `least` to `most`. */
export const number = (must: string, least: number, most: number): Form<number> => ({
  read: (written) => {
    const value = /^\d+$/.test(written) ? Number(written) : -1;
    return value >= least && value <= most ? { value } : { problem: must };
  },
  form: { must, least, most },
});

/** Without a slash at the end, since paths are put behind it. */
export const url = (must: string): Form<string> => ({
  read: (written) => {
    const address = written.trim();
    const known = /^https?:\/\//i.test(address) && URL.canParse(address);
    return known ? { value: address.replace(/\/+$/, "") } : { problem: must };
  },
  form: { must, pattern: "^[Hh][Tt][Tt][Pp][Ss]?://.+$" },
});

/** Discord's ids, separated by commas. */
export const snowflakes = (must: string): Form<string[]> => ({
  read: (written) => {
    const ids = written.split(",").map((id) => id.trim());
    return ids.every((id) => /^\d{1,20}$/.test(id)) ? { value: ids } : { problem: must };
  },
  form: { must, pattern: "^ *[0-9]{1,20} *(, *[0-9]{1,20} *)*$" },
});
