import { describe, expect, it } from "vitest";
import { parseColor } from "#src/site/color.ts";

describe("a colour in words", () => {
  it.each([
    ["#FF0080", "#FF0080"],
    ["#ff0080", "#ff0080"],
    ["#F08", "#F08"],
    ["  #abc ", "#abc"],
    ["red", "red"],
    ["Dark Blue", "darkblue"],
    ["dark-blue", "darkblue"],
    ["dark  blue", "darkblue"],
    ["light gray", "lightgray"],
    ["Light Grey", "lightgrey"],
    ["REBECCAPURPLE", "rebeccapurple"],
    ["light goldenrod yellow", "lightgoldenrodyellow"],
    ["navy blue", "navy"],
  ])("%j is written %j", (words, written) => {
    expect(parseColor(words)).toBe(written);
  });

  it.each([
    ["darker"],
    ["brighter red"],
    ["our brand colour"],
    ["#ff"],
    ["#fffff"],
    ["#gggggg"],
    ["#FF0080000"],
    ["ff0080"],
    ["rgb(1,2)"],
    ["red;background:url(x)"],
    ["constructor"],
    ["__proto__"],
    [""],
    ["-"],
  ])("%j is not one colour", (words) => {
    expect(parseColor(words)).toBeNull();
  });
});
