import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, cp, mkdir, mkdtemp, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { removeFolder } from "#tests/support/remove-folder.ts";

/** What a machine has that has nothing else; the scripts stand for what is not to be run here. */
const PROGRAMS = ["bash", "dirname", "env", "grep", "mkdir", "node", "rm", "tail", "timeout"];
const STUBS = {
  npm: "exit 0",
  npx: "exit 0",
  python3: "exit 1",
  sudo: 'shift; exec "$@"',
  "apt-get": 'echo "$*" >> "$APT_LOG"',
};

let machine: string;
beforeAll(async () => {
  machine = await mkdtemp(join(tmpdir(), "ux-agent-ci-"));
  const [bin, project] = [join(machine, "bin"), join(machine, "project")];
  await mkdir(bin);
  await cp(".ci", join(project, ".ci"), { recursive: true });
  await writeFile(join(project, ".ci/smoke"), "#!/usr/bin/env bash\n");
  for (const program of PROGRAMS) await symlink(whereIs(program), join(bin, program));
  for (const [name, script] of Object.entries(STUBS)) {
    await writeFile(join(bin, name), `#!/usr/bin/env bash\n${script}\n`);
    await chmod(join(bin, name), 0o755);
  }
});
afterAll(() => removeFolder(machine));

const whereIs = (program: string): string =>
  (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path)) ?? program;

it("on a machine without git, a browser and Python, .ci/run installs them, and ends with what it counted", async () => {
  const env = { PATH: join(machine, "bin"), APT_LOG: join(machine, "apt.log") };
  const said = await new Promise<string>((resolve) => {
    execFile(join(machine, "project/.ci/run"), { env }, (_failed, out) => resolve(out));
  });
  expect(said.trimEnd().split("\n").at(-1)).toMatch(/^\d+ passed, 0 failed$/);
  const asked = (await readFile(env.APT_LOG, "utf8"))
    .split("\n")
    .filter((line) => line.startsWith("install"));
  expect(asked).toEqual([
    "install -y -qq git",
    "install -y -qq chromium fonts-noto-color-emoji",
    "install -y -qq python3 python3-venv",
  ]);
});
