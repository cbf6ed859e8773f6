import { afterEach, beforeEach, expect, vi } from "vitest";
import type { Publication, Published, Publisher } from "#src/publishing/publisher.ts";
import { CHANGED, publication, type PublishingWorld } from "./publishing-world.ts";

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
  content: Uint8Array = welcome(),
): Promise<Published> {
  const outcome = await world.publisher().publish(change, () => content);
  if (outcome.ok && "published" in outcome) return outcome.published;
  throw new Error(`not published: ${JSON.stringify(outcome)}`);
}

export const welcome = () => Buffer.from(CHANGED);

/** A preparation that must not be asked for. */
export const never = () => vi.fn<() => null>(() => null);

export const failure = (code: string) => ({ ok: false, failure: expect.objectContaining({ code }) });
