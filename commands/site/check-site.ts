import { posix } from "node:path";
import { styleText } from "node:util";
import { unsayableNames } from "#src/requests/unsayable-names.ts";
import { catalogueOf, catalogueProperty } from "#src/site/catalogue-of.ts";
import type { Item } from "#src/site/catalogue.ts";
import { parseColor } from "#src/site/color.ts";
import { proveSection, type Proof } from "#src/site/prove-section.ts";
import type { SectionDefinition } from "#src/site/site-definition.ts";
import { readSiteFile } from "../site-files.ts";
import { deadFiles } from "./dead-files.ts";
import { readSite } from "./read-site.ts";
import { failAll } from "./terminal.ts";

const WIDEST = 60;

/** Shows what every property is now, changes each on a copy, and names what cannot be changed and what nothing uses. */
export async function checkSite(repository: string, path: string): Promise<void> {
  const definition = await readSite(repository, path);
  if (definition === null) return;
  const { sections } = definition;
  const problems: string[] = [];
  const advice: string[] = [];
  let untried = 0;
  for (const section of sections) {
    const checked = await checkSection(repository, section);
    problems.push(...checked.problems);
    advice.push(...checked.advice);
    untried += checked.untried;
  }
  for (const file of await deadFiles(
    repository,
    sections.map(({ file }) => file),
  ))
    console.log(styleText("yellow", `⚠ ${file}: no other file names it, so a change of it may not be seen.`));
  if (problems.length > 0) return failAll(path, problems);
  for (const each of advice) console.log(`${styleText("yellow", "!")} ${each}`);
  for (const { section, property, name } of unsayableNames(catalogueOf(definition, path)))
    console.log(
      `${styleText("yellow", "!")} “${name}” is a name of ${[section, property].filter(Boolean).join(" ")} that a request in plain words cannot use: give it another one.`,
    );
  const count = sections.flatMap(({ properties }) => properties).length;
  const all = untried === 0 ? `all ${count}` : `${count - untried} of ${count}`;
  console.log(styleText("green", `✔ ${path}: ${all} properties were changed on a copy and read back.`));
  if (untried > 0)
    console.log(
      `The other ${untried} can be read; no value was found that their rules allow: try one with --try.`,
    );
}

async function checkSection(
  repository: string,
  section: SectionDefinition,
): Promise<{ problems: string[]; advice: string[]; untried: number }> {
  console.log(
    `${styleText("bold", section.label)} ${styleText("dim", `(section:${section.id}, ${section.file})`)}`,
  );
  const file = await readSiteFile(repository, section.file);
  if (!file.ok) {
    console.log(`  ${styleText("red", "cannot be read, see below")}\n`);
    return { problems: [`${section.id}: ${file.message}.`], advice: [], untried: 0 };
  }
  const proofs = await proveSection(section, file.content);
  for (const proof of proofs) console.log(`  ${lineOf(section, proof)}`);
  console.log();
  return {
    problems: proofs.flatMap(({ property, problem }) =>
      problem === null ? [] : [`${section.id}.${property.id} (${section.file}): ${problem}`],
    ),
    advice: [
      ...proofs.flatMap((proof) => adviceOnColor(section, proof)),
      ...(await adviceOnPictures(repository, section, proofs)),
    ],
    untried: proofs.filter(({ tried }) => !tried).length,
  };
}

/** What is written as only a colour is, in a place that may hold any text: a request for “blue” would be refused there. */
function adviceOnColor({ id }: SectionDefinition, { property, now }: Proof): string[] {
  const isText = catalogueProperty(property).value === "text" && !("oneOf" in property && property.oneOf);
  const value = now.ok && typeof now.value === "string" ? now.value : "";
  if (!isText || !/^#|\(/.test(value) || parseColor(value) === null) return [];
  return [
    `${id} · ${property.id} is a colour today (${value}): add "value": "color" to it in ux-agent.json, so that people can ask for a colour.`,
  ];
}

/** A picture of today that is not where the next one would be put: the address of that one may lead nowhere. */
async function adviceOnPictures(
  repository: string,
  { id }: SectionDefinition,
  proofs: Proof[],
): Promise<string[]> {
  const advice: string[] = [];
  for (const { property, now } of proofs) {
    if (property.kind !== "image" || !now.ok || typeof now.value !== "string") continue;
    const path = posix.join(property.folder, posix.basename(now.value.replace(/[?#].*$/, "")));
    const file = await readSiteFile(repository, path);
    if (!file.ok)
      advice.push(
        `${id} · ${property.id} shows ${now.value} today, and there is no ${path}: look whether "folder" in ux-agent.json is where the site keeps its pictures.`,
      );
  }
  return advice;
}

/** `header · title · Hello`, as a person asks for it. */
function lineOf(section: SectionDefinition, { property, now, problem, cannot }: Proof): string {
  const widest = Math.max(...section.properties.map(({ id }) => id.length));
  const value = now.ok ? shownValue(now.value) : "";
  const wrong = problem === null ? "" : styleText("red", " cannot be changed, see below");
  const partly = (cannot ?? []).map(
    ({ what, why }) => `\n    ${styleText("yellow", `! cannot ${what} items:`)} ${why}`,
  );
  return `${section.id} · ${property.id.padEnd(widest)} · ${value}${wrong}${partly.join("")}`;
}

/** `About → /about`, or the values in the order of the fields. */
function shownItem(item: Item): string {
  return Object.values(item).join(" → ");
}

function shownValue(value: string | null | Item[]): string {
  if (value === null) return styleText("dim", "(not set)");
  if (value === "") return styleText("dim", "(empty)");
  const text =
    typeof value === "string" ? value.replaceAll(/[\s\p{Cc}]+/gu, " ") : value.map(shownItem).join(", ");
  return text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text || styleText("dim", "(no items)");
}
