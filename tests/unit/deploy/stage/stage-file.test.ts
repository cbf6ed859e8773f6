import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { regionOf } from "#deploy/stage/region.ts";
import { readStageFile } from "#deploy/stage/stage-file.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";

let folder: string;
const before = { ...process.env };
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "ux-agent-stage-"));
});
afterEach(async () => {
  for (const name of ["AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE", "AWS_CONFIG_FILE"])
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  await removeFolder(folder);
});

test("a stage's file counts, then the one for all stages, as for the framework", async () => {
  expect(await readStageFile("prod", folder)).toBeNull();
  await writeFile(join(folder, ".env"), "A=1\n");
  expect(await readStageFile("prod", folder)).toEqual({ name: ".env", values: { A: "1" } });
  await writeFile(join(folder, ".env.prod"), 'B=\nC="x y" # why\n');
  expect(await readStageFile("prod", folder)).toEqual({ name: ".env.prod", values: { B: "", C: "x y" } });
});

test("the region is the one that is named, the environment's, the profile's, and then the usual one", async () => {
  await writeFile(
    join(folder, "config"),
    "[default]\nregion = eu-north-1\n[profile work]\nregion = eu-central-1\n",
  );
  for (const name of ["AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE"]) delete process.env[name];
  process.env["AWS_CONFIG_FILE"] = join(folder, "none");
  expect(await regionOf()).toBe("us-east-1");
  process.env["AWS_CONFIG_FILE"] = join(folder, "config");
  expect(await regionOf()).toBe("eu-north-1");
  process.env["AWS_PROFILE"] = "work";
  expect(await regionOf()).toBe("eu-central-1");
  process.env["AWS_DEFAULT_REGION"] = "eu-west-1";
  expect(await regionOf()).toBe("eu-west-1");
  process.env["AWS_REGION"] = "eu-west-2";
  expect(await regionOf()).toBe("eu-west-2");
  expect(await regionOf("eu-west-3")).toBe("eu-west-3");
});
