/** How one variable of the environment is read: its value, or in words what it must be. */
type Read<T> = (text: string) => { value: T } | { problem: string };

/** A variable, and its value where it is not set. */
export interface Setting<T> {
  read: Read<NonNullable<T>>;
  unset: T;
}

/** What a setting is read as. */
export type ValueOf<S> = S extends Setting<infer T> ? T : never;

export const optional = <T>(read: Read<NonNullable<T>>): Setting<T | undefined> => ({
  read,
  unset: undefined,
});

export const usually = <T>(unset: NoInfer<T>, read: Read<NonNullable<T>>): Setting<T> => ({ read, unset });

export const text: Read<string> = (written) => ({ value: written.trim() });

export const matching =
  (pattern: RegExp, problem: string): Read<string> =>
  (written) =>
    pattern.test(written) ? { value: written } : { problem };

/** A whole number from `least` to `most`. */
export const number =
  (problem: string, least: number, most: number): Read<number> =>
  (written) => {
    const value = /^\d+$/.test(written) ? Number(written) : -1;
    return value >= least && value <= most ? { value } : { problem };
  };

/** Without a slash at the end, since paths are put behind it. */
export const url =
  (problem: string): Read<string> =>
  (written) => {
    const address = written.trim();
    const known = /^https?:\/\//i.test(address) && URL.canParse(address);
    return known ? { value: address.replace(/\/+$/, "") } : { problem };
  };

/** Discord's ids, separated by commas. */
export const snowflakes =
  (problem: string): Read<string[]> =>
  (written) => {
    const ids = written.split(",").map((id) => id.trim());
    return ids.every((id) => /^\d{1,20}$/.test(id)) ? { value: ids } : { problem };
  };
