import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCommand } from "#tests/support/run-command.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** `npm run site -- …`, without colours. */
async function site(...options: string[]): Promise<{ code: number; output: string; errors: string }> {
  const { code, out, err } = await runCommand("site", options);
  return { code, output: out, errors: err };
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
    expect(output).toMatch(/^ {2}header · color +· #fdf6e9$/m);
    expect(output).toMatch(/^ {2}\S+ · links +· Home → \/, Beans → #beans, Visit → #visit$/m);
    expect(output).toContain("✔ ux-agent.json: all 26 properties were changed on a copy and read back.");
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

  it("changes every property on a copy, so that a selector that depends on its own value is caught", async () => {
    const definition = {
      sections: [
        {
          id: "header",
          file: "src/components/Header.jsx",
          properties: [
            { id: "text", kind: "text", selector: ".header-title" },
            { id: "class", kind: "attribute", selector: ".header-title", attribute: "className" },
          ],
        },
      ],
    };
    await writeFile(join(repository, "ux-agent.json"), JSON.stringify(definition));
    const before = await readFile(join(repository, "src/components/Header.jsx"), "utf8");
    const { code, errors } = await site("check", repository);
    expect(code).toBe(1);
    expect(errors).toContain(
      "✖ header.class (src/components/Header.jsx): Class could not be changed: its selector would not find it any more.",
    );
    expect(errors).not.toContain("header.text");
    expect(await readFile(join(repository, "src/components/Header.jsx"), "utf8")).toBe(before);
  });

  it("names files that nothing uses", async () => {
    const file = "src/components/OldHeader.jsx";
    await writeFile(join(repository, file), "export const OldHeader = () => <h1>Old</h1>;\n");
    const section = { id: "old", file, properties: [{ id: "text", kind: "text", selector: "h1" }] };
    await writeFile(join(repository, "ux-agent.json"), JSON.stringify({ sections: [section] }));
    const { code, output } = await site("check", repository);
    expect(code).toBe(0);
    expect(output).toContain(`⚠ ${file}: no other file names it, so a change of it may not be seen.`);
  });

  it("takes settings for used, and what only they name", async () => {
    await writeFile(
      join(repository, "docusaurus.config.js"),
      'module.exports = { title: "Acme", css: require.resolve("./src/styles/custom.css") };\n',
    );
    await writeFile(join(repository, "src/styles/custom.css"), ":root { --brand: #123456; }\n");
    const sections = [
      {
        id: "site",
        file: "docusaurus.config.js",
        properties: [{ id: "title", kind: "value", pointer: "/default/title" }],
      },
      {
        id: "style",
        file: "src/styles/custom.css",
        properties: [{ id: "brand", kind: "variable", variable: "--brand" }],
      },
    ];
    await writeFile(join(repository, "ux-agent.json"), JSON.stringify({ sections }));
    const { code, output } = await site("check", repository);
    expect(code).toBe(0);
    expect(output).not.toContain("no other file names it");
    expect(output).toContain(
      '! style · brand is a colour today (#123456): add "value": "color" to it in ux-agent.json, so that people can ask for a colour.',
    );
  });

  it("says of which properties it knows no value to try", async () => {
    const file = "src/components/Header.jsx";
    const text = { id: "text", kind: "text", selector: ".header-title", pattern: "[a-z]{3}-\\d{4}" };
    await writeFile(
      join(repository, "ux-agent.json"),
      JSON.stringify({ sections: [{ id: "header", file, properties: [text] }] }),
    );
    const { code, output } = await site("check", repository);
    expect(code).toBe(0);
    expect(output).toContain("✔ ux-agent.json: 0 of 1 properties were changed on a copy and read back.");
  });

  it("shows the preview of a request, and changes nothing", async () => {
    const header = join(repository, "src/components/Header.jsx");
    const before = await readFile(header, "utf8");
    const { code, output } = await site(
      "check",
      repository,
      "--try",
      'change the header text to "Hello there"',
    );
    expect(code).toBe(0);
    expect(output).toMatch(/^\*\*.*\*\*: .* → Hello there$/m);
    expect(output).toContain("+++ b/src/components/Header.jsx");
    expect(await readFile(header, "utf8")).toBe(before);
    const structured = await site("check", repository, "--try", 'section:header text:"Hello there"');
    expect(structured).toMatchObject({ code: 0, output });
  });

  it("shows the questions or the refusal where a request has no preview", async () => {
    expect(await site("check", repository, "--try", "change the header text")).toMatchObject({ code: 1 });
    const refused = await site("check", repository, "--try", "section:nowhere text:x");
    expect(refused.code).toBe(1);
    expect(refused.output + refused.errors).toMatch(/nowhere/);
  });

  it("does not take a file of a submodule for one of the repository", async () => {
    await writeFile(join(repository, "src/.git"), "gitdir: ../.git/modules/src\n");
    const { code, errors } = await site("check", repository);
    expect(code).toBe(1);
    expect(errors).toContain("src/components/Footer.jsx is in a submodule: describe it in that repository");
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

  it("begins with the address of the site, where the repository says it", async () => {
    await writeFile(join(repository, "CNAME"), "mole.coffee\n");
    const { output } = await site("init", repository, "--print");
    expect(output).toMatch(/^\{\n {2}"url": "https:\/\/mole\.coffee\/",\n {2}"sections"/);
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

  it("shows marks as a diff and writes nothing, and writes them with the proposal when asked", async () => {
    const page = "<section><h2>Beans</h2><div><p>Sweet</p></div><div><p>Sour</p></div></section>\n";
    await rm(repository, { recursive: true });
    await mkdir(repository);
    await writeFile(join(repository, "index.html"), page);
    const shown = await site("init", repository, "--marks");
    expect(shown).toMatchObject({ code: 0, errors: expect.stringContaining("nothing was written") });
    expect(shown.output).toMatch(/^--- a\/index\.html\n\+\+\+ b\/index\.html\n/);
    expect(shown.output).toContain('<p data-ux="beans-text">Sweet</p>');
    expect(await readdir(repository)).toEqual(["index.html"]);
    expect(await readFile(join(repository, "index.html"), "utf8")).toBe(page);
    expect(await site("init", repository, "--write-marks")).toMatchObject({ code: 0 });
    expect(await readFile(join(repository, "index.html"), "utf8")).toContain('data-ux="beans-text"');
    expect(await readFile(join(repository, "ux-agent.json"), "utf8")).toContain("[data-ux=beans-text]");
    expect(await site("check", repository)).toMatchObject({ code: 0 });
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
