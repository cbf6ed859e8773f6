import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { askToConfirm } from "#commands/demo/ask-to-confirm.ts";

/** What comes of these keys. */
function typed(keys: string, isTTY = { input: true, output: true }): Promise<boolean> {
  const input = Object.assign(new PassThrough(), { isTTY: isTTY.input });
  const output = Object.assign(new PassThrough(), { isTTY: isTTY.output });
  const answer = askToConfirm({ input, output });
  input.write(keys);
  return answer;
}

describe("the question of the demo", () => {
  it.for([
    { keys: "\r", confirms: true },
    { keys: "y\r", confirms: true },
    { keys: "n\r", confirms: false },
    { keys: " No\r", confirms: false },
  ])("takes $keys", async ({ keys, confirms }) => {
    expect(await typed(keys)).toBe(confirms);
  });

  it.for([
    { input: false, output: true },
    { input: true, output: false },
  ])("is not asked without a terminal, and never taken for answered: %o", async (isTTY) => {
    await expect(typed("y\r", isTTY)).rejects.toThrow(/nothing is pressed: add --yes to confirm/);
  });

  it.for([
    { left: "Ctrl-C", keys: "\u0003" },
    { left: "Ctrl-D", keys: "\u0004" },
  ])("can be left with $left: nothing is pressed then, and that is said", async ({ keys }) => {
    await expect(typed(keys)).rejects.toThrow("Nothing was pressed, so nothing is published");
  });
});
