import { isYes } from "#src/requests/answers.ts";
import { acceptable } from "#src/requests/accepting.ts";
import { conclude } from "#src/requests/conclude.ts";
import type { Draft, FurtherPart, Wish } from "#src/requests/draft.ts";
import { draftOfParts } from "#src/requests/empty-draft.ts";
import type { Meaning, Request } from "#src/requests/interpretation.ts";
import { readLinks } from "#src/requests/links.ts";
import type { Catalogue, CatalogueProperty } from "#src/site/catalogue.ts";
import { checkValue } from "#src/site/value.ts";
import { leftIn } from "./is-for-model.ts";
import type { Proposal } from "./proposal.ts";
import { restate } from "./restate.ts";
import { isSaid, saidIn } from "./said.ts";

type Unclear = Extract<Meaning, { outcome: "unclear" }>;
type Understood = Extract<Meaning, { outcome: "understood" }>;
type Update = ProposedPart["updates"][number];

/** What a proposal is held against. */
export interface Reading {
  request: Request;
  catalogue: Catalogue;
  /** What the rules made of the same words. */
  offline: Unclear;
}

/**
 * What a request means by the proposal of a model; null where the rules' own questions are better. A proposal changes
 * nothing by itself. Where the rules have read the same change and only words are left that it takes for chatter, that is
 * the change, with those words as notes. Everything else is a "did you mean", which a person has to agree to.
 */
export function readProposal(proposal: Proposal, reading: Reading): Meaning | null {
  const { request, catalogue, offline } = reading;
  const answer = request.answers["meant"];
  if (answer !== undefined && !isYes(answer)) return null;
  const draft = draftOf(proposal, reading);
  if (draft === null) return null;
  const meaning = conclude(draft, request.answers, catalogue);
  if (meaning.outcome !== "understood") return null;
  if (answer !== undefined) return meaning;
  const left = leftIn(saidIn(request), catalogue);
  if (isSame(meaning, offline) && isCovered(left, proposal.ignored)) return { ...meaning, notes: left };
  return conclude({ ...draft, meant: restate(draft) }, request.answers, catalogue);
}

/** Null for a proposal that takes anything that it may not. */
function draftOf({ parts, ignored, unclear }: Proposal, { request, catalogue }: Reading): Draft | null {
  const said = saidIn(request);
  if (unclear.length > 0 || !ignored.every((words) => isSaid(words, said))) return null;
  const read = parts.map((part) => partOf(part, said, catalogue));
  const [first, ...further] = read.filter((part) => part !== null);
  const sections = new Set(read.map((part) => part?.section));
  if (first === undefined || further.length + 1 < read.length || sections.size < read.length) return null;
  const updates = parts.flatMap((part) => part.updates);
  return {
    ...draftOfParts("model", [first, ...further]),
    notes: ignored,
    understood: updates.map(({ property, value, words }) => ({ as: `${property}:${value}`, from: words })),
  };
}

type ProposedPart = Proposal["parts"][number];

function partOf(part: ProposedPart, said: string[], { sections }: Catalogue): FurtherPart | null {
  const section = sections.find(({ id }) => id === part.section);
  if (section === undefined) return null;
  const wishes = part.updates.map((update) => {
    const property = section.properties.find(({ id }) => id === update.property);
    return property === undefined ? null : wishOf(property, update, said);
  });
  const good = wishes.filter((wish) => wish !== null);
  const properties = new Set(good.map(({ property }) => property));
  return properties.size === wishes.length ? { section, wishes: good } : null;
}

function wishOf(property: CatalogueProperty, { value, words }: Update, said: string[]): Wish | null {
  if (!isSaid(words, said)) return null;
  const isGood =
    property.value === "links"
      ? linksAreSaid(value, said)
      : isSaid(value, [words]) || isNamed(property, value, words);
  return isGood ? { property, value, why: "" } : null;
}

function linksAreSaid(value: string, said: string[]): boolean {
  const links = readLinks(value);
  const isWhole = ({ label, href }: (typeof links)[number]) =>
    label !== null && href !== null && isSaid(label, said) && isSaid(href, said);
  return links.length > 0 && links.every(isWhole);
}

/**
 * Whether a value may stand for other words (`burgundy`, `rot`, `gross`): colours and listed values alone. What comes
 * from a number is computed, and a text or an address that was not said is made up.
 */
function isNamed(property: CatalogueProperty, value: string, words: string): boolean {
  const isChosen = property.value === "color" || property.rules.oneOf !== undefined;
  return isChosen && !/\p{N}/u.test(words) && checkValue(property, value).ok;
}

/** Whether the rules understood this change, too, and only ask about words beside it. */
function isSame(meaning: Understood, offline: Unclear): boolean {
  return acceptable(offline.questions, offline) === "as-understood" && keyOf(meaning) === keyOf(offline);
}

/** A change in a form to compare, whatever the order of its parts and properties. */
function keyOf({ section, updates, parts = [] }: Pick<Unclear, "section" | "updates" | "parts">): string {
  const all = [{ section, updates }, ...parts].flatMap((part) =>
    Object.entries(part.updates).map(([property, value]) => JSON.stringify([part.section, property, value])),
  );
  return all.toSorted().join("\n");
}

/** Whether every word that the rules left over is among those that ask for nothing. */
function isCovered(left: string[], ignored: string[]): boolean {
  return left.length > 0 && left.every((words) => ignored.some((chatter) => isSaid(words, [chatter])));
}
