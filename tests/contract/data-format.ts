import { describe, expect, it } from "vitest";
import { editSection } from "#src/site/edit-section.ts";
import { readSection } from "#src/site/read-section.ts";
import { definitionOf } from "#tests/unit/site/page-definition.ts";

/** One language of data: how it writes the same site, and another program that reads it. */
export interface DataFormat {
  name: string;
  file: string;
  /** The site of `SITE` with comments, in which the same text stands more than once. */
  source: string;
  /** All of the file's data, as another program than ours reads it. */
  read: (text: string) => unknown;
  /** A file in which `/title` stands twice, where the language allows that. */
  repeated?: string;
  /** A file with a mistake, where the usual one would make it another kind of file. */
  broken?: string;
  /** What the pointers of the site begin with. */
  prefix?: string;
}

const SITE = {
  title: "Acme",
  count: 12,
  price: 4.5,
  open: true,
  "odd name/with ~": "Acme",
  hero: { title: "Acme", text: 'It\'s "here"' },
  menu: [
    { label: "Home", url: "/" },
    { label: "About", url: "/about" },
  ],
  tags: ["one", "two"],
};

const TEXTS = [
  "/title",
  "/odd name~1with ~0",
  "/hero/title",
  "/hero/text",
  "/menu/0/label",
  "/menu/1/label",
  "/tags/0",
  "/tags/1",
];

/** What every language of data has to do with the same site. */
export function describeDataFormat(format: DataFormat): void {
  const { name, file, source, read, repeated, broken: mistaken, prefix = "" } = format;
  const property = (pointer: string) => ({
    id: "x",
    kind: "value",
    value: "text",
    pointer: prefix + pointer,
  });
  const edit = (text: string | Uint8Array, pointer: string, value: string) =>
    editSection(definitionOf(file, [property(pointer)]), bytesOf(text), {
      section: "page",
      updates: { x: value },
    });
  const edited = async (text: string, pointer: string, value: string): Promise<string> => {
    const outcome = await edit(text, pointer, value);
    return outcome.ok ? textOf(outcome.content) : outcome.code;
  };

  describe(name, () => {
    it("is read by another program as the site it writes", () => {
      expect(read(source)).toEqual(SITE);
    });

    it.each(TEXTS)("changes the one text at %s and no other", async (pointer) => {
      expect(read(await edited(source, pointer, "Some new: words"))).toEqual(
        changed(SITE, pointer, "Some new: words"),
      );
    });

    it.each(TEXTS)("touches one place of the file for %s", async (pointer) => {
      const after = await edited(source, pointer, "Zebra");
      const start = source.split("").findIndex((unit, at) => unit !== after[at]);
      const rest = after.slice(after.indexOf("Zebra") + "Zebra".length).replace(/^["']/, "");
      expect(source.endsWith(rest)).toBe(true);
      expect(after.indexOf("Zebra") - start).toBeLessThanOrEqual(1);
    });

    it("changes nothing when the value is there already, and the same the second time", async () => {
      expect(await edit(source, "/hero/title", "Acme")).toMatchObject({ ok: true, changes: [] });
      const once = await edited(source, "/hero/title", "Bee");
      expect(await edit(once, "/hero/title", "Bee")).toEqual({
        ok: true,
        content: bytesOf(once),
        changes: [],
      });
    });

    it("keeps a number a number, and true or false one of them", async () => {
      expect(read(await edited(source, "/count", "13"))).toEqual({ ...SITE, count: 13 });
      expect(read(await edited(source, "/price", "-0.5"))).toEqual({ ...SITE, price: -0.5 });
      expect(read(await edited(source, "/open", "false"))).toEqual({ ...SITE, open: false });
      for (const [pointer, value] of [
        ["/count", "many"],
        ["/price", "4,5"],
        ["/open", "maybe"],
        ["/count", "1]"],
      ] as const)
        expect(await edited(source, pointer, value)).toBe("invalid-value");
    });

    it("keeps a text a text, whatever it looks like", async () => {
      for (const value of [
        "12",
        "true",
        "null",
        "2026-11-25",
        "yes",
        "~",
        ".",
        "._1",
        "0x1F",
        "1e3",
        "[]",
        "{}",
        "- a",
        "# a",
      ])
        expect(read(await edited(source, "/title", value))).toEqual({ ...SITE, title: value });
    });

    it("keeps Windows line endings and a byte order mark", async () => {
      const windows = `\uFEFF${source.replaceAll("\n", "\r\n")}`;
      const after = await edit(windows, "/menu/1/label", "Us");
      const expected = `\uFEFF${(await edited(source, "/menu/1/label", "Us")).replaceAll("\n", "\r\n")}`;
      expect(after.ok && new TextDecoder("utf-8", { ignoreBOM: true }).decode(after.content)).toBe(expected);
    });

    it.each([
      ["/nothing", "no-match"],
      ["/title/0", "no-match"],
      ["/menu/2/label", "no-match"],
      ["/menu/-1/label", "no-match"],
      ["/menu/01/label", "no-match"],
      ["/menu/label", "no-match"],
      ["/hero", "holds-elements"],
      ["/menu", "holds-elements"],
      ["/menu/0", "holds-elements"],
    ])("refuses %s by name (%s)", async (pointer, code) => {
      const outcome = await edit(source, pointer, "x");
      expect(outcome).toMatchObject({ ok: false, code });
      expect(outcome.ok ? "" : outcome.message).toContain(prefix + pointer);
    });

    it.runIf(repeated)("refuses a name that stands twice", async () => {
      expect(await edited(repeated ?? "", "/title", "x")).toBe("several-matches");
    });

    it("says what every property is now", async () => {
      const [section] = definitionOf(file, [property("/menu/1/url")]).sections;
      if (section === undefined) throw new Error("no section");
      expect(await readSection(section, bytesOf(source))).toMatchObject([
        { now: { ok: true, value: "/about" } },
      ]);
    });

    it("refuses a file that is broken, and names the line", async () => {
      const broken = `${source.trimEnd().slice(0, -1)}\n"\n`;
      const outcome = await edit(
        mistaken ?? (file.endsWith(".md") ? source.replace("title", '"title') : broken),
        "/title",
        "x",
      );
      expect(outcome).toMatchObject({ ok: false, code: "not-parsable" });
    });
  });
}

const bytesOf = (text: string | Uint8Array): Uint8Array =>
  typeof text === "string" ? new TextEncoder().encode(text) : text;
const textOf = (content: Uint8Array): string => new TextDecoder().decode(content);

/** The data with another value at a pointer. */
function changed(data: object, pointer: string, value: string): unknown {
  const copy = structuredClone(data);
  const parts = pointer
    .slice(1)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = parts.pop() ?? "";
  const holder = parts.reduce<object>((node, part) => Reflect.get(node, part) as object, copy);
  Reflect.set(holder, last, value);
  return copy;
}
