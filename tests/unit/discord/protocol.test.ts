import * as discord from "discord-api-types/v10";
import { expect, test } from "vitest";
import * as protocol from "#src/discord/protocol.ts";

const theirs = new Map<string, unknown>(Object.entries(discord));

test.each(Object.entries(protocol))("the numbers of %s are Discord's", (name, numbers) => {
  expect(theirs.get(name)).toMatchObject(numbers);
});
