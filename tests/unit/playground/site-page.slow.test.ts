import { mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ensureSampleSite } from "#local/sample-site.ts";
import { buildPage } from "#playground/site-page/build-page.ts";
import { readSite } from "#playground/site-page/read-site.ts";
import { writePage } from "#playground/site-page/write-page.ts";
import { gitIn } from "#src/publishing/git/command.ts";
import { runGit } from "#tests/support/run-git.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";

let repository: string;
let marks: string;
beforeEach(async () => {
  repository = await realpath(await mkdtemp(join(tmpdir(), "ux-agent-page-")));
  marks = await realpath(await mkdtemp(join(tmpdir(), "ux-agent-marks-")));
  await git("init", "--quiet", "--initial-branch=main");
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await removeFolder(repository);
  await removeFolder(marks);
});

const git = async (...args: string[]): Promise<string> => {
  const identity = ["-c", "user.name=Site", "-c", "user.email=site@localhost"];
  return String(await runGit(["-C", repository, ...identity, ...args])).trim();
};

/** Commits the files beside a page that loads `main.jsx`, and builds its page. */
async function pageOf(files: Record<string, string>): Promise<string> {
  const page = '<!doctype html><div id="root"></div><script type="module" src="/main.jsx"></script>';
  for (const [path, content] of Object.entries({ "index.html": page, "main.jsx": "", ...files })) {
    await mkdir(dirname(join(repository, path)), { recursive: true });
    await writeFile(join(repository, path), content);
  }
  await git("add", "--all", "--force");
  await git("commit", "--quiet", "--allow-empty", "--message=site");
  return buildPage(await siteNow());
}

const siteNow = async () => readSite(gitIn(repository), await git("rev-parse", "HEAD"));

describe("the page of a site", () => {
  it("is the sample site with everything inside", async () => {
    const site = join(repository, "sample");
    await ensureSampleSite(site);
    const commit = (await gitIn(site)(["rev-parse", "HEAD"])).toString().trim();
    const page = await buildPage(await readSite(gitIn(site), commit));
    expect(page).toContain("Coffee with a view of the harbour");
    expect(page).toMatch(/<style>[^]*--/);
    expect(page).not.toMatch(/(?:src|href)="\/(?!\/)/);
  });

  it("has its styles, data, pictures and modules, however it names them", async () => {
    const page = await pageOf({
      "index.html": `<!doctype html><link rel="stylesheet" href="style.css"><img src="logo.svg">
        <script type="module">import "./src/inline.js";</script><script type="module" src="./main.jsx"></script>`,
      "style.css": '@import "./more.css"; body { background: url(./public/dot.png) }',
      "more.css": "h1 { color: rebeccapurple }",
      "public/logo.svg": "<svg/>",
      "public/dot.png": "picture",
      "src/inline.js": 'document.title = "from inline";',
      "main.jsx": `import data from "./data.json"; import words from "./words.txt?raw"; import logo from "/logo.svg";
        import { Box } from "./box"; import styles from "./box.module.css";
        document.body.append(data.name, words, logo, styles.box, import.meta.env.MODE, String(Box));`,
      "data.json": '{"name":"from data"}',
      "words.txt": "from words",
      "box.tsx": 'export const Box = ({ a }: { a: string }) => <b className="from-tsx">{a}</b>;',
      "box.module.css": ".box { margin: 7px }",
    });
    for (const part of [
      "#639",
      "from inline",
      "from data",
      "from words",
      "from-tsx",
      "margin:7px",
      "production",
    ])
      expect(page).toContain(part);
    expect(page).toContain(`data:image/svg+xml`);
    expect(page).toContain(`data:image/png`);
  });

  it("has the pictures that its code names by their address", async () => {
    const page = await pageOf({
      "public/pier.png": "picture",
      "main.jsx":
        'const data = { src: "/pier.png" }; document.body.append(<img src="/pier.png" />, data.src);',
    });
    expect(page.split(`"data:image/png;base64,${Buffer.from("picture").toString("base64")}"`)).toHaveLength(
      3,
    );
    expect(page).not.toContain('"/pier.png"');
  });

  it("is any HTML file of the site, and names of files are read from where it is", async () => {
    await pageOf({
      "about/us.html": '<!doctype html><link rel="stylesheet" href="us.css"><p>Us</p>',
      "about/us.css": "p { color: rebeccapurple }",
    });
    const page = await buildPage(await siteNow(), { page: "about/us.html" });
    expect(page).toContain("<p>Us</p>");
    expect(page).toContain("#639");
    await expect(buildPage(await siteNow(), { page: "../us.html" })).rejects.toThrow(
      "the site has no ../us.html",
    );
  });

  it("says what is missing", async () => {
    await expect(pageOf({ "main.jsx": 'import "left-pad";' })).rejects.toThrow(
      '"left-pad" is neither a file of the site nor React',
    );
    await rm(join(repository, "index.html"));
    await git("commit", "--quiet", "--all", "--message=gone");
    await expect(buildPage(await siteNow())).rejects.toThrow("the site has no index.html");
  });
});

describe("a stranger's site", () => {
  it("runs nothing while it is built: no configuration, no plugin, no package of its own", async () => {
    const mark = `require("node:fs").writeFileSync(${JSON.stringify(marks)} + "/" + Math.random(), "ran");`;
    const page = await pageOf({
      "postcss.config.cjs": `${mark} module.exports = { plugins: [] };`,
      ".postcssrc.cjs": `${mark} module.exports = {};`,
      "vite.config.js": mark,
      "babel.config.cjs": mark,
      "tailwind.config.cjs": mark,
      "tsconfig.json": '{"extends": "/etc/passwd", "compilerOptions": {"jsxImportSource": "evil"}}',
      "package.json":
        '{"type": "commonjs", "postcss": {"plugins": {"./plugin.cjs": {}}}, "browser": {"react": "./evil.js"}}',
      "plugin.cjs": mark,
      "evil.js": "document.title = 'evil';",
      "node_modules/react/index.js": "document.title = 'evil';",
      "node_modules/react/package.json": '{"name":"react","main":"index.js"}',
      "main.jsx":
        'import "./style.css"; import { createElement } from "react"; document.body.append(<i/>, createElement.name);',
      "style.css": "b { color: red }",
    });
    expect(page).toContain("color:red");
    expect(page).not.toContain("evil");
    expect(await readdir(marks)).toEqual([]);
  });

  it("gets nothing from outside its commit", async () => {
    const secret = join(marks, "secret.txt");
    await writeFile(secret, SECRET);
    await symlink(secret, join(repository, "link.txt"));
    await symlink(marks, join(repository, "folder"));
    await writeFile(join(repository, "untracked.txt"), SECRET);
    await writeFile(join(repository, ".gitignore"), "untracked.txt\n");
    const up = `${"../".repeat(12)}${secret.slice(1)}`;
    const addresses = [
      secret,
      up,
      `./${up}`,
      `/@fs${secret}`,
      `file://${secret}`,
      "./link.txt",
      "./folder/secret.txt",
    ];
    await pageOf({});
    // In this process: each of these pages would take a process of its own, which does nothing but write the page.
    const site = await siteNow();
    const reached: string[] = [];
    for (const address of addresses) {
      for (const query of ["?raw", "?url", ""]) {
        const module = `import value from ${JSON.stringify(address + query)}; document.body.append(value);`;
        const files = new Map(site).set("main.jsx", Buffer.from(module));
        const page = await writePage(files).catch(String);
        if (holdsSecret(page)) reached.push(`${address}${query}`);
      }
    }
    expect(reached).toEqual([]);
    const page = await buildOf({
      "index.html": `<link rel="stylesheet" href="${secret}"><img src="${secret}"><img src="../../${up}"><img src="link.txt">
        <script type="module" src="${secret}"></script><script type="module" src="/main.jsx"></script>`,
      "main.jsx": 'import "./style.css";',
      "style.css": `@import "${up}"; body { background: url(${secret}); cursor: url("${up}"); mask: url(./link.txt) }`,
    });
    expect(holdsSecret(page)).toBe(false);
  }, 120_000);

  it("learns nothing of the environment", async () => {
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "the-key-of-the-developer");
    vi.stubEnv("VITE_SECRET", "the-key-of-the-developer");
    const page = await pageOf({
      ".env": "VITE_SECRET=from-a-file",
      "main.jsx":
        "document.body.append(import.meta.env.VITE_SECRET, process.env.AWS_SECRET_ACCESS_KEY, JSON.stringify(import.meta.env));",
    });
    expect(page).not.toMatch(/the-key-of-the-developer|from-a-file/);
  });

  it("does not get past its filters either: what git stores is what is built", async () => {
    await writeFile(join(repository, "filter.sh"), `#!/bin/sh\ntouch ${marks}/ran\ncat\n`, { mode: 0o755 });
    await pageOf({ ".gitattributes": "*.css filter=x\n", "style.css": "b { color: red }" });
    await git("config", "filter.x.smudge", join(repository, "filter.sh"));
    await buildPage(await siteNow());
    expect(await readdir(marks)).toEqual([]);
  });

  it("has only so long", async () => {
    await pageOf({});
    const building = buildPage(await siteNow(), { timeoutMs: 20 });
    await expect(building).rejects.toThrow("it takes more than 0.02 seconds");
  });

  const endless: [string, string][] = [
    ["nests without end", `export default ${"[".repeat(2_000_000)}`],
    ["is one endless line", `export default "${"a".repeat(11_000_000)}"; ${"x=>".repeat(300_000)}1`],
  ];
  it.each(endless)("ends in time, and in words, when a file %s", async (_, code) => {
    const started = Date.now();
    await pageOf({ "main.jsx": code }).catch((error: unknown) => expect(error).toBeInstanceOf(Error));
    expect(Date.now() - started).toBeLessThan(25_000);
  });
});

const SECRET = "the secret of this machine";
const holdsSecret = (page: string): boolean =>
  page.includes(SECRET) || page.includes(Buffer.from(SECRET).toString("base64").slice(0, 12));

/** The page, or why there is none. */
const buildOf = (files: Record<string, string>): Promise<string> => pageOf(files).catch(String);
