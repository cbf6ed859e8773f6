import { refuse, type Refusal } from "#src/site/refusal.ts";
import type { PropertyOf } from "#src/site/site-definition.ts";
import type { Block } from "./block.ts";

type Place = PropertyOf<"markdown">;
type Section = { ok: true; blocks: Block[] } | Refusal;

/** The block that a property means, or why there is none. */
export function findBlock(blocks: Block[], place: Place): { ok: true; block: Block } | Refusal {
  const section = sectionOf(blocks, place.heading ?? []);
  if (!section.ok) return section;
  // Only headings are looked for below other headings; everything else belongs to the heading right above it.
  const own =
    place.heading === undefined || place.block === "heading" ? section.blocks : beforeHeading(section.blocks);
  const all = own.filter(({ kind }) => kind === place.block);
  const block = PICK[place.block](all, place);
  if (block !== undefined) return { ok: true, block };
  const where = place.heading === undefined ? "" : ` under “${place.heading.join(" › ")}”`;
  return refuse(
    "no-match",
    `There is no such ${place.block}${where} in the file: ux-agent.json has to be corrected.`,
  );
}

const PICK: Record<Place["block"], (blocks: Block[], place: Place) => Block | undefined> = {
  heading: (blocks, { at }) => blocks[at - 1],
  paragraph: (blocks, { at }) => blocks[at - 1],
  item: (blocks, place) => inGroup(blocks, place)[place.at - 1],
  cell: (blocks, place) =>
    inGroup(blocks, place).find(({ row, column }) => row === place.at && column === place.column),
};

/** Those of the list or table that is meant, counted among the ones here. */
function inGroup(blocks: Block[], place: Place): Block[] {
  const groups = [...new Set(blocks.map(({ group }) => group))];
  return blocks.filter(({ group }) => group === groups[place.in - 1]);
}

function beforeHeading(blocks: Block[]): Block[] {
  const next = blocks.findIndex(({ kind }) => kind === "heading");
  return next < 0 ? blocks : blocks.slice(0, next);
}

/** What stands below a heading that is found step by step, up to the next one of its level. */
function sectionOf(blocks: Block[], path: string[]): Section {
  const [name, ...rest] = path;
  if (name === undefined) return { ok: true, blocks };
  const place = /^#([1-9]\d*)$/.exec(name)?.[1];
  const headings = blocks.filter(({ kind }) => kind === "heading");
  const found =
    place === undefined
      ? headings.filter((each) => titleOf(each) === normal(name))
      : outermost(headings)[Number(place) - 1];
  const all = Array.isArray(found) ? found : found === undefined ? [] : [found];
  const [heading] = all;
  if (heading === undefined)
    return refuse(
      "no-match",
      `There is no heading “${name}” in the file: ux-agent.json has to be corrected.`,
    );
  if (all.length > 1)
    return refuse(
      "several-matches",
      `There are ${all.length} headings “${name}” in the file: ux-agent.json has to name one above it, too.`,
    );
  return sectionOf(below(blocks, heading), rest);
}

function below(blocks: Block[], heading: Block): Block[] {
  const rest = blocks.slice(blocks.indexOf(heading) + 1);
  const end = rest.findIndex(({ kind, level }) => kind === "heading" && level <= heading.level);
  return end < 0 ? rest : rest.slice(0, end);
}

/** Headings that no other one of them is above. */
function outermost(headings: Block[]): Block[] {
  const found: Block[] = [];
  for (const heading of headings) {
    const above = found.at(-1);
    if (above === undefined || heading.level <= above.level) found.push(heading);
  }
  return found;
}

function titleOf({ runs }: Block): string {
  return normal(runs.map(({ value }) => value).join(" "));
}

function normal(title: string): string {
  return title.trim().replaceAll(/\s+/g, " ").toLowerCase();
}
