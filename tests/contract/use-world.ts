import { afterEach, beforeEach, expect, vi } from "vitest";
import type { Prepare, Publication, Published, Publisher, SiteFile } from "#src/publishing/publisher.ts";
import { PICTURE, contentOf, publication, type PublishingWorld } from "./publishing-world.ts";

/** A new world for each test of the surrounding block. */
export function useWorld(createWorld: () => Promise<PublishingWorld>) {
  let world: PublishingWorld;
  let publisher: Publisher;
  beforeEach(async () => {
    world = await createWorld();
    publisher = world.publisher();
  });
  afterEach(() => world.close());
  return {
    get world() {
      return world;
    },
    get publisher() {
      return publisher;
    },
    published: (change?: Publication, content?: Uint8Array) => publishIn(world, change, content),
  };
}

/** Publishes as another process would; anything but success fails the test. */
export async function publishIn(
  world: PublishingWorld,
  change = publication(),
  content?: Uint8Array,
): Promise<Published> {
  const prepare = content ? (files: SiteFile[]) => withContent(files, () => content) : welcome;
  const outcome = await world.publisher().publish(change, prepare);
  if (outcome.ok && "published" in outcome) return outcome.published;
  throw new Error(`not published: ${JSON.stringify(outcome)}`);
}

/** Changes every file to what {@link contentOf} says, and adds the picture where one is to be added. */
export const welcome: Prepare = (files) =>
  new Map([...withContent(files, ({ path }) => contentOf(path)), [PICTURE.path, PICTURE.content]]);

export const withContent = (files: SiteFile[], contentOf: (file: SiteFile) => Uint8Array) =>
  new Map(files.map((file) => [file.path, contentOf(file)]));

/** A preparation that must not be asked for. */
export const never = () => vi.fn<() => null>(() => null);

export const failure = (code: string) => ({ ok: false, failure: expect.objectContaining({ code }) });
