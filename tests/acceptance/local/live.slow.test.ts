import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Outside, startOutside } from "#deploy/rehearsal/outside.ts";
import { liveSettings } from "#local/live/live-settings.ts";
import { BOT_TOKEN } from "#stand-ins/discord/fake-application.ts";
import { GUILD_ID, pressButton, useCommand } from "#stand-ins/discord/member.ts";
import { buttonFor, settledMessage } from "#stand-ins/discord/read-message.ts";
import { freePort } from "#stand-ins/processes/free-port.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";
import { type Tunnel, openTunnel } from "#tests/support/tunnel.ts";

let outside: Outside;
let folder: string;
let port: number;
let tunnel: Tunnel;
const ends: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "ux-agent-live-"));
  port = await freePort();
  [outside, tunnel] = await Promise.all([startOutside(), openTunnel(port, folder)]);
  outside.application.guilds.add(GUILD_ID);
  ends.push(
    () => removeFolder(folder),
    () => outside.stop(),
    () => tunnel.stop(),
  );
});
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

/** Runs `npm start -- --live` until it is ready, or has ended; no terminal is there to ask in. */
async function live(settings: Record<string, string>) {
  const { PATH, NODE_COMPILE_CACHE, HOME } = process.env;
  const child = spawn(process.execPath, ["local/start.ts", "--live", "--folder", folder], {
    env: {
      PATH,
      NODE_COMPILE_CACHE,
      HOME,
      PORT: String(port),
      CHROMIUM: "none",
      NODE_EXTRA_CA_CERTS: tunnel.authority,
      DISCORD_API_URL: outside.env["DISCORD_API_URL"],
      ...settings,
    },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += String(text)));
  const ended = once(child, "exit");
  const stop = async () => {
    child.kill();
    await ended;
  };
  ends.push(stop);
  await Promise.race([ended, once(child.stdout, "data")]);
  return { said: () => said.trim().split("\n"), ended, stop };
}

/** Discord sends every interaction through the tunnel. */
const sendThroughTunnel = () =>
  outside.sendTo(async (body, headers) => {
    const { "x-signature-ed25519": signature, "x-signature-timestamp": time } = headers;
    const signed = { "x-signature-ed25519": String(signature), "x-signature-timestamp": String(time) };
    const answer = await fetch(`${tunnel.url}/interactions`, { method: "POST", headers: signed, body });
    return { status: answer.status, body: await answer.text() };
  });

/** Ada asks for another header and confirms it; the message when that is done. */
async function publish() {
  const ada = { id: "100000000000000001", name: "Ada" };
  // The first command loads the function, which on a busy machine takes longer than Discord waits.
  await useCommand(outside, ada, { name: "ux-status", options: {} }).catch(() => undefined);
  const options = { command: 'section:header text:"Live"' };
  const seen = await useCommand(outside, ada, { name: "ux-update", options });
  const message = await settledMessage(outside, seen.kind === "message" ? seen.token : "");
  const pressed = { message, customId: buttonFor(message, "confirm") ?? "" };
  const after = await pressButton(outside, ada, pressed);
  return settledMessage(outside, after.kind === "message" ? after.token : "");
}

const answers = () => ({ DISCORD_BOT_TOKEN: BOT_TOKEN, DISCORD_GUILD_IDS: GUILD_ID, PUBLIC_URL: tunnel.url });

describe("npm start -- --live", () => {
  it("registers the commands, sets the endpoint, and serves what Discord sends through a tunnel", async () => {
    const { said } = await live(answers());
    expect(said().slice(-4)).toEqual([
      `✔ ${tunnel.url} leads here.`,
      "✔ The slash commands are registered.",
      "✔ Discord has tried the address, and sends every interaction there from now on.",
      `ux-agent ready: http://127.0.0.1:${port}`,
    ]);
    expect(outside.application.about["interactions_endpoint_url"]).toBe(`${tunnel.url}/interactions`);
    expect(outside.application.commands.get("")?.map(({ name }) => name)).toContain("ux-update");

    sendThroughTunnel();
    expect((await publish()).content).toContain("Published");

    for (const path of ["/", "/console", "/discord/channel", "/admin/users/1/conversations"])
      expect((await fetch(tunnel.url + path)).status, `${path} is closed to the tunnel`).toBe(403);
  });

  it("tells of a merge that came while it was off, though no report of GitHub's gets here", async () => {
    const { GITHUB_REPOSITORY = "", GITHUB_API_URL = "" } = outside.env;
    const { GITHUB_TOKEN = "" } = outside.secrets;
    const settings = { ...answers(), GITHUB_REPOSITORY, GITHUB_API_URL, GITHUB_TOKEN };
    const { stop } = await live(settings);
    sendThroughTunnel();
    const { id, content } = await publish();
    expect(content).toContain("Published as a draft pull request");
    await stop();
    outside.github.state.merge(outside.github.state.pulls[0]?.head ?? "", "octocat");
    await live(settings);
    const said = () => outside.discord.channel.message(id)?.content;
    await expect.poll(said, { timeout: 60_000 }).toContain("Merged by octocat");
  });

  it("asks once, keeps the answers for its user alone, and needs no terminal the next time", async () => {
    const asked: string[] = [];
    const reply = (text: string) => async (question: string) => {
      asked.push(question);
      return text;
    };
    const texts = [GUILD_ID, "acme/site", tunnel.url];
    const env = { DISCORD_API_URL: outside.env["DISCORD_API_URL"] };
    const secrets = [BOT_TOKEN, "ghp_of_the_test"];
    const settings = await liveSettings({
      env,
      folder,
      ask: {
        text: (question) => reply(texts.shift() ?? "")(question),
        secret: (question) => reply(secrets.shift() ?? "")(question),
      },
    });
    expect(asked).toHaveLength(5);
    expect((await stat(join(folder, "live.env"))).mode & 0o777).toBe(0o600);
    expect(await liveSettings({ env, folder, ask: null })).toEqual(settings);
    expect(settings).toMatchObject({
      DISCORD_PUBLIC_KEY: outside.env["DISCORD_PUBLIC_KEY"],
      DISCORD_APPLICATION_ID: outside.applicationId,
      GITHUB_REPOSITORY: "acme/site",
      GITHUB_TOKEN: "ghp_of_the_test",
    });
  });

  it("says what is missing where there is no terminal to ask in", async () => {
    const { said, ended } = await live({});
    await ended;
    expect(said().at(-1)).toMatch(/^There is no terminal to ask in: set DISCORD_BOT_TOKEN, /);
  });

  it("says that the address leads elsewhere, before Discord is told of it", async () => {
    const elsewhere = await openTunnel(await freePort(), folder);
    ends.push(() => elsewhere.stop());
    const { said, ended } = await live({
      ...answers(),
      PUBLIC_URL: elsewhere.url,
      NODE_EXTRA_CA_CERTS: elsewhere.authority,
    });
    await ended;
    expect(said().at(-1)).toContain(
      `${elsewhere.url} answers 502 and does not lead here: let the tunnel lead to`,
    );
    expect(outside.application.writes).toEqual([]);
  });

  it("says that Discord does not know the token", async () => {
    const { said, ended } = await live({ ...answers(), DISCORD_BOT_TOKEN: "wrong" });
    await ended;
    expect(said().at(-1)).toContain("Discord does not accept DISCORD_BOT_TOKEN");
  });
});
