import { expect, test } from "vitest";
import { endpointStep } from "#commands/registering/endpoint-step.ts";

const WANTED = "https://new.example/interactions";

const apiWith = (now: string | null) => {
  const set: string[] = [];
  const api = {
    about: async () => ({ interactions_endpoint_url: now }) as never,
    setEndpoint: async (url: string) => void set.push(url),
  };
  return { api, set };
};

test("an address that is right already is left alone", async () => {
  const { api } = apiWith(WANTED);
  expect(await endpointStep(api, WANTED)).toEqual({
    lines: [`  = interactions endpoint ${WANTED}`],
    carryOut: null,
  });
});

test.each([
  [null, "none"],
  ["https://old.example/interactions", "https://old.example/interactions"],
])(
  "another address is shown with the new one, and changed only when that is carried out: %s",
  async (now, shown) => {
    const { api, set } = apiWith(now);
    const { lines, carryOut } = await endpointStep(api, WANTED);
    expect(lines.join()).toContain(`interactions endpoint ${shown} → ${WANTED}`);
    expect(set).toEqual([]);
    await carryOut?.();
    expect(set).toEqual([WANTED]);
  },
);
