import * as fc from "fast-check";
import { expect, test } from "vitest";
import { actions, customIdOf, readCustomId } from "#src/discord/custom-id.ts";

const target = fc.record({
  action: fc.constantFrom(...actions),
  conversation_id: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String),
  revision: fc.integer({ min: 1, max: 999_999_999 }),
});

test("a custom id says what it was made of, in at most 100 characters", () => {
  fc.assert(
    fc.property(target, (given) => {
      expect(readCustomId(customIdOf(given))).toEqual(given);
      expect(customIdOf(given).length).toBeLessThanOrEqual(100);
    }),
  );
});

test.each([
  "",
  "confirm",
  "confirm:1",
  "confirm:1:0",
  "confirm:1:01",
  "confirm:1:1:1",
  "confirm:x:1",
  "publish:1:1",
  "confirm:1:1e3",
])("%j is not one of ours", (customId) => expect(readCustomId(customId)).toBeNull());
