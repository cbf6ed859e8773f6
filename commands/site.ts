import { access, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { styleText } from "node:util";
import { Command } from "commander";
import { runProgram } from "./run-program.ts";
import { definitionSchema } from "#src/site/definition-schema.ts";
import { unifiedDiff } from "#src/site/diff.ts";
import type { MarkedFile } from "#src/site/propose/mark-elements.ts";
import { checkSite } from "./site/check-site.ts";
import { DEFINITION, fail, isFolder } from "./site/terminal.ts";
import { tryRequest } from "./site/try-request.ts";
import { proposeSite } from "./site/propose-site.ts";
import { tellLeftOut } from "./site/tell-left-out.ts";

const program = new Command("npm run site --")
  .description("Describes which parts of a site people may change, in the site's own ux-agent.json.")
  .showHelpAfterError("(add --help to see what is possible)");

program
  .command("check")
  .description("checks a site's ux-agent.json, shows what each property is now and changes it on a copy")
  .argument("<repository>", "the folder of the site's repository")
  .option("--definition <path>", "where ux-agent.json is in the repository", DEFINITION)
  .option("--try <request>", "only shows what would come of a request, in the words of people")
  .action(async (repository: string, options: { definition: string; try?: string }) =>
    options.try === undefined
      ? checkSite(repository, options.definition)
      : tryRequest(repository, options.definition, options.try),
  );

program
  .command("init")
  .description("proposes a first ux-agent.json from what it finds in the site's files")
  .argument("<repository>", "the folder of the site's repository")
  .option("--force", "replaces a ux-agent.json that is there already", false)
  .option("--print", "only prints the proposal", false)
  .option(
    "--marks",
    "only shows the diff of data-ux marks that would take the place of brittle selectors",
    false,
  )
  .option("--write-marks", "writes these marks into the site's files, too", false)
  .action(async (repository: string, options: InitOptions) => init(repository, options));

program
  .command("schema")
  .description("prints the JSON Schema of ux-agent.json")
  .action(() => void process.stdout.write(definitionSchema()));

await runProgram(program);

interface InitOptions {
  force: boolean;
  print: boolean;
  marks: boolean;
  writeMarks: boolean;
}

async function init(repository: string, { force, print, marks, writeMarks }: InitOptions): Promise<void> {
  if (!(await isFolder(repository)))
    return fail(`${repository} is not a folder: name the folder of the site's repository.`);
  const target = join(repository, DEFINITION);
  if (!force && !print && !marks && (await exists(target))) {
    return fail(
      `${target} is there already: add --force to replace it, or --print to only see the proposal.`,
    );
  }
  const { url, sections, leftOut, files } = await proposeSite(repository, { marks: marks || writeMarks });
  if (sections.length === 0) {
    tellLeftOut(leftOut, console.error);
    return fail(`Nothing that people could change was found in ${repository}: write ${DEFINITION} by hand.`);
  }
  if (marks) return showMarks(repository, files);
  const text = `${JSON.stringify({ url, sections }, null, 2)}\n`;
  // Beside the proposal itself, which may be piped on, what was left out goes to the error stream.
  tellLeftOut(leftOut, print ? console.error : console.log);
  if (print) return void process.stdout.write(text);
  for (const { path, after } of files) await writeFile(join(repository, path), after);
  await writeFile(target, text);
  const count = sections.flatMap(({ properties }) => properties).length;
  console.log(styleText("green", `✔ ${target}: ${sections.length} sections with ${count} properties.`));
  console.log(`Read it, remove what people should not change, then run: npm run site -- check ${repository}`);
}

/** The marks as a diff to look at; nothing is written. */
function showMarks(repository: string, files: MarkedFile[]): void {
  for (const { path, before, after } of files) process.stdout.write(unifiedDiff(path, before, after));
  const marked = files.length === 1 ? "1 file" : `${files.length} files`;
  console.error(
    files.length === 0
      ? "No selector of the proposal counts elements: there is nothing to mark."
      : `${marked} would have marks; nothing was written. To write them with ux-agent.json: npm run site -- init ${repository} --write-marks`,
  );
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
