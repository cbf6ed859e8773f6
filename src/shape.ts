/** What a value that does not have the shape is read as. */
export const unfit = Symbol("unfit");

/**
 * Reads a value from outside. A start of `interactions` reads one interaction with it: loading a schema library takes a
 * tenth of what a cold PING takes, and reading with it ten times as long.
 */
export type Shape<T> = (value: unknown) => T | typeof unfit;

/** What a shape reads. */
export type Read<S> = S extends Shape<infer T> ? Exclude<T, typeof unfit> : never;

type Fields = Record<string, Shape<unknown>>;
type OptionalIn<F extends Fields> = { [K in keyof F]: undefined extends Read<F[K]> ? K : never }[keyof F];
/** What an object with these fields reads. */
export type ObjectOf<F extends Fields> = { [K in Exclude<keyof F, OptionalIn<F>>]: Read<F[K]> } & {
  [K in OptionalIn<F>]?: Read<F[K]>;
};

export const text: Shape<string> = (value) => (typeof value === "string" ? value : unfit);
export const truth: Shape<boolean> = (value) => (typeof value === "boolean" ? value : unfit);
export const number: Shape<number> = (value) =>
  typeof value === "number" && Number.isFinite(value) ? value : unfit;

export const matching =
  (pattern: RegExp): Shape<string> =>
  (value) =>
    typeof value === "string" && pattern.test(value) ? value : unfit;

export const exactly =
  <const T extends string | number>(wanted: T): Shape<T> =>
  (value) =>
    value === wanted ? wanted : unfit;

/** The first shape that the value has. */
export const either =
  <Shapes extends Shape<unknown>[]>(...shapes: Shapes): Shape<Read<Shapes[number]>> =>
  (value) => {
    for (const shape of shapes) {
      const read = shape(value);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is what one of these shapes reads
      if (read !== unfit) return read as Read<Shapes[number]>;
    }
    return unfit;
  };

export const optional =
  <T>(shape: Shape<T>): Shape<T | undefined> =>
  (value) =>
    value === undefined ? undefined : shape(value);

export const nullish =
  <T>(shape: Shape<T>): Shape<T | null | undefined> =>
  (value) =>
    value === undefined || value === null ? value : shape(value);

/** @param absent read in place of a value that is not there */
export const usually =
  <T>(shape: Shape<T>, absent: unknown): Shape<T> =>
  (value = absent) =>
    shape(value);

export const list =
  <T>(shape: Shape<T>): Shape<T[]> =>
  (value) => {
    if (!Array.isArray(value)) return unfit;
    const items: T[] = [];
    for (const item of value) {
      const read = shape(item);
      if (read === unfit) return unfit;
      items.push(read);
    }
    return items;
  };

/** An object whose keys are not known. */
export const dictionary =
  <T>(shape: Shape<T>): Shape<Record<string, T>> =>
  (value) => {
    if (!isObject(value)) return unfit;
    const entries: [string, T][] = [];
    for (const [key, item] of Object.entries(value)) {
      const read = shape(item);
      if (read === unfit) return unfit;
      entries.push([key, read]);
    }
    return Object.fromEntries(entries);
  };

/** An object with these fields. Others are left out. */
export const object = <F extends Fields>(fields: F): Shape<ObjectOf<F>> => {
  const named = Object.entries(fields);
  return (value) => {
    if (!isObject(value)) return unfit;
    const found: Record<string, unknown> = {};
    for (const [name, shape] of named) {
      const read = shape(value[name]);
      if (read === unfit) return unfit;
      if (read !== undefined) found[name] = read;
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each field is what its own shape reads
    return found as ObjectOf<F>;
  };
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
