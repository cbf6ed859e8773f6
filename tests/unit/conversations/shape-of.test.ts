import { describe, expect, it } from "vitest";
import { KNOWN_SHAPE } from "#entities/shape.ts";
import type { ListEdit } from "#src/site/catalogue.ts";
import { shapeOf } from "#src/conversations/shape-of.ts";

describe("the shape of a conversation", () => {
  it("is the first for values and links to add, which every release reads", () => {
    expect(shapeOf({})).toEqual({});
    expect(shapeOf({ text: "Hello", links: [{ label: "About", href: "/about" }] })).toEqual({});
  });

  it.each<ListEdit>([
    { remove: "FAQ" },
    { move: "FAQ", to: "last" },
    { change: "FAQ", set: { label: "Help" } },
    { add: { label: "FAQ", href: "/faq" }, to: "first" },
  ])("is the second for %j, and this release reads it", (edit) => {
    const shape = shapeOf({ text: "Hello", links: [{ label: "About", href: "/about" }, edit] });
    expect(shape).toEqual({ shape: 2 });
    expect(KNOWN_SHAPE).toBeGreaterThanOrEqual(2);
  });

  it("is the fifth when it publishes a picture, whatever else it changes", () => {
    const image = {
      id: "1",
      name: "a.png",
      content_type: "image/png",
      size: 3,
      url: "https://cdn.discordapp.com/a",
    };
    const file = {
      path: "a/b.webp",
      version: "0".repeat(40),
      content_type: "image/webp",
      size: 1,
      width: 1,
      height: 1,
    };
    expect(shapeOf({ picture: "/b.webp" }, [], [image])).toEqual({});
    expect(shapeOf({ picture: "/b.webp" }, [], [{ ...image, used: [file] }])).toEqual({ shape: 5 });
    expect(shapeOf({}, [{ section: "a", updates: {} }], [{ ...image, used: [file] }])).toEqual({ shape: 5 });
  });
});
