/** How long anything made from secrets is kept, in milliseconds. After that a rotated secret is used, without a deployment. */
const FRESH = 15 * 60 * 1000;

/** Makes something from secrets when it is first asked for, keeps it, and makes it anew when it is not fresh any more. */
export function whileFresh<T>(make: () => Promise<T>): () => Promise<T> {
  let made: { value: T; until: number } | undefined;
  return async () => {
    if (made && Date.now() < made.until) return made.value;
    const value = await make();
    made = { value, until: Date.now() + FRESH };
    return value;
  };
}
