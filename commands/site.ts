import { access, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { styleText } from "node:util";
import { Command } from "commander";
import { runProgram } from "./run-program.ts";
import { definitionSchema } from "#src/site/definition-schema.ts";
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
  .action(async (repository: string, options: { force: boolean; print: boolean }) =>
    init(repository, options),
  );

program
  .command("schema")
  .description("prints the JSON Schema of ux-agent.json")
  .action(() => void process.stdout.write(definitionSchema()));

await runProgram(program);

async function init(repository: string, { force, print }: { force: boolean; print: boolean }): Promise<void> {
  if (!(await isFolder(repository)))
    return fail(`${repository} is not a folder: name the folder of the site's repository.`);
  const target = join(repository, DEFINITION);
  if (!force && !print && (await exists(target))) {
    return fail(
      `${target} is there already: add --force to replace it, or --print to only see the proposal.`,
    );
  }
  const { sections, leftOut } = await proposeSite(repository);
  if (sections.length === 0) {
    tellLeftOut(leftOut, console.error);
    return fail(`Nothing that people could change was found in ${repository}: write ${DEFINITION} by hand.`);
  }
  const text = `${JSON.stringify({ sections }, null, 2)}\n`;
  if (print) process.stdout.write(text);
  else await writeFile(target, text);
  // Beside the proposal itself, which may be piped on, this goes to the error stream.
  tellLeftOut(leftOut, print ? console.error : console.log);
  if (print) return;
  const count = sections.flatMap(({ properties }) => properties).length;
  console.log(styleText("green", `✔ ${target}: ${sections.length} sections with ${count} properties.`));
  console.log(`Read it, remove what people should not change, then run: npm run site -- check ${repository}`);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
