import * as discord from "discord-api-types/v10";
import { expect, test } from "vitest";
import * as protocol from "#src/discord/protocol.ts";

test.each(Object.entries(protocol))("the numbers of %s are Discord's", (name, numbers) => {
  expect(discord[name as keyof typeof protocol]).toMatchObject(numbers);
});
