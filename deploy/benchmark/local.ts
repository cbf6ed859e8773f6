import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Service, pressButton, useCommand } from "#stand-ins/discord/member.ts";
import { freePort } from "#stand-ins/processes/free-port.ts";
import { buttonFor } from "#stand-ins/discord/read-message.ts";
import { type Row, percentile } from "./row.ts";
import { spentBy } from "./spent-by.ts";
import { watchChannel } from "./watch-channel.ts";

const PEOPLE = 16;
/** Of each person, one after the other. */
const CONVERSATIONS = 4;

/** Milliseconds of each step: until the response, the preview, and the published change are there. */
interface Waited {
  answer: number[];
  preview: number[];
  published: number[];
}

const nothing = (): Waited => ({ answer: [], preview: [], published: [] });

/** `npm start` in a process of its own: how long until it is ready, and what 16 people at once wait for. */
export async function local(folder: string): Promise<Row[]> {
  const system = await start(join(folder, "local"));
  const service = await serviceIn(join(folder, "local"));
  const channel = watchChannel(service);
  try {
    const alone = { service, channel, waited: nothing() };
    for (let at = 0; at < CONVERSATIONS; at += 1) await converse(alone, at);
    const together = { service, channel, waited: nothing() };
    const [began, spentBefore] = [performance.now(), spentBy(system.pid)];
    await Promise.all(
      Array.from({ length: PEOPLE }, async (_, person) => {
        for (let at = 0; at < CONVERSATIONS; at += 1) await converse(together, person);
      }),
    );
    const count = PEOPLE * CONVERSATIONS;
    const perSecond = (count * 1000) / (performance.now() - began);
    const spent = (spentBy(system.pid) - spentBefore) / count;
    return rowsOf({ ready: system.ready, alone: alone.waited, together: together.waited, perSecond, spent });
  } finally {
    channel.stop();
    system.stop();
    await system.ended;
  }
}

async function start(folder: string) {
  const began = performance.now();
  // Pictures of the page are not measured: a Chromium for each of 16 people is all that two cores can do.
  const env = { CHROMIUM: "none", PATH: process.env["PATH"], PORT: String(await freePort()) };
  const args = ["local/start.ts", "--folder", folder];
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  for await (const line of createInterface(child.stdout))
    if (line.startsWith("ux-agent ready"))
      return {
        pid: child.pid ?? 0,
        ready: performance.now() - began,
        stop: () => child.kill("SIGTERM"),
        ended,
      };
  throw new Error("npm start ended before it was ready");
}

/** What the running system tells the commands of this machine. */
async function serviceIn(folder: string): Promise<Service> {
  const session: unknown = JSON.parse(await readFile(join(folder, "session.json"), "utf8"));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- local/session.ts writes it, with a key of its own
  return session as Service;
}

interface Going {
  service: Service;
  channel: ReturnType<typeof watchChannel>;
  waited: Waited;
}

let words = 0;

/** One conversation from the command to the published change. */
async function converse({ service, channel, waited }: Going, at: number): Promise<void> {
  const person = { id: String(100_000_000_000_000_000n + BigInt(at)), name: `Person ${at}` };
  const text = `Welcome ${(words += 1)}!`;
  const options = { command: `section:header text:"${text}"` };
  const seen = await timed(waited.answer, () => useCommand(service, person, { name: "ux-update", options }));
  if (seen.kind !== "message") throw new Error(`the request was refused: ${seen.content}`);
  const message = await timed(waited.preview, () => channel.message("**This is", text));
  const customId = buttonFor(message, "confirm") ?? "";
  await timed(waited.answer, () => pressButton(service, person, { message, customId }));
  await timed(waited.published, () => channel.message("✅", text));
}

async function timed<T>(into: number[], work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const done = await work();
  into.push(performance.now() - began);
  return done;
}

interface Measured {
  ready: number;
  alone: Waited;
  together: Waited;
  perSecond: number;
  /** Milliseconds of processor time for each conversation. */
  spent: number;
}

const rowsOf = ({ ready, alone, together, perSecond, spent }: Measured): Row[] => [
  { what: "npm start, until it is ready", figure: seconds(ready), beside: "", wanted: "" },
  {
    what: `local, ${PEOPLE} people at once, answer at p95`,
    figure: seconds(percentile(together.answer, 0.95)),
    beside: `one person ${seconds(percentile(alone.answer, 0.95))}`,
    wanted: "≤ 0.5 s",
  },
  {
    what: `local, ${PEOPLE} people at once, preview at p50`,
    figure: seconds(percentile(together.preview, 0.5)),
    beside: `one person ${seconds(percentile(alone.preview, 0.5))}`,
    wanted: "",
  },
  {
    what: `local, ${PEOPLE} people at once, published at p50`,
    figure: seconds(percentile(together.published, 0.5)),
    beside: `one person ${seconds(percentile(alone.published, 0.5))}`,
    wanted: "",
  },
  {
    what: `local, ${PEOPLE} people at once, conversations a second`,
    figure: perSecond.toFixed(1),
    beside: `${spent.toFixed(0)} ms of processor time each`,
    wanted: "≥ 12",
  },
];

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
