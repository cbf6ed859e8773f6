import * as fc from "fast-check";
import { conversationStatuses } from "#entities/statuses.ts";
import { actions } from "#src/discord/custom-id.ts";
import { phases } from "#tests/support/conversations/example.ts";
import { APPLICATION, tokenOf } from "#tests/support/interaction-bodies.ts";
import { BOB, GUILD } from "#tests/support/people.ts";
import { anyCharacter } from "#tests/support/any-character.ts";

/** Texts that have hurt programs before, each for a reason of its own. */
const nasty = [
  "",
  " ",
  "\0",
  "\u{D800}",
  "a\u{DFFF}b",
  "\u202Etxt.exe",
  "\u200B",
  "\uFEFF",
  "e\u0301".repeat(500),
  "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "-0",
  "1e999",
  "NaN",
  "9".repeat(400),
  "${process.env}",
  "{{7*7}}",
  "<script>alert(1)</script>",
  "javascript:alert(1)",
  "data:text/html,<b>",
  "https://user:password@example.com@evil.example/",
  "@everyone <@1> <#2> <t:0:R> <:a:12345>",
  "[a](https://evil.example)",
  "```",
  "'; DROP TABLE conversations; --",
  "../../etc/passwd",
  "a".repeat(4000),
  "(a+)+$",
  "a".repeat(28) + "!",
  '"'.repeat(300),
  "section:".repeat(300),
  "section:header ".repeat(100),
  'section:header text:"',
  'section:header text:"\u200B"',
  'section:header links:"About javascript:alert(1)"',
  "make the header ".repeat(200),
  "don't ".repeat(500),
  "and ".repeat(900),
  "\n".repeat(2000),
] as const;

export const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...nasty) },
  { weight: 2, arbitrary: fc.string({ unit: anyCharacter, maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 40 }) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom("header", "navbar", "x"),
        fc.constantFrom("text", "color", "links", "y"),
        fc.constantFrom(...nasty),
      )
      .map(([section, property, value]) => `section:${section} ${property}:"${value}"`),
  },
);

/** The ids of what is stored: a conversation in each phase. */
export const storedId = (at: number): string => String(1_000_000 + at);

const id = fc.oneof(
  fc.constantFrom(...phases.map((_, at) => storedId(at))),
  fc.constantFrom("1", "", "0".repeat(30), "-1", "x"),
);
const customId = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...actions, ...conversationStatuses),
        id,
        fc.constantFrom("1", "2", "0", "1e3", "999999999"),
      )
      .map((parts) => parts.join(":")),
  },
  { weight: 1, arbitrary: text },
  {
    weight: 1,
    arbitrary: fc.constantFrom("confirm:", "confirm:1:1:1", ":::", "confirm:1000000:01", "CONFIRM:1000000:1"),
  },
);

const attachment = fc.record({
  id: fc.constantFrom("7", "8"),
  filename: text,
  size: fc.oneof(fc.integer(), fc.constantFrom(0, -1, 1e308, 0.5)),
  url: fc.oneof(
    text,
    fc.constantFrom(
      "https://cdn.discordapp.com/a.png?ex=ffffffffffff",
      "https://cdn.discordapp.com:1/a.png",
      "https://cdn.discordapp.com/a.png?ex=65f",
    ),
  ),
  content_type: fc.oneof(text, fc.constantFrom("image/png", "image/PNG; x=1")),
  width: fc.constantFrom(null, 0, -1, 1e9),
});

/** A stranger's bodies can change nothing that is stored; what the owner of the stored ones may, they do as well. */
const common = fc.record({
  id: fc.nat({ max: 2 ** 30 }).map((n) => String(5_000_000 + n)),
  user: fc.constantFrom({ ...BOB }, { ...BOB, username: "\u{D800}" }, { ...BOB, global_name: null }),
  guild: fc.constantFrom({ guild_id: GUILD }, {}, { guild_id: "1" }),
});

const command = fc.record({
  name: fc.oneof(fc.constantFrom("ux-update", "ux-update", "ux-update", "ux-status", "ux-admin"), text),
  options: fc.dictionary(fc.constantFrom("command", "description", "user", "image", "__proto__"), text, {
    maxKeys: 3,
  }),
  attachments: fc.oneof(
    { weight: 4, arbitrary: fc.array(attachment, { maxLength: 0 }) },
    { weight: 1, arbitrary: fc.array(attachment, { maxLength: 2 }) },
  ),
});
const inputs = fc.dictionary(
  fc.constantFrom(
    "command",
    "description",
    "value:text",
    "value:color",
    "section",
    "__proto__",
    "constructor",
  ),
  text,
  { maxKeys: 4 },
);

/** Well-formed interactions with hostile contents. */
export const body = fc
  .tuple(
    common,
    fc.oneof(
      {
        weight: 3,
        arbitrary: command.map((data) => ({
          type: 2,
          data: {
            type: 1,
            name: data.name,
            options: [
              ...Object.entries(data.options).map(([name, value]) => ({ name, type: 3, value })),
              ...data.attachments.map((each, at) => ({ name: `image${at}`, type: 11, value: each.id })),
            ],
            resolved: { attachments: Object.fromEntries(data.attachments.map((each) => [each.id, each])) },
          },
        })),
      },
      {
        weight: 2,
        arbitrary: fc.tuple(customId, text).map(([custom_id, content]) => ({
          type: 3,
          message: { id: "9", content },
          data: { component_type: 2, custom_id },
        })),
      },
      {
        weight: 2,
        arbitrary: fc.tuple(customId, inputs).map(([custom_id, given]) => ({
          type: 5,
          message: { id: "9" },
          data: {
            custom_id,
            components: Object.entries(given).map(([name, value]) => ({
              type: 18,
              component: { type: 4, custom_id: name, value },
            })),
          },
        })),
      },
    ),
  )
  .map(([{ id: interaction, user, guild }, rest]) => ({
    id: interaction,
    application_id: APPLICATION,
    token: tokenOf(interaction),
    version: 1,
    channel_id: "4",
    ...guild,
    ...("guild_id" in guild ? { member: { user, roles: [], permissions: "0" } } : { user }),
    ...rest,
  }));

/** The same with one thing in it that is of another form. */
export const misshapen = fc
  .tuple(body, fc.nat(), fc.oneof(fc.jsonValue({ maxDepth: 2 }), text))
  .map(([whole, where, value]) => {
    const copy: unknown = structuredClone(whole);
    const places: [Record<string, unknown>, string][] = [];
    const collect = (one: unknown): void => {
      if (typeof one !== "object" || one === null) return;
      for (const [name, inner] of Object.entries(one)) {
        places.push([one as Record<string, unknown>, name]);
        collect(inner);
      }
    };
    collect(copy);
    const place = places[where % places.length];
    if (place) place[0][place[1]] = value;
    return copy;
  });
