import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { channelsOf, isSameColor, toHex } from "#src/site/color-channels.ts";
import { parseColor } from "#src/site/color.ts";
import { colorFormOf, writeColor } from "#src/site/css/color-form.ts";
import { runs } from "#tests/support/runs.ts";

describe("a colour of CSS", () => {
  // As browsers compute them.
  it.each([
    ["rebeccapurple", "#663399"],
    ["#f08", "#ff0088"],
    ["#F088", "#ff008888"],
    ["rgb(255 0 128)", "#ff0080"],
    ["rgba(255, 0, 128, 0.5)", "#ff008080"],
    ["rgb(100% 0% 50% / 50%)", "#ff008080"],
    ["hsl(330deg 100% 50%)", "#ff0080"],
    ["hsl(120, 100%, 25%)", "#008000"],
    ["hsl(-30 100% 50%)", "#ff0080"],
    ["oklch(0.627955 0.257683 29.2339)", "#ff0000"],
    ["oklch(86.644% 0.294827 142.4953)", "#00ff00"],
    ["oklch(0.45201 0.313214 264.052)", "#0000ff"],
    ["oklch(0.205 0 0)", "#171717"],
  ])("%s is %s", (color, hex) => {
    const channels = channelsOf(color);
    expect(channels && toHex(channels)).toBe(hex);
    expect(parseColor(color)).toBe(color);
  });

  it.each([
    "rgb(256 0 0)",
    "rgb(1 2)",
    "rgb(1, 2, 3, 4)",
    "hsl(0 101% 50%)",
    "oklch(2 0 0)",
    "#12345",
    "rgb(var(--x))",
    "rgb(1 2 3); color: red",
    "url(x)",
    "darken(red)",
    "0 0% 9%",
  ])("%s is none", (color) => {
    expect(parseColor(color)).toBeNull();
  });
});

const FORMS = [
  "0 0% 9%",
  "222.2, 47.4%, 11.2%",
  "15, 18, 25",
  "15 18 25",
  "0.205 0.01 90",
  "rgb(15 18 25)",
  "rgba(15, 18, 25, 0.4)",
  "hsl(240 5% 64.9%)",
  "hsla(240, 5%, 64.9%, 0.5)",
  "oklch(0.97 0 0)",
];

describe.each(FORMS)("the form of %s", (written) => {
  it("holds any colour, which reads back as the same one", () => {
    const form = colorFormOf(written);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
        const color = `#${value.toString(16).padStart(6, "0")}`;
        const next = form && writeColor(form, color);
        const read = next && (channelsOf(next) ?? channelsOf(`${form.space}(${next})`));
        expect(isSameColor(read || null, channelsOf(color))).toBe(true);
        expect(next?.includes(",")).toBe(written.includes(","));
        expect(next?.includes("(")).toBe(written.includes("("));
      }),
      { numRuns: runs(300) },
    );
  });
});

it("knows no form for what is not a colour, and none to write where several could be meant", () => {
  for (const written of ["0.5rem", "1 2", "1, 2, 3, 4, 5", "300 1 1", "12px 0% 9%", "#fff", "red", "none"])
    expect(colorFormOf(written)).toBeNull();
  const form = colorFormOf("0 0 0");
  expect(form && writeColor(form, "red")).toBeNull();
});
