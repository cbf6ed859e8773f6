import type sharp from "sharp";

export type Sharp = typeof sharp;

/** What a picture may come in. Everything else that sharp reads is closed: it would be more code for a stranger to reach. */
const READERS = ["Jpeg", "Png", "Webp", "Nsgif"].map((name) => `VipsForeignLoad${name}`);

let loading: Promise<Sharp> | undefined;

/**
 * sharp, which works with pictures: loaded with the first picture, because it takes longer to load than all else together.
 * @throws Error where it is not installed for this processor
 */
export const loadSharp = (): Promise<Sharp> => (loading ??= load());

async function load(): Promise<Sharp> {
  const { default: sharp } = await import("sharp");
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: READERS });
  // A picture is worked with once.
  sharp.cache(false);
  return sharp;
}
