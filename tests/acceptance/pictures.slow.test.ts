import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { makePicture } from "#src/pictures/make-picture.ts";
import { blobId } from "#src/publishing/blob-id.ts";
import type { Message } from "#stand-ins/discord/messages.ts";
import { labelsOf } from "#tests/support/answer.ts";
import { ANN } from "#tests/support/people.ts";
import { PAGE, SETTINGS, pageWithPicture, settingsWithPicture, upload } from "#tests/support/picture-site.ts";
import { animated, bomb, photograph, plainPicture } from "#tests/support/pictures.ts";
import { messageOf } from "#tests/support/queue-message.ts";
import { buttonsOf, diffOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

const ASKED = { command: "section:home picture:attached" };

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
  await system.site.change(PAGE, pageWithPicture);
  await system.site.change(SETTINGS, settingsWithPicture);
  await system.warmUp();
  system.use(system.newContainer());
});
afterEach(() => {
  expect(system.discord.standIn.violations).toEqual([]);
});
afterAll(() => system.stop());

/** Asks with attachments and shows what comes of it. */
async function ask(options: Record<string, string>, ...attachments: { id: string }[]) {
  const { id } = await system.send(system.bodies.slash(ANN, options, "ux-update", {}, attachments));
  await system.deliver();
  return { id, message: system.message };
}

/** What the message has attached under a name. */
function attached(message: Message, name: string): Buffer {
  const found = message.attachments.find(({ filename }) => filename === name);
  return Buffer.from((found && system.discord.standIn.channel.file(found.id)?.content) ?? []);
}

const pictureOf = (message: Message): string =>
  message.embeds
    .map(({ image }) => image?.url ?? "")
    .find((url) => url.startsWith("attachment://"))
    ?.slice(13) ?? "";

const branchOf = (id: string): string => `ux-update/home-${id}`;

async function published(id: string, path: string): Promise<Buffer> {
  const base64 = await system.site.git("cat-file", "blob", `${branchOf(id)}:${path}`).catch(() => "");
  if (base64 === "") return Buffer.alloc(0);
  const { execFileSync } = await import("node:child_process");
  return execFileSync("git", ["-C", system.site.path, "cat-file", "blob", `${branchOf(id)}:${path}`]);
}

/** Whether the repository holds an object, whatever refers to it. */
const holds = async (object: string): Promise<boolean> =>
  system.site.git("cat-file", "-e", object).then(
    () => true,
    () => false,
  );

async function confirmed(message: Message): Promise<Message> {
  await system.press(ANN, message, "Confirm");
  await system.deliver();
  return system.message;
}

describe("a picture is replaced", () => {
  test("by what was shown, to the byte, without what the camera wrote into it", async () => {
    const { id, message } = await ask(ASKED, await upload(system.discord.standIn));
    const name = pictureOf(message);
    expect(name).toMatch(/^new-pier-[0-9a-f]{8}\.webp$/);
    const shown = attached(message, name);
    expect(await sharp(shown).metadata()).toMatchObject({ format: "webp", width: 300, height: 400 });
    expect(message.embeds[0]?.description).toContain(
      `New pier.jpg, as public/images/${name.replaceAll("-", "\\-")} (300 × 400 pixels, ${Math.ceil(shown.length / 1000)} kB`.replaceAll(
        /[()]/g,
        "\\$&",
      ),
    );
    const { content } = await confirmed(message);
    expect(content).toContain("Published");
    expect(await published(id, `public/images/${name}`)).toEqual(shown);
    expect((await sharp(shown).metadata()).exif).toBeUndefined();
    expect(await system.site.git("show", `${branchOf(id)}:${PAGE}`)).toContain(`src="/images/${name}"`);
    const files = await system.site.git("diff", "--name-only", "main", branchOf(id));
    expect(files.trim().split("\n")).toEqual([`public/images/${name}`, PAGE]);
    expect(await system.table.item(id)).toMatchObject({
      shape: 5,
      images: [
        {
          name: "New pier.jpg",
          used: [
            {
              path: `public/images/${name}`,
              version: blobId(shown),
              content_type: "image/webp",
              size: shown.length,
              width: 300,
              height: 400,
            },
          ],
        },
      ],
    });
  });

  test("and the message keeps it once it is published", async () => {
    const { message } = await ask(ASKED, await upload(system.discord.standIn));
    const done = await confirmed(message);
    expect(pictureOf(done)).toBe(pictureOf(message));
    expect(attached(done, pictureOf(done))).toEqual(attached(message, pictureOf(message)));
  });

  test("beside other changes, with words of its own that describe it", async () => {
    const { id, message } = await ask(
      {
        command:
          'section:home picture:attached picture-words:"The new pier" hero-text:"Open" section:footer color:red',
      },
      await upload(system.discord.standIn),
    );
    expect(message.embeds[0]?.description).not.toContain("describe it stay");
    await confirmed(message);
    const page = await system.site.git("show", `${branchOf(id)}:${PAGE}`);
    expect(page).toContain('alt="The new pier"');
    expect(page).toContain(pictureOf(message));
    expect(await published(id, `public/images/${pictureOf(message)}`)).toEqual(
      attached(message, pictureOf(message)),
    );
  });

  test("and the preview says what describes it still", async () => {
    const { message } = await ask(ASKED, await upload(system.discord.standIn));
    expect(message.embeds[0]?.description).toContain("The words that describe it stay “The old pier”");
  });

  test("by the second of two, and the first is said to be unused", async () => {
    const first = await upload(system.discord.standIn, photograph(), {
      filename: "first.jpg",
      content_type: "image/jpeg",
    });
    const second = await upload(system.discord.standIn, plainPicture(50, 40).jpeg().toBuffer());
    const { message } = await ask({ command: "section:home picture:attached2" }, first, second);
    expect(message.embeds[0]?.description).toContain("I did nothing about: “the attached picture first.jpg”");
    expect(await sharp(attached(message, pictureOf(message))).metadata()).toMatchObject({
      width: 50,
      height: 40,
    });
  });
});

describe("in plain words", () => {
  test("“use this as the hero picture” is that picture", async () => {
    const { id, message } = await ask(
      { description: "Please use this as the new hero picture." },
      await upload(system.discord.standIn, photograph(421, 300)),
    );
    await confirmed(message);
    expect(await published(id, `public/images/${pictureOf(message)}`)).toEqual(
      attached(message, pictureOf(message)),
    );
  });

  test("one of two pictures is asked for", async () => {
    const pictures = [
      await upload(system.discord.standIn, photograph(422, 300)),
      await upload(system.discord.standIn, plainPicture(60, 40).jpeg().toBuffer()),
    ];
    const { message } = await ask({ description: "use this as the hero picture" }, ...pictures);
    const form = await system.press(ANN, message, "Answer");
    await system.submit(ANN, form, message, { [labelsOf(form)[0] ?? ""]: "attached2" });
    await system.deliver();
    const shown = attached(system.message, pictureOf(system.message));
    expect(await sharp(shown).metadata()).toMatchObject({ width: 60, height: 40 });
  });

  test("the colour of a logo is asked about, with what it is, and then taken", async () => {
    const logo = await sharp({ create: { width: 200, height: 100, channels: 3, background: "#ffffff" } })
      .composite([
        {
          input: { create: { width: 60, height: 60, channels: 3, background: "#e4572e" } },
          top: 20,
          left: 20,
        },
      ])
      .png()
      .toBuffer();
    const picture = await upload(system.discord.standIn, logo, {
      filename: "logo.png",
      content_type: "image/png",
    });
    const { id, message } = await ask({ description: "use the colour of this logo for the header" }, picture);
    expect(message.content).toContain(
      "Did you mean one of these colours of the picture: 🟥 #E4572E (18 % of it), ⬜ #FFFFFF",
    );
    expect(buttonsOf(message)).toEqual(["Answer", "Cancel"]);
    const form = await system.press(ANN, message, "Answer");
    await system.submit(ANN, form, message, { "Which colour did you mean?": "#E4572E" });
    await system.deliver();
    expect(system.message.embeds[0]?.description).toContain("#E4572E");
    expect(system.message.embeds[0]?.description).not.toContain("I did nothing about");
    expect(system.message.attachments).toEqual([]);
    await confirmed(system.message);
    expect(await system.site.git("show", `ux-update/header-${id}:src/components/Header.jsx`)).toContain(
      "#E4572E",
    );
  });

  test("the colours of what is no picture are not to be had, and it says so", async () => {
    const picture = await upload(system.discord.standIn, Buffer.from("no picture"));
    const { message } = await ask({ description: "use the colour of this logo for the header" }, picture);
    expect(message.content).toContain("is not the picture that it is said to be");
  });
});

describe("a picture that is not published", () => {
  test("because it was cancelled is not in the repository", async () => {
    const { message } = await ask(ASKED, await upload(system.discord.standIn, photograph(411, 300)));
    const object = blobId(attached(message, pictureOf(message)));
    await system.press(ANN, message, "Cancel");
    await system.deliver();
    expect(system.message.attachments).toEqual([]);
    expect(await holds(object)).toBe(false);
  });

  test("yet is not in the repository", async () => {
    const { message } = await ask(ASKED, await upload(system.discord.standIn, photograph(412, 300)));
    const object = blobId(attached(message, pictureOf(message)));
    expect(await holds(object)).toBe(false);
    await confirmed(message);
    expect(await holds(object)).toBe(true);
  });

  test("because nothing asks for it is said to be unused", async () => {
    const { id, message } = await ask(
      { command: 'section:header text:"Hello"' },
      await upload(system.discord.standIn),
    );
    expect(message.embeds[0]?.description).toContain(
      "I did nothing about: “the attached picture New pier.jpg”",
    );
    expect(message.attachments).toEqual([]);
    const item = await system.table.item(id);
    expect(item).not.toHaveProperty("shape");
    expect(item).toMatchObject({ images: [{ name: "New pier.jpg" }] });
  });

  test("because none is attached is asked for", async () => {
    const { message } = await ask(ASKED);
    expect(message.content).toContain(
      "There is no picture for Picture. Use `/ux-update` again and attach it as `image`.",
    );
  });
});

const large = () => Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.alloc(10_000_000)]);

describe("in one sentence and what to do, the preview refuses", () => {
  test.each([
    ["10 MB that said to be less", async () => large(), "image/png", "is larger than 8 MB"],
    [
      "one that is not whole",
      async () => (await photograph()).subarray(0, 700),
      "image/jpeg",
      "is damaged or not whole",
    ],
    [
      "one of another kind",
      async () => plainPicture().png().toBuffer(),
      "image/jpeg",
      "is not the picture that it is said to be",
    ],
    ["one made to fill a memory", async () => bomb(), "image/png", "which is too many"],
    ["one that moves", animated, "image/gif", "moves, and only a still picture can be used"],
  ])("%s", async (_, content, content_type, problem) => {
    const picture = await upload(system.discord.standIn, content(), { filename: "a.png", content_type });
    const { message } = await ask(ASKED, { ...picture, size: 1000 } as never);
    expect(message.content).toContain(problem);
    expect(message.content).toContain("Attach another one with `/ux-update`.");
    expect(message.content.split("\n")).toHaveLength(1);
    expect(buttonsOf(message)).not.toContain("Confirm");
  });

  test("10 MB at once", async () => {
    const picture = await upload(system.discord.standIn, large(), {
      filename: "a.png",
      content_type: "image/png",
    });
    const { words } = await system.send(system.bodies.slash(ANN, ASKED, "ux-update", {}, [picture]));
    expect(words).toContain("“a.png” is too large. Images can be PNG, JPEG, GIF or WebP, at most 8 MB each.");
  });

  test("an address that has expired", async () => {
    const picture = await upload(system.discord.standIn);
    system.passMinutes(24 * 60 + 1);
    const { message } = await ask(ASKED, picture);
    expect(message.content).toContain(
      "The address of “New pier.jpg” has expired. Attach it again with `/ux-update`.",
    );
  });
});

describe("publishing takes the picture", () => {
  test("from the message, when the upload is no longer to be had", async () => {
    const { id, message } = await ask(ASKED, await upload(system.discord.standIn, photograph(413, 300)));
    const { channel } = system.discord.standIn;
    const download = channel.download.bind(channel);
    const own = new Set(message.attachments.map((one) => one.id));
    channel.download = (address) =>
      own.has(/\/attachments\/(\d+)/.exec(address)?.[1] ?? "") ? download(address) : undefined;
    await confirmed(message);
    channel.download = download;
    expect(await published(id, `public/images/${pictureOf(message)}`)).toEqual(
      attached(message, pictureOf(message)),
    );
  });

  test("from the upload, when the message cannot be reached", async () => {
    const { id, message } = await ask(ASKED, await upload(system.discord.standIn, photograph(414, 300)));
    const shown = attached(message, pictureOf(message));
    await system.press(ANN, message, "Confirm");
    system.passMinutes(16);
    await system.deliver();
    expect(await published(id, `public/images/${pictureOf(message)}`)).toEqual(shown);
  });

  test("not at all, when it is to be had nowhere, and says so", async () => {
    const { id, message } = await ask(ASKED, await upload(system.discord.standIn, photograph(415, 300)));
    const { channel } = system.discord.standIn;
    const download = channel.download.bind(channel);
    channel.download = () => undefined;
    const { content } = await confirmed(message);
    channel.download = download;
    expect(content).toContain("Nothing was published. The address of “New pier.jpg” has expired.");
    expect(await holds(branchOf(id))).toBe(false);
  });

  test("and asks again when it is another one by now", async () => {
    const { id, message } = await ask(ASKED, await upload(system.discord.standIn, photograph(416, 300)));
    const { channel } = system.discord.standIn;
    const download = channel.download.bind(channel);
    const other = {
      filename: "a.jpg",
      content_type: "image/jpeg",
      content: new Uint8Array(await photograph(417, 300)),
    };
    channel.download = () => other;
    const again = await confirmed(message);
    channel.download = download;
    expect(again.content).toContain("Please look again");
    expect(pictureOf(again)).not.toBe(pictureOf(message));
    expect(await holds(branchOf(id))).toBe(false);
    await confirmed(again);
    expect(await published(id, `public/images/${pictureOf(again)}`)).toEqual(
      attached(again, pictureOf(again)),
    );
    const expected = await makePicture(
      { name: "", ...other },
      { format: "webp", maxWidth: 320, maxBytes: 500_000 },
    );
    expect(expected.ok && attached(again, pictureOf(again)).equals(expected.made.content)).toBe(true);
  });

  test("and the same task once more shows the same preview", async () => {
    const { id, message } = await ask(ASKED, await upload(system.discord.standIn, photograph(418, 300)));
    const before = attached(message, pictureOf(message));
    await system.carryOut([
      messageOf({ conversation_id: id, revision: 1, status: "drafting" }, "again", system.time),
    ]);
    expect(attached(system.message, pictureOf(system.message))).toEqual(before);
    expect(buttonsOf(system.message)).toContain("Confirm");
  });
});

test("a picture that was published is undone by the address that stood there before", async () => {
  const { id, message } = await ask(ASKED, await upload(system.discord.standIn, photograph(431, 300)));
  const done = await confirmed(message);
  await system.site.git("merge", "--quiet", branchOf(id));
  await system.press(ANN, done, "Undo");
  await system.deliver();
  const lines = diffOf(system.message).split("\n");
  expect(lines.filter((line) => /^-.*<img/.test(line)).join("")).toContain(pictureOf(message));
  expect(lines.filter((line) => /^\+.*<img/.test(line)).join("")).toContain("/images/pier.webp");
  expect(await confirmed(system.message)).toMatchObject({
    content: expect.stringContaining("Published") as string,
  });
});

describe("a picture for two folders of the site", () => {
  beforeAll(async () => {
    await system.site.change(PAGE, (page) =>
      page.replace(
        '<h2 className="hero-text">',
        '<img className="pier-card" src="/cards/pier.webp" alt="" />\n        <h2 className="hero-text">',
      ),
    );
    await system.site.change(SETTINGS, (settings) => {
      const site = JSON.parse(settings) as { sections: { id: string; properties: object[] }[] };
      const card = {
        id: "card",
        kind: "image",
        selector: ".pier-card",
        folder: "public/cards",
        maxWidth: 320,
      };
      site.sections.find(({ id }) => id === "home")?.properties.push(card);
      return JSON.stringify(site, null, 2);
    });
    await system.warmUp();
    system.use(system.newContainer());
  });

  test("is attached once, said to be in both, shown again as it was, and published", async () => {
    const picture = await upload(system.discord.standIn, photograph(441, 300));
    const { id, message } = await ask({ command: "section:home picture:attached card:attached" }, picture);
    const name = pictureOf(message);
    const shown = attached(message, name);
    expect(message.attachments).toHaveLength(1);
    for (const folder of ["images", "cards"])
      expect(message.embeds[0]?.description).toContain(`as public/${folder}/${name.replaceAll("-", "\\-")}`);
    await system.carryOut([
      messageOf({ conversation_id: id, revision: 1, status: "drafting" }, "again", system.time),
    ]);
    expect(attached(system.message, pictureOf(system.message))).toEqual(shown);
    expect(buttonsOf(system.message)).toContain("Confirm");
    await confirmed(system.message);
    for (const folder of ["images", "cards"])
      expect(await published(id, `public/${folder}/${name}`)).toEqual(shown);
  });
});
