import { InteractionResponseType, InteractionType } from "discord-api-types/v10";
import { beforeEach, describe, expect, it } from "vitest";
import { readBody } from "#stand-ins/discord/attachments.ts";
import { DiscordStandIn } from "#stand-ins/discord/discord-stand-in.ts";
import type { Message } from "#stand-ins/discord/messages.ts";

const command = { id: "11", type: InteractionType.ApplicationCommand, token: "first", application_id: "1" };
const path = "/webhooks/1/first/messages/@original";

let discord: DiscordStandIn;
beforeEach(() => {
  discord = new DiscordStandIn();
  const reply = { type: InteractionResponseType.ChannelMessageWithSource, data: { content: "Hello" } };
  discord.responded(JSON.stringify({ ...command, user: { id: "7" } }), JSON.stringify(reply), Date.now());
});

/** Edits the message as a client does: a form of the payload and the files. */
async function edit(data: object, files: Blob[] = []): Promise<{ status: number; message: Message }> {
  const form = new FormData();
  form.append("payload_json", JSON.stringify(data));
  for (const [at, file] of files.entries()) form.append(`files[${at}]`, file, `file${at}.txt`);
  const sent = new Request("http://discord.invalid", { method: "POST", body: form });
  const type = sent.headers.get("content-type") ?? "";
  const read = await readBody(type, Buffer.from(await sent.arrayBuffer()));
  const { status, body } = discord.answer({ method: "PATCH", path, ...read });
  return { status, message: structuredClone(body) as Message };
}

const named = (count: number) =>
  Array.from({ length: count }, (_, id) => ({ id, filename: `file${id}.txt` }));
const blobs = (count: number) => Array.from({ length: count }, (_, at) => new Blob([`content ${at}`]));

describe("the attachments of a message", () => {
  it("hold what was uploaded, to the byte", async () => {
    const { message } = await edit({ attachments: [{ id: 0, filename: "a.txt" }] }, [new Blob(["é\r\n\0"])]);
    expect(message.attachments).toMatchObject([{ filename: "a.txt", size: 5 }]);
    const [file] = message.attachments;
    expect(Buffer.from(discord.channel.file(file?.id ?? "")?.content ?? []).toString()).toBe("é\r\n\0");
  });

  it("stay when an edit does not speak of them, and go when it names none", async () => {
    const { message } = await edit({ attachments: named(2) }, blobs(2));
    expect((await edit({ content: "B" })).message.attachments).toEqual(message.attachments);
    expect((await edit({ attachments: [] })).message.attachments).toEqual([]);
    expect(discord.channel.file(message.attachments[0]?.id ?? "")).toBeUndefined();
  });

  it("stay when an edit names them by their ids", async () => {
    const { message } = await edit({ attachments: named(2) }, blobs(2));
    const [, second] = message.attachments;
    expect((await edit({ attachments: [{ id: second?.id }] })).message.attachments).toEqual([second]);
  });

  it.each([
    ["more than ten files", { attachments: named(11) }, blobs(11)],
    [
      "a file of more than 10 MiB",
      { attachments: named(1) },
      [new Blob([Buffer.alloc(10 * 1024 * 1024 + 1)])],
    ],
    ["a file that is not there", { attachments: [{ id: "99" }] }, []],
  ])("are refused with %s", async (_, data, files) => {
    expect((await edit(data, files)).status).toBe(400);
    expect(discord.violations).toHaveLength(1);
  });
});
