import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

interface Ended {
  code: number;
  output: string;
  errors: string;
}

/** `npm run site -- …`, without colours. */
function site(...options: string[]): Promise<Ended> {
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(ROOT, "commands/site.ts"), ...options],
      { env },
      (error, output, errors) => {
        resolve({ code: typeof error?.code === "number" ? error.code : 0, output, errors });
      },
    );
  });
}

let repository: string;

beforeEach(async () => {
  repository = await mkdtemp(join(tmpdir(), "ux-agent-site-"));
  await cp(join(ROOT, "sample-site"), repository, { recursive: true });
});

afterEach(async () => {
  await rm(repository, { recursive: true, force: true });
});

describe("npm run site -- check", () => {
  it("shows what every property of the sample site is now", async () => {
    const { code, output } = await site("check", repository);
    expect(code).toBe(0);
    expect(output).toContain("Header (section:header, src/components/Header.jsx)");
    expect(output).toMatch(/^ {2}color {2}style +#fdf6e9$/m);
    expect(output).toMatch(/^ {2}links {2}link +Home → \/, Beans → #beans, Visit → #visit$/m);
    expect(output).toContain("✔ ux-agent.json: all 12 properties can be changed.");
  });

  it("names every problem of the file with its path and fails", async () => {
    await writeFile(
      join(repository, "ux-agent.json"),
      '{ "sections": [{ "id": "a", "file": "../x.html", "properties": [] }, {}] }',
    );
    const { code, errors } = await site("check", repository);
    expect(code).toBe(1);
    expect(errors).toContain("✖ sections[0].properties must list at least one property");
    expect(errors).toContain("✖ sections[1].id is missing: add a text in quotes");
  });

  it.each([
    ["", "✖ ux-agent.json is not valid JSON at line 1, column 1 (value expected): correct it there"],
    ["[]", "✖ ux-agent.json must be an object { … }"],
  ])("names the file where the whole of it is wrong: %j", async (content, problem) => {
    await writeFile(join(repository, "ux-agent.json"), content);
    const { code, errors } = await site("check", repository);
    expect(code).toBe(1);
    expect(errors).toContain(problem);
  });

  it("names every selector that does not work and fails", async () => {
    const header = join(repository, "src/components/Header.jsx");
    await writeFile(header, (await readFile(header, "utf8")).replace("header-title", "headline"));
    await rm(join(repository, "src/components/Footer.jsx"));
    const { code, errors } = await site("check", repository);
    expect(code).toBe(1);
    expect(errors).toContain(
      "✖ header.text (src/components/Header.jsx): Nothing in the file matches `.header-title`",
    );
    expect(errors).toContain("✖ footer: src/components/Footer.jsx does not exist");
    expect(errors).toContain("ux-agent.json: 2 problems to correct.");
  });

  it("does not follow links out of the repository", async () => {
    const footer = join(repository, "src/components/Footer.jsx");
    await rm(footer);
    await symlink(join(ROOT, "sample-site/src/components/Footer.jsx"), footer);
    const { code, errors } = await site("check", repository);
    expect(code).toBe(1);
    expect(errors).toContain(
      "src/components/Footer.jsx is a symbolic link or in a linked folder: name the file itself",
    );
  });

  it("says in a sentence when there is nothing to check", async () => {
    expect(await site("check", join(repository, "nowhere"))).toMatchObject({ code: 1, output: "" });
    await rm(join(repository, "ux-agent.json"));
    const { code, errors } = await site("check", repository);
    expect(code).toBe(1);
    expect(errors).toMatch(/^✖ ux-agent\.json does not exist in .* propose one\.\n$/);
  });
});

describe("npm run site -- init", () => {
  it("writes a proposal that passes the check", async () => {
    await rm(join(repository, "ux-agent.json"));
    expect(await site("init", repository)).toMatchObject({ code: 0, errors: "" });
    const { code, output } = await site("check", repository);
    expect(code).toBe(0);
    expect(output).toContain("Coffee with a view of the harbour");
  });

  it("replaces what is there only when it is told to", async () => {
    const before = await readFile(join(repository, "ux-agent.json"), "utf8");
    const refused = await site("init", repository);
    expect(refused.code).toBe(1);
    expect(refused.errors).toContain("is there already: add --force to replace it");
    expect(await readFile(join(repository, "ux-agent.json"), "utf8")).toBe(before);
    expect(await site("init", repository, "--force")).toMatchObject({ code: 0 });
    expect(await readFile(join(repository, "ux-agent.json"), "utf8")).not.toBe(before);
  });

  it("can only print the proposal", async () => {
    const { code, output } = await site("init", repository, "--print");
    expect(code).toBe(0);
    expect(JSON.parse(output)).toHaveProperty("sections");
  });

  it("says in a sentence when nothing was found", async () => {
    const empty = await mkdtemp(join(tmpdir(), "ux-agent-empty-"));
    const { code, errors } = await site("init", empty);
    await rm(empty, { recursive: true });
    expect(code).toBe(1);
    expect(errors).toMatch(
      /^✖ Nothing that people could change was found in .*: write ux-agent\.json by hand\.\n$/,
    );
  });
});

describe("npm run site", () => {
  it("explains itself", async () => {
    const { code, output } = await site("--help");
    expect(code).toBe(0);
    expect(output).toMatch(/check .*<repository>[^]*init .*<repository>[^]*schema/);
  });

  it("fails when it is asked for something else", async () => {
    expect(await site("polish")).toMatchObject({ code: 1 });
  });
});
