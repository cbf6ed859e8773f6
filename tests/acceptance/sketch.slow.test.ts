import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SketchAnswer, SketchRequest } from "#src/sketch/page-change.ts";
import type { Message } from "#stand-ins/discord/messages.ts";
import { settleDefaultSite } from "#tests/support/default-site.ts";
import { ANN } from "#tests/support/people.ts";
import { attachedTo, buttonsOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

const [before, after] = [Buffer.from("the page now"), Buffer.from("the page as asked")];
const box = { x: 0, y: 0, width: 10, height: 10 };
const drawn: SketchAnswer = {
  drawn: true,
  before: before.toString("base64"),
  after: after.toString("base64"),
  box,
  shown: 1,
};

let system: TestSystem;
let asked: SketchRequest[];
let draw: (request: SketchRequest) => Promise<SketchAnswer>;

beforeAll(async () => {
  system = await startSystem();
  await system.site.change("ux-agent.json", (json) => json.replace("{", '{ "url": "https://cafe.example",'));
  system.app.sketch = {
    draw: (request) => {
      asked.push(request);
      return draw(request);
    },
    page: undefined,
  };
  await drawsPages("on");
});
beforeEach(() => {
  asked = [];
  draw = async () => drawn;
});
afterAll(() => system.stop());

async function drawsPages(pictures: "on" | null): Promise<void> {
  await settleDefaultSite(system, pictures ? { pictures } : {});
  system.passMinutes(2);
}

const ask = (text: string) => system.preview(ANN, { command: `section:header text:"${text}"` });

const names = (message: Message): string[] => message.attachments.map(({ filename }) => filename);
const now = (): Message => system.message;

describe("a preview of a site that wants pictures", () => {
  test("shows the live page before and after the change, with words for who does not see them", async () => {
    const { message } = await ask("Good evening");
    expect(asked).toEqual([
      {
        url: "https://cafe.example",
        changes: [
          expect.objectContaining({ kind: "text", after: "Good evening", selector: ".header-title" }),
        ],
      },
    ]);
    expect(buttonsOf(message)).toEqual(expect.arrayContaining(["Confirm", "Edit", "Cancel"]));
    expect(message.embeds.slice(1)).toEqual([
      {
        title: "Sketch on the live page",
        url: "https://cafe.example",
        description: "Now",
        image: { url: "attachment://sketch-now.png" },
      },
      { description: "As asked", image: { url: "attachment://sketch-as-asked.png" } },
    ]);
    expect(attachedTo(message, "sketch-now.png", system.discord.standIn)).toEqual(before);
    expect(attachedTo(message, "sketch-as-asked.png", system.discord.standIn)).toEqual(after);
    expect(system.discord.standIn.violations).toEqual([]);
  });

  test("keeps the files that show all of a long change, and can be confirmed", async () => {
    const { id, message } = await ask("Welcome to our shop. ".repeat(150));
    expect(names(message)).toEqual(["change.diff", "changes.txt", "sketch-now.png", "sketch-as-asked.png"]);
    const confirmed = await system.confirm(ANN, message);
    expect(confirmed.content).toContain("✅ Published");
    expect(names(confirmed)).toEqual(["change.diff", "changes.txt"]);
    expect(await system.site.changedOn(`ux-update/header-${id}`)).toEqual(["src/components/Header.jsx"]);
  });

  test("says how much of it they show, in the language of its owner", async () => {
    const german = { ...ANN, locale: "de" };
    const { message } = await system.preview(german, {
      command: 'section:header text:"Hallo" color:"#8A1538"',
    });
    expect(asked[0]?.changes.map(({ kind }) => kind)).toEqual(["text", "style"]);
    expect(message.embeds[1]).toMatchObject({ title: "Skizze auf der Live-Seite", description: "Jetzt" });
    expect(message.embeds[2]?.description).toBe("Wie gewünscht (1 von 2 Änderungen)");
  });

  test("has none of them once it is decided about", async () => {
    const { message } = await ask("Good night");
    expect(names(await system.confirm(ANN, message))).toEqual([]);
  });
});

describe("a preview stands by itself", () => {
  test.each<[string, () => Promise<SketchAnswer>]>([
    ["the function fails", () => Promise.reject(new Error("it ran out of memory"))],
    ["the page does not show the old value", async () => ({ drawn: false, why: "not exactly once" })],
  ])("where %s", async (_why, does) => {
    draw = does;
    const { message } = await ask("Good day");
    expect(asked).toHaveLength(1);
    expect(buttonsOf(message)).toEqual(expect.arrayContaining(["Confirm", "Edit", "Cancel"]));
    expect({ embeds: message.embeds.length, files: names(message) }).toEqual({ embeds: 1, files: [] });
  });

  test("where Discord does not take the pictures", async () => {
    system.discord.intercept = (method) => (method === "PATCH" && asked.length > 0 ? { status: 400 } : null);
    const { message } = await ask("Good noon");
    system.discord.intercept = null;
    expect(names(message)).toEqual([]);
    expect((await system.confirm(ANN, message)).content).toContain("✅ Published");
  });

  test("where the site does not want them, and the page is not asked for", async () => {
    await drawsPages(null);
    const { message } = await ask("Good dawn");
    await drawsPages("on");
    expect({ asked, files: names(message) }).toEqual({ asked: [], files: [] });
  });

  test("where the site says no address", async () => {
    const whole = await system.site.git("show", "main:ux-agent.json");
    await system.site.change("ux-agent.json", (json) => json.replace(/"url": "[^"]*",/, ""));
    const { message } = await ask("Good dusk");
    await system.site.change("ux-agent.json", () => whole);
    expect({ asked, files: names(message) }).toEqual({ asked: [], files: [] });
  });
});

/** Lets something happen to the shown preview at a moment: while the page is drawn, or while the pictures are on the way. */
async function meanwhile(when: "drawn" | "sent", act: (message: Message) => Promise<unknown>): Promise<void> {
  let acted: Promise<unknown> | null = null;
  const once = () => (acted ??= act(now()));
  if (when === "drawn") {
    draw = async () => {
      await once();
      return drawn;
    };
  } else {
    draw = async () => {
      system.discord.intercept = async (method, path) => {
        // The pictures arrive after what the click has answered.
        if (method === "PATCH" && path.includes("@original") && acted === null) await once();
        return null;
      };
      return drawn;
    };
  }
  await ask(`Good ${when}`);
  system.discord.intercept = null;
  expect(acted).not.toBeNull();
}

describe("late pictures bring no button back", () => {
  test.each(["drawn", "sent"] as const)("after a Cancel while they are %s", async (when) => {
    await meanwhile(when, async (message) => {
      await system.press(ANN, message, "Cancel");
      // Archived, and said by the message, before the pictures arrive.
      await system.execute(await system.table.records());
    });
    expect({ content: now().content, buttons: buttonsOf(now()), files: names(now()) }).toEqual({
      content: "❌ Cancelled. Nothing was changed.",
      buttons: [],
      files: [],
    });
  });

  test.each(["drawn", "sent"] as const)("after a Confirm while they are %s", async (when) => {
    let publishing: Message | undefined;
    const show = system.app.board.show;
    system.app.board.show = async (place, message, attached) => {
      const shown = await show(place, message, attached);
      if (message.content.startsWith("⏳ Publishing")) publishing = now();
      return shown;
    };
    await meanwhile(when, (message) => system.press(ANN, message, "Confirm"));
    system.app.board.show = show;
    // Not even until the task of the Confirm is carried out.
    if (when === "sent") expect(publishing && buttonsOf(publishing)).not.toContain("Confirm");
    await system.deliver();
    expect(now().content).toContain("✅ Published");
    expect(names(now())).toEqual([]);
    expect(buttonsOf(now())).not.toContain("Confirm");
  });

  test("and a Confirm does not wait for a page that takes long", async () => {
    let ended = false;
    draw = () =>
      new Promise((resolve) => {
        void system.press(ANN, now(), "Confirm");
        setTimeout(() => {
          ended = true;
          resolve(drawn);
        }, 60_000).unref();
      });
    await ask("Good patience");
    expect(ended).toBe(false);
    expect(now().content).toContain("✅ Published");
  });
});
