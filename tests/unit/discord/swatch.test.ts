import { describe, expect, it } from "vitest";
import { swatchOf } from "#src/discord/swatch.ts";

describe("the square beside a colour", () => {
  it.each([
    ["⬛", ["black", "#000", "#111827", "dimgray"]],
    ["⬜", ["white", "#FFF", "ivory", "silver", "beige"]],
    ["🟥", ["red", "darkred", "#E53935", "brown", "#8A1538", "#ff0001"]],
    ["🟧", ["orange", "coral", "chocolate"]],
    ["🟨", ["yellow", "gold", "khaki"]],
    ["🟩", ["green", "darkgreen", "lime", "#22C55E"]],
    ["🟦", ["blue", "navy", "teal", "skyblue", "#1e3a8a"]],
    ["🟪", ["purple", "rebeccapurple", "indigo", "hotpink"]],
    ["🟫", ["saddlebrown", "sienna", "#5D3A1A"]],
  ])("is %s for what people call so", (square, colors) => {
    expect(colors.map((color) => [color, swatchOf(color)])).toEqual(colors.map((color) => [color, square]));
  });

  it.each(["", "darker", "var(--accent)", "#12", "rgb(1, 2)"])("is left out for “%s”", (value) => {
    expect(swatchOf(value)).toBe("");
  });
});
