import { access, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { styleText } from "node:util";
import { Command } from "commander";
import { runProgram } from "#local/run-program.ts";
import { unsayableNames } from "#src/requests/unsayable-names.ts";
import { catalogueOf } from "#src/site/catalogue-of.ts";
import type { Link } from "#src/site/catalogue.ts";
import { problemText } from "#src/site/definition-problem.ts";
import { definitionSchema } from "#src/site/definition-schema.ts";
import { proposeDefinition } from "#src/site/propose/propose-definition.ts";
import { readSection, type Reading } from "#src/site/read-section.ts";
import { readSiteDefinition, type SectionDefinition } from "#src/site/site-definition.ts";
import { readSiteFile, siteSources } from "./site-files.ts";

const NAME = "ux-agent.json";
const WIDEST = 60;

const program = new Command("npm run site --")
  .description("Describes which parts of a site people may change, in the site's own ux-agent.json.")
  .showHelpAfterError("(add --help to see what is possible)");

program
  .command("check")
  .description("checks a site's ux-agent.json, tries every selector and shows what each property is now")
  .argument("<repository>", "the folder of the site's repository")
  .option("--definition <path>", "where ux-agent.json is in the repository", NAME)
  .action(async (repository: string, options: { definition: string }) =>
    check(repository, options.definition),
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

async function check(repository: string, path: string): Promise<void> {
  if (!(await isFolder(repository)))
    return fail(`${repository} is not a folder: name the folder of the site's repository.`);
  const file = await readSiteFile(repository, path);
  if (!file.ok)
    return fail(`${file.message}: write one, or let “npm run site -- init ${repository}” propose one.`);
  const outcome = readSiteDefinition(file.content);
  if (!outcome.ok)
    return failAll(
      path,
      outcome.problems.map((each) => problemText(each, path)),
    );
  const problems: string[] = [];
  for (const section of outcome.definition.sections)
    problems.push(...(await checkSection(repository, section)));
  if (problems.length > 0) return failAll(path, problems);
  for (const { section, property, name } of unsayableNames(catalogueOf(outcome.definition, path)))
    console.log(
      `${styleText("yellow", "!")} “${name}” is a name of ${[section, property].filter(Boolean).join(" ")} that a request in plain words cannot use: give it another one.`,
    );
  const count = outcome.definition.sections.flatMap(({ properties }) => properties).length;
  console.log(styleText("green", `✔ ${path}: all ${count} properties can be changed.`));
}

async function checkSection(repository: string, section: SectionDefinition): Promise<string[]> {
  console.log(
    `${styleText("bold", section.label)} ${styleText("dim", `(section:${section.id}, ${section.file})`)}`,
  );
  const file = await readSiteFile(repository, section.file);
  if (!file.ok) {
    console.log(`  ${styleText("red", "cannot be read, see below")}\n`);
    return [`${section.id}: ${file.message}.`];
  }
  const readings = await readSection(section, file.content);
  const widest = Math.max(...section.properties.map(({ id }) => id.length));
  for (const { property, now } of readings) {
    const shown = now.ok ? shownValue(now.value) : styleText("red", "cannot be changed, see below");
    console.log(`  ${property.id.padEnd(widest)}  ${styleText("dim", property.kind.padEnd(9))}  ${shown}`);
  }
  console.log();
  return readings.flatMap((reading) => problemOf(section, reading));
}

function problemOf(section: SectionDefinition, { property, now }: Reading): string[] {
  return now.ok ? [] : [`${section.id}.${property.id} (${section.file}): ${now.message}`];
}

function shownValue(value: string | null | Link[]): string {
  if (value === null) return styleText("dim", "(not set)");
  if (value === "") return styleText("dim", "(empty)");
  const text =
    typeof value === "string"
      ? value.replaceAll(/[\s\p{Cc}]+/gu, " ")
      : value.map(({ label, href }) => `${label} → ${href}`).join(", ");
  return text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text || styleText("dim", "(no links)");
}

async function init(repository: string, { force, print }: { force: boolean; print: boolean }): Promise<void> {
  if (!(await isFolder(repository)))
    return fail(`${repository} is not a folder: name the folder of the site's repository.`);
  const target = join(repository, NAME);
  if (!force && !print && (await exists(target))) {
    return fail(
      `${target} is there already: add --force to replace it, or --print to only see the proposal.`,
    );
  }
  const proposal = await proposeDefinition(await siteSources(repository));
  if (proposal.sections.length === 0) {
    return fail(`Nothing that people could change was found in ${repository}: write ${NAME} by hand.`);
  }
  const text = `${JSON.stringify(proposal, null, 2)}\n`;
  if (print) return void process.stdout.write(text);
  await writeFile(target, text);
  const count = proposal.sections.flatMap(({ properties }) => properties).length;
  console.log(
    styleText("green", `✔ ${target}: ${proposal.sections.length} sections with ${count} properties.`),
  );
  console.log(
    `Look through it, remove what nobody should change, then run: npm run site -- check ${repository}`,
  );
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (status) => status.isDirectory(),
    () => false,
  );
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function fail(message: string): void {
  console.error(styleText("red", "✖"), message);
  process.exitCode = 1;
}

function failAll(path: string, problems: string[]): void {
  for (const problem of problems) fail(problem);
  console.error(
    `${path}: ${problems.length === 1 ? "one problem" : `${problems.length} problems`} to correct.`,
  );
}
