import { describe, expect, it } from "vitest";
import type { ListEdit } from "#src/site/catalogue.ts";
import { edit, messageOf, outcomeOf } from "./edited.ts";

const inMarkup = { id: "items", kind: "list", selector: "ul", fields: { label: "a", href: "a@href" } };
const inData = { id: "items", kind: "list", pointer: "/menu", fields: { label: "name", href: "url" } };
const NEWS = { add: { label: "News", href: "/news" } };

const page = (...items: string[]): string =>
  `<body>\n<ul>\n${items.map((item) => `  ${item}\n`).join("")}</ul>\n`;
const link = (label: string, extra = ""): string =>
  `<li${extra}><a href="/${label.toLowerCase()}">${label}</a></li>`;
/** One table of a menu in TOML. */
const table = (name: string, weight: number): string =>
  `  [[menu]]\n    name = "${name}"\n    url = "/${name.toLowerCase()}"\n    weight = ${weight}\n`;
/** A menu in YAML, weighted in its order. */
const yaml = (names: string[]): string =>
  `menu:\n${names.map((name, at) => `  - name: ${name}\n    url: /${name}\n    weight: ${at + 1}\n`).join("")}`;
const done = (file: string, property: object, text: string, ...edits: ListEdit[]) =>
  outcomeOf(file, [property], text, { items: edits });
const said = (file: string, property: object, text: string, ...edits: ListEdit[]) =>
  messageOf(file, [property], text, { items: edits });

describe("a new item of a list", () => {
  it("is a copy of a plain one, and not of the page that is shown", async () => {
    const active = link("Home", ' class="active" aria-current="page"');
    expect(await done("a.html", inMarkup, page(link("About"), link("Team"), active), NEWS)).toBe(
      page(link("About"), link("Team"), active, link("News")),
    );
    expect(await done("a.html", inMarkup, page(link("About"), active), NEWS)).toBe(
      page(link("About"), active, link("News")),
    );
  });

  it.each([
    ["an id", page(link("About", ' id="about"'), link("Team", ' id="team"')), "id="],
    ["a key", page(link("About", ' key="about"'), link("Team", ' key="team"')), "key="],
    ["only an id", page(link("About", ' id="about"')), "id="],
    [
      "a picture",
      page(
        '<li><img src="a.png"><a href="/about">About</a></li>',
        '<li><img src="b.png"><a href="/team">Team</a></li>',
      ),
      "src=",
    ],
  ])("is refused by name where each has %s of its own", async (_what, text, name) => {
    expect(await done("a.html", inMarkup, text, NEWS)).toBe("not-editable");
    expect(await said("a.html", inMarkup, text, NEWS)).toContain(name);
  });

  it("counts on at the end, and only there", async () => {
    const text = page(link("About", ' id="item-1"'), link("Team", ' id="item-2"'));
    expect(await done("a.html", inMarkup, text, NEWS)).toContain(
      '<li id="item-3"><a href="/news">News</a></li>',
    );
    expect(await done("a.html", inMarkup, text, { ...NEWS, to: "first" })).toBe("not-editable");
  });

  it("has the indentation of its table, and the next weight", async () => {
    const text = `${table("Home", 10)}\n${table("About", 20)}`;
    expect(await done("hugo.toml", inData, text, NEWS)).toBe(`${text}\n${table("News", 30)}`);
  });

  it("may be of a file that is a list", async () => {
    const text = "# Main\n- name: Home\n  url: /\n- name: About\n  url: /about\n";
    expect(await done("nav.yml", { ...inData, pointer: "" }, text, NEWS)).toBe(
      `${text}- name: News\n  url: /news\n`,
    );
    expect(await done("nav.yml", { ...inData, pointer: "" }, text, { move: "About", to: "first" })).toBe(
      "# Main\n- name: About\n  url: /about\n- name: Home\n  url: /\n",
    );
  });

  it("needs what its list names, and may be without what is optional", async () => {
    const fields = { label: "name", href: "url", note: { at: "note", optional: true } };
    const text = "menu:\n  - name: Home\n    url: /\n  - name: About\n    url: /about\n    note: us\n";
    const property = { ...inData, fields };
    expect(await said("a.yml", property, text, { add: { label: "News" } })).toContain("href");
    expect(await done("a.yml", property, text, NEWS)).toBe(`${text}  - name: News\n    url: /news\n`);
    expect(await done("a.yml", property, text, { add: { ...NEWS.add, note: "all" } })).toBe(
      `${text}  - name: News\n    url: /news\n    note: all\n`,
    );
  });

  it.each([
    [
      "menu:\n  - { name: Home, url: / }\n",
      "menu:\n  - { name: Home, url: / }\n  - { name: News, url: /news }\n",
    ],
    [
      "menu:\n- name: Home\n  url: /\nend: 1\n",
      "menu:\n- name: Home\n  url: /\n- name: News\n  url: /news\nend: 1\n",
    ],
  ])("goes on a line of its own behind the only dash: %j", async (before, after) => {
    expect(await done("a.yml", inData, before, NEWS)).toBe(after);
  });
});

describe("an item of a list", () => {
  const text = page(link("About"), link("Team"), link("Contact"));

  it("is not removed twice", async () => {
    const once = await done("a.html", inMarkup, text, { remove: "Team" });
    expect(once).toBe(page(link("About"), link("Contact")));
    expect(await done("a.html", inMarkup, once, { remove: "Team" })).toBe("no-item");
  });

  it("is moved to where it is, or renamed to what it is called, without a change", async () => {
    for (const wanted of [
      { move: "About", to: "first" as const },
      { move: "About", to: { before: "Team" } },
      { change: "Team", set: { label: "Team" } },
      { change: "Teams", set: { label: "Team" } },
    ])
      expect(await edit("a.html", [inMarkup], text, { items: [wanted] })).toMatchObject({
        ok: true,
        changes: [],
      });
  });

  it("that is called like another one is asked about, with what tells them apart", async () => {
    const two = page(link("About"), '<li><a href="/us">About</a></li>', link("Team"));
    const outcome = await edit("a.html", [inMarkup], two, { items: [{ remove: "about" }] });
    expect(outcome).toMatchObject({
      ok: false,
      code: "several-items",
      which: {
        words: "about",
        choices: [
          { value: "/about", label: "About (/about)" },
          { value: "/us", label: "About (/us)" },
        ],
      },
    });
    expect(await done("a.html", inMarkup, two, { remove: "/us" })).toBe(page(link("About"), link("Team")));
  });

  it("that is the last one stays, and one with other links in it, too", async () => {
    expect(await said("a.html", inMarkup, page(link("About")), { remove: "About" })).toContain("last item");
    const menu = `<li><a href="/shop">Shop</a><ul id="x"><li><a href="/bags">Bags</a></li></ul></li>`;
    const links = {
      id: "items",
      kind: "link",
      selector: "body > ul",
      template: '<li><a href="{href}">{label}</a></li>',
    };
    expect(await said("a.html", links, page(link("About"), menu), { remove: "Shop" })).toContain("“Bags”");
  });

  it("that code repeats is none, and a list that a template language makes is refused", async () => {
    const vue =
      '<template>\n<ul>\n  <li v-for="x in xs"><a href="/x">X</a></li>\n  <li><a href="/a">A</a></li>\n  <li><a href="/b">B</a></li>\n</ul>\n</template>\n';
    expect(await done("a.vue", inMarkup, vue, { remove: "X" })).toBe("no-item");
    expect(await done("a.vue", inMarkup, vue, { remove: "A" })).not.toContain('"/a"');
    const liquid = page("{% for x in xs %}", link("About"), "{% endfor %}");
    expect(await done("a.liquid", inMarkup, liquid, { remove: "About" })).toBe("holds-code");
  });

  it("leaves its weight to the place that it had", async () => {
    expect(await done("a.yml", inData, yaml(["a", "b", "c"]), { move: "c", to: "first" })).toBe(
      yaml(["c", "a", "b"]),
    );
    const unsorted = "menu:\n  - {name: a, url: /a, weight: 2}\n  - {name: b, url: /b, weight: 1}\n";
    expect(await said("a.yml", inData, unsorted, { move: "b", to: "first" })).toContain("ordered by numbers");
    expect(await done("a.yml", inData, unsorted, { remove: "b" })).toBe(
      "menu:\n  - {name: a, url: /a, weight: 2}\n",
    );
  });
});

it("a list and a value beside it are changed as one edit, and what contradicts is refused", async () => {
  const title = { id: "title", kind: "text", selector: "h1" };
  const first = { id: "first", kind: "text", selector: "li:first-child a" };
  const text = `${page(link("About"), link("Team"))}<h1>Old</h1>\n`;
  const updates = { title: "New", items: [{ remove: "Team" }, { label: "News", href: "/news" }] };
  const wanted = `${page(link("About"), link("News"))}<h1>New</h1>\n`;
  expect(await outcomeOf("a.html", [title, inMarkup], text, updates)).toBe(wanted);
  expect(await outcomeOf("a.html", [inMarkup, title], text, updates)).toBe(wanted);
  expect(
    await outcomeOf("a.html", [inMarkup, first], text, { items: [{ remove: "About" }], first: "Us" }),
  ).toBe("conflict");
});
