import { afterAll, expect, it } from "vitest";
import { Cleanup } from "#stand-ins/processes/cleanup.ts";
import { startSystem } from "#local/system.ts";
import { circumstances } from "#stand-ins/discord/member.ts";
import { generateKeyPair, signedHeaders } from "#stand-ins/discord/signing-key.ts";
import { freePort } from "#stand-ins/processes/free-port.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";

const PEOPLE = 16;
/** Discord waits for so long, in milliseconds. */
const PATIENCE = 3_000;

const cleanup = new Cleanup();
afterAll(() => cleanup.run());

it("answers many people at once right after its start, also with a Discord application of one's own", async () => {
  const { publicKey, privateKey } = generateKeyPair();
  const url = await start({ DISCORD_PUBLIC_KEY: publicKey });
  const answers = await Promise.all(
    Array.from({ length: PEOPLE }, async (_, at) => {
      const body = JSON.stringify(command(String(100_000_000_000_000_000n + BigInt(at))));
      const started = performance.now();
      const headers = signedHeaders(privateKey, body, new Date());
      const answer = await fetch(`${url}/interactions`, { method: "POST", headers, body });
      await answer.text();
      return { status: answer.status, milliseconds: performance.now() - started };
    }),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(Math.max(...answers.map(({ milliseconds }) => milliseconds))).toBeLessThan(PATIENCE);
});

async function start(settings: Record<string, string>): Promise<string> {
  const port = await freePort();
  const folder = `.ux-agent/burst-${port}`;
  cleanup.add(() => removeFolder(folder));
  const env = { PATH: process.env["PATH"], PORT: String(port), CHROMIUM: "none", ...settings };
  return startSystem({
    env,
    folder,
    cleanup,
    tell: () => {},
    broken: (error) => expect.unreachable(String(error)),
  });
}

const command = (id: string) => ({
  ...circumstances({ applicationId: "1000000000000000001" }, { id, name: "Somebody" }),
  token: "a".repeat(214),
  type: 2,
  data: {
    id: "1",
    type: 1,
    name: "ux-update",
    options: [{ name: "command", type: 3, value: 'section:header text:"Hi"' }],
  },
});
