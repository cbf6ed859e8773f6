import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { CHANNEL_PATH } from "#local/front-server.ts";
import { BRANCH_PREFIX } from "#src/publishing/names.ts";
import { pressButton, useCommand, type Service } from "#stand-ins/discord/member.ts";
import type { Message } from "#stand-ins/discord/messages.ts";
import { buttonFor } from "#stand-ins/discord/read-message.ts";
import { freePort } from "#stand-ins/processes/free-port.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";
import { runGit } from "#tests/support/run-git.ts";

const PEOPLE = 100;
const COLORS = ["#112233", "#445566", "#778899"];

let running: ChildProcess | undefined;
const port = await freePort();
const folder = `.ux-agent/restart-${port}`;
afterAll(async () => {
  await killed();
  await removeFolder(folder);
});

/** Starts what `npm start` starts, and answers as which Discord it can be played. */
async function started(...options: string[]): Promise<Service> {
  const { PATH, NODE_COMPILE_CACHE, HOME } = process.env;
  const limits = { SERVER_OPEN_LIMIT: "1000", SERVER_HOURLY_LIMIT: "1000" };
  const child = spawn(process.execPath, ["local/start.ts", "--folder", folder, ...options], {
    env: { PATH, NODE_COMPILE_CACHE, HOME, PORT: String(port), CHROMIUM: "none", ...limits },
    stdio: ["ignore", "pipe", "inherit"],
  });
  running = child;
  await once(child.stdout, "data");
  return JSON.parse(await readFile(join(folder, "session.json"), "utf8"));
}

/** Without a moment to put anything in order. What it has started ends by itself. */
async function killed(): Promise<void> {
  if (!running) return;
  const gone = once(running, "exit");
  running.kill("SIGKILL");
  await gone;
  running = undefined;
}

async function messages({ url }: Service): Promise<Message[]> {
  const answer = await fetch(`${url}${CHANNEL_PATH}`);
  const { messages: all }: { messages: Message[] } = JSON.parse(await answer.text());
  return all;
}

/** Waits until so many messages are as wanted. */
async function until(
  service: Service,
  count: number,
  isWanted: (message: Message) => boolean,
): Promise<Message[]> {
  for (let look = 0; look < 1200; look += 1) {
    const found = (await messages(service)).filter(isWanted);
    if (found.length >= count) return found;
    await delay(200);
  }
  const others = (await messages(service)).filter((message) => !isWanted(message));
  throw new Error(`${others.length} of ${count} are not as wanted: ${JSON.stringify(others[0])}`);
}

/** What git prints about the site's repository. */
const lines = async (...args: string[]): Promise<string[]> =>
  (await runGit(["-C", join(folder, "site"), ...args])).toString().trim().split("\n");

const asks = (message: Message): boolean => buttonFor(message, "confirm") !== undefined;
const isPublished = ({ content }: Message): boolean => content.includes("Published");

const idOf = (at: number): string => String(100_000_000_000_000_000n + BigInt(at));

/** A few at a time: Discord waits three seconds for an answer, on a busy machine, too. */
async function inTurn<T>(all: T[], act: (one: T, at: number) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < all.length; from += 5)
    await Promise.all(all.slice(from, from + 5).map((one, at) => act(one, from + at)));
}

/** Whose answer took Discord too long asks again. */
async function everyoneAsks(service: Service): Promise<void> {
  const waiting = new Map(Array.from({ length: PEOPLE }, (_, at) => [idOf(at), at]));
  while (waiting.size > 0) {
    await inTurn([...waiting.values()], (at) => {
      const command = `section:header color:"${COLORS[at % COLORS.length]}"`;
      const person = { id: idOf(at), name: `Person ${at}` };
      return useCommand(service, person, { name: "ux-update", options: { command } });
    });
    for (const { interaction_metadata } of await messages(service))
      waiting.delete(interaction_metadata?.user.id ?? "");
  }
}

it("a hundred conversations go on where everything was killed, while they are drafted and while they are published", async () => {
  const first = await started();
  await everyoneAsks(first);
  await killed();

  const second = await started();
  const previews = await until(second, PEOPLE, asks);
  await inTurn(previews, (message) => {
    const person = { id: message.interaction_metadata?.user.id ?? "", name: "The owner" };
    return pressButton(second, person, { message, customId: buttonFor(message, "confirm") ?? "" });
  });
  await killed();

  const third = await started();
  await until(third, PEOPLE, isPublished);
  expect(await lines("for-each-ref", `refs/heads/${BRANCH_PREFIX}`)).toHaveLength(PEOPLE);
  expect(await lines("rev-list", "--all", "^main")).toHaveLength(PEOPLE);
  await killed();

  const forgetful = await started("--fresh");
  expect(await messages(forgetful)).toEqual([]);
}, 900_000);
