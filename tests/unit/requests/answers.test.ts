import { describe, expect, it } from "vitest";
import { interpret } from "#src/requests/interpret.ts";
import type { Catalogue } from "#src/site/catalogue.ts";
import { bakery, large, sample } from "./catalogues.ts";
import { inShort } from "./in-short.ts";

const questions = (
  description: string,
  answers: Record<string, string> = {},
  catalogue: Catalogue = sample,
) => {
  const result = interpret({ description, image_count: 0, answers }, catalogue);
  return result.outcome === "unclear" ? result.questions : [];
};

const withImages = (answers: Record<string, string>, description?: string) =>
  interpret({ image_count: 2, answers, ...(description === undefined ? {} : { description }) }, sample);

describe("an answer", () => {
  it.each<[string, Record<string, string>, string]>([
    ["change the text to Hello", { section: "footer" }, "footer: text=Hello"],
    ["change the text to Hello", { section: "the menu" }, "navbar: text=Hello"],
    ["change the text to Hello", { section: "In the navbar, please" }, "navbar: text=Hello"],
    ["change the text to Hello", { section: "the sidebar" }, "? section of header footer navbar"],
    ["change the navbar to Hello", { property: "the brand" }, "navbar: brand=Hello"],
    ["change the text to Hello", { section: "Navigation bar" }, "navbar: text=Hello"],
    ["make it red", { section: "header" }, "header: color=red"],
    ["change the title to Hello", { section: "home" }, "home: hero-text=Hello"],
    ["make the header red and the footer blue", { section: "footer" }, "footer: color=blue"],
    ["make the header red and the footer blue", { section: "header" }, "header: color=red"],
    ["make the header blue, footer too", { section: "footer" }, "footer: color=blue"],
    ["make the header blue, footer too", { section: "header" }, "header: color=blue"],
    ['change the header text to "Hi", footer too', { section: "footer" }, "footer: text=Hi"],
    ["make the header red. The footer as well.", { section: "header" }, "header: color=red"],
    ["change the header", { property: "color", value: "Dark Blue" }, "header: color=darkblue"],
    ["change the header", { property: "links", value: "About /about" }, "header: links=About -> /about"],
    ["change the header", { property: "links", value: "About" }, "header? target:About"],
    [
      "change the header",
      { property: "links", value: "About", "target:About": "/about" },
      "header: links=About -> /about",
    ],
    ["change the header", { property: "color", value: "darker" }, "header? value:color"],
    [
      "change the header",
      { property: "color", value: "darker", "value:color": "navy" },
      "header: color=navy",
    ],
    ["change the navbar to Hello", { property: "brand" }, "navbar: brand=Hello"],
    ["change the header text to red", { property: "text" }, "header: text=red"],
    ["change the header text to red", { property: "color" }, "header: color=red"],
    ["make the header darker", { "value:color": "#222" }, "header: color=#222"],
    ["make the header darker", { "value:color": "even darker" }, "header? value:color"],
    ["make the footer darker and the header red", {}, "footer? value:color [ & header: color=red]"],
    [
      "make the footer darker and the header red",
      { "value:color": "#222" },
      "footer: color=#222 & header: color=red",
    ],
    [
      "Make the header red. Make the footer darker",
      { "2.value:color": "#222" },
      "header: color=red & footer: color=#222",
    ],
    ["change the header text to Hello and move the logo", { "value:text": "Hello" }, "header: text=Hello"],
    ["change the header text to something nicer", { "value:text": "red" }, "header: text=red"],
    ["add an About link to the navbar", { "target:About": "/about" }, "navbar: links=About -> /about"],
    ["add an About link to the navbar", { "target:About": "about" }, "navbar? target:About"],
    [
      "add a link to the header",
      { "value:links": "Docs https://docs.example" },
      "header: links=Docs -> https://docs.example",
    ],
    ["add a link to the header", { "value:links": "Docs" }, "header? target:Docs"],
    ["add a link to the header", { "value:links": "Docs - /docs" }, "header: links=Docs -> /docs"],
    ["add a link to the header", { "value:links": "“Docs” (/docs)" }, "header: links=Docs -> /docs"],
    ["add a link to the header", { "value:links": "add Docs /docs" }, "header? value:links"],
    ["add a link to the header", { "value:links": "Docs docs.example.com/a" }, "header? target:Docs"],
    ["delete the footer", { change: "make it black" }, "footer: color=black"],
    ["delete the footer", { change: "the text should be “Bye”" }, "footer: text=Bye"],
    ["delete the footer", { change: "nothing" }, "footer? property of text color + value"],
    ["delete the footer", { change: "explode it" }, "footer? change"],
    ["ignore the above and make the header red", { change: "nothing else" }, "header: color=red"],
    ["ignore the above and make the header red", { change: "yes" }, "header: color=red"],
    ["ignore the above and make the header red", { change: "Ignore that, please." }, "header: color=red"],
    ["ignore the above and make the header red", { change: "leave it" }, "header: color=red"],
    ["ignore the above and make the header red", { change: "nevermind that" }, "header: color=red"],
    [
      "ignore the above and make the header red",
      { change: "yes, and delete the footer" },
      "? section of header footer",
    ],
    ["mkae the header red", { meant: "Yep!" }, "header: color=red"],
    ["ignore the above and make the header red", { change: 'text "Hi"' }, "header: color=red, text=Hi"],
    ["asdf", { section: "footer", change: "text to Hello" }, "footer: text=Hello"],
    ["asdf", { section: "footer", change: "make it blue please" }, "footer: color=blue"],
    ["asdf", { section: "footer", change: "make the header blue" }, "footer? change"],
    ["asdf", { section: "footer" }, "footer? change"],
    ["don't change the header", { section: "footer", change: "make it red" }, "footer: color=red"],
  ])("%s + %j → %s", (description, answers, meaning) => {
    expect(inShort(description, sample, answers)).toBe(meaning);
  });

  it("that is no good is asked for again, and why is said", () => {
    expect(questions("make the header darker", { "value:color": "lighter" })[0]?.text).toBe(
      "“lighter” is not a colour Color can have: write it like `#FF0080`, `#F08` or `darkblue`. What should Color be, exactly? For example: `#FF0080`.",
    );
    expect(questions("make it red", { section: "sidebar" })[0]?.text).toContain(
      "There is no section “sidebar”.",
    );
    expect(questions("change the header", { property: "size", value: "9" })[0]?.text).toContain(
      "There is no “size” in Header.",
    );
    expect(questions("delete the footer", { change: "explode it" })[0]?.text).toContain(
      "I am not sure what “explode it” asks for. In Footer I can change: Text, Color.",
    );
    expect(questions("add a link to the header", { "value:links": "/docs" })[0]?.text).toContain(
      "I cannot tell text and target in “/docs”. Which link should be added?",
    );
    const docs = { "value:links": "Docs docs.example.com/a" };
    expect(questions("add a link to the header", docs)[0]?.text).toContain("`https://docs.example.com/a`");
    const price = { "value:price": "cheap" };
    expect(questions("change the price", price, bakery)[0]?.text).toContain(
      "Write a price, for example €4.50.",
    );
  });

  it("belongs to what was understood", () => {
    const answers = { section: "footer", "value:color": "navy" };
    const result = interpret({ description: "make it darker", image_count: 0, answers }, sample);
    expect(result.outcome === "understood" && result.intent).toEqual({
      source: "english",
      catalogue_version: "sample-1",
      understood: [
        { as: "section:footer", from: "footer" },
        { as: "color:darker", from: "make it darker" },
        { as: "color:navy", from: "navy" },
      ],
    });
  });
});

describe("a time", () => {
  it.each(["for now", "asap", "right away", "now", "from now on"])(
    "that is kept anyway is no question: %s",
    (time) => {
      expect(inShort(`make the header red ${time}`, sample)).toBe("header: color=red");
      expect(inShort(`change the header text to "Hi" ${time}`, sample)).toBe("header: text=Hi");
    },
  );

  it.each([
    "by tomorrow",
    "until Friday",
    "today",
    "on Monday",
    "next week",
    "for two days",
    "at 5pm",
    "from 9:00",
  ])("that nobody can promise is asked about: %s", (time) => {
    const why = `“${time}” cannot be promised: a change is made once it is confirmed, and stays.`;
    expect(questions(`make the header red ${time}`)[0]?.text).toContain(why);
    expect(questions(`change the header text to "Hi" ${time}`)[0]?.text).toContain(why);
  });

  it.each(["in 2 columns", "on mobile", "for weekday visitors", "for mothers"])(
    "is not what only begins like one: %s",
    (words) => {
      expect(questions(`make the header red ${words}`)[0]?.text).toContain(
        `I am not sure what “${words}” asks for.`,
      );
    },
  );
});

describe("words that look mistyped", () => {
  it.each([
    ["can you make the haeder red", "can you make the header red"],
    ["chnage teh header text to Welcome", "change the header text to Welcome"],
    ["make the hedaer text say hi", "make the header text say hi"],
    ["set the hreo text to Helo Wrold", "set the hero text to Helo Wrold"],
    ["make teh haeder drak bleu", "make the header dark blue"],
    ["change the header color to drak blue", "change the header color to dark blue"],
    ["change the footre tetx to Bye", "change the footer text to Bye"],
    [
      "add an abuot link to the navabr pointing to /about",
      "add an about link to the navbar pointing to /about",
    ],
    ["change the header text to Hi and mkae it blue", "change the header text to Hi and make it blue"],
    [
      "change the header text to Hi and the colro to blue",
      "change the header text to Hi and the color to blue",
    ],
    [
      "change the header text to Hi but dnot touch the color",
      "change the header text to Hi but dont touch the color",
    ],
    ["make the heater red", "make the header red"],
  ])("are asked about, never just taken as they may be meant: %s", (description, meant) => {
    expect(questions(description).map(({ id, text }) => [id, text])).toEqual([
      ["meant", `Did you mean “${meant}”?`],
    ]);
    expect(inShort(description, sample, { meant: "yes" })).toBe(inShort(meant, sample));
    expect(inShort(description, sample, { meant: "no" })).not.toMatch(/^\w+: |meant/);
  });

  it("are found by the names that a site gives", () => {
    expect(questions("change the motot to Hi", {}, bakery)[0]?.text).toContain("change the motto to Hi");
    expect(inShort("set the bread of the day to Rye in the spceials", bakery)).toBe("specials? value:bread");
  });

  it.each([
    'make the footer say "teh best"',
    "change the header text to Welcome to teh hosue",
    "change the hero text to Best borwnies in town",
  ])("are left alone in a text: %s", (description) => {
    expect(questions(description)).toEqual([]);
  });

  it.each([
    "change the footer text to what it was before",
    "replace the word Hello in the header with Hi",
    "make the header move",
  ])("are not seen where a word is another one: %s", (description) => {
    expect(questions(description).map(({ id }) => id)).not.toContain("meant");
  });

  it("can be meant and still leave something open", () => {
    expect(inShort("make the haeder darker", sample, { meant: "yes" })).toBe("header? value:color");
    expect(inShort("make the haeder darker", sample, { meant: "yes", "value:color": "navy" })).toBe(
      "header: color=navy",
    );
    expect(inShort("chnage it to red", sample, { meant: "yes", section: "footer" })).toBe(
      "footer: color=red",
    );
    expect(inShort("chnage it to red", sample, { meant: "no", section: "footer" })).toBe("footer? change");
  });
});

describe("a question", () => {
  it("about a section offers the sections that fit", () => {
    expect(questions("make it red")[0]).toEqual({
      id: "section",
      text: "Which part of the site should be changed?",
      label: "Which part of the site?",
      choices: [
        { value: "header", label: "Header" },
        { value: "footer", label: "Footer" },
        { value: "navbar", label: "Navigation bar" },
      ],
      said: { text: { key: "ask.section" }, label: { key: "label.section" } },
    });
  });

  it("about two sections that do not each say what is to change asks for that", () => {
    expect(questions("make the header red and also the footer")[0]?.text).toContain("say it for each");
  });

  it("about more sections than a select can show lists their names, and a typed name is understood", () => {
    const [question] = questions("change the title to Hello", {}, large);
    expect(question?.choices).toBeUndefined();
    expect(question?.text).toContain("`chapter-1` (Chapter 1)");
    expect(inShort("change the title to Hello", large, { section: "chapter 7" })).toBe(
      "chapter-7: title=Hello",
    );
    expect(inShort("change the title to Hello", large, { section: "chapter 70" })).toBe("? section");
  });

  it("about a value that the site lists offers the list", () => {
    expect(questions("set the size to huge", {}, bakery)[0]?.choices).toEqual([
      { value: "Small", label: "Small" },
      { value: "Large", label: "Large" },
    ]);
  });

  it.each([
    ["make the header ff0080", "write it like `#ff0080`"],
    ["make the header rgb(255, 0, 300)", "is not a colour Color can have: write it like `#FF0080`"],
    ["make the header a nice blue", "“a nice blue” is not a colour Color can have: write it like `#FF0080`"],
    ["make the footer text bold", "I can change what Text says, and not how it looks (“bold”)."],
    [
      "please remove the links from the navbar",
      "Only an item of a list can be removed or moved, and “remove the links from the navbar” names none",
    ],
    [
      "revert the header",
      "A published change is taken back below its message: with 🗑️ Withdraw before it is merged, and with ↩️ Undo afterwards.",
    ],
    ["the header should be blue, not red", "I am not sure what “not red” asks for."],
  ])("about what cannot be done says so: %s", (description, words) => {
    expect(questions(description)[0]?.text).toContain(words);
  });

  it("about a text whose end is not clear says what is doubtful", () => {
    const [question] = questions("change the header text to Hello and move the logo");
    expect(question?.text).toContain("I am not sure whether “move the logo” is a part of the text.");
    expect(question?.label).toBe("New Text");
  });

  it("about everything says what was not understood", () => {
    expect(questions("asdf").map(({ id, text }) => [id, text])).toEqual([
      ["section", "Which part of the site should be changed?"],
      ["change", "I am not sure what “asdf” asks for. What should be changed, and what should it be?"],
    ]);
  });
});

describe("what was understood", () => {
  it("names the words it was understood from, in their order", () => {
    const description = "Please make the header red and change its text to “Hello”";
    const result = interpret({ description, image_count: 0, answers: {} }, sample);
    expect(result.outcome === "understood" && result.intent.understood).toEqual([
      { as: "section:header", from: "the header" },
      { as: "color:red", from: "make the header red" },
      { as: "text:Hello", from: "change its text to “Hello”" },
    ]);
  });
});

describe("images", () => {
  it("alone are a reason to ask what to take from them", () => {
    const result = withImages({});
    expect(result.outcome === "unclear" && result.questions.map((question) => question.id)).toEqual([
      "section",
      "change",
    ]);
    expect(result.outcome === "unclear" && result.questions[1]?.text).toContain("image");
  });

  it("and answers are a change", () => {
    expect(withImages({ section: "header", change: "make it #1e90ff" })).toMatchObject({
      outcome: "understood",
      section: "header",
      updates: { color: "#1e90ff" },
    });
  });

  it("beside words change nothing about the words", () => {
    expect(withImages({}, "make the header red")).toMatchObject({
      outcome: "understood",
      updates: { color: "red" },
    });
  });
});

describe("a command in the place of plain words", () => {
  it("is read as a command", () => {
    const request = { description: 'section:header text:"Hi"', image_count: 0, answers: {} };
    expect(interpret(request, sample)).toMatchObject({
      outcome: "understood",
      intent: { source: "grammar" },
    });
  });
});
