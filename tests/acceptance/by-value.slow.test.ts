import { afterAll, beforeAll, expect, test } from "vitest";
import { readSiteDefinition } from "#src/site/read-site-definition.ts";
import type { SiteDefinition } from "#src/site/site-definition.ts";
import { type StandingValue, standingValues } from "#src/site/standing-values.ts";
import { labelsOf } from "#tests/support/answer.ts";
import { ANN } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const shown = () => system.message.embeds[0]?.description ?? "";

async function sampleSite(commit = "HEAD"): Promise<{ definition: SiteDefinition; values: StandingValue[] }> {
  const fileOf = async (path: string) => Buffer.from(await system.site.git("show", `${commit}:${path}`));
  const read = readSiteDefinition(await fileOf("ux-agent.json"));
  if (!read.ok) throw new Error("The sample site has no definition");
  return { definition: read.definition, values: await standingValues(read.definition, fileOf) };
}

/** A value that can stand where another stands: of a site's own list another of that list. */
function otherFor({ section, property, value }: StandingValue, { sections }: SiteDefinition): string {
  if (value.startsWith("#")) return value.length === 7 ? "#123456" : "#visit";
  if (value.startsWith("/")) return "/images/other.webp";
  const defined = sections.find(({ id }) => id === section)?.properties.find(({ id }) => id === property);
  const listed = defined && "oneOf" in defined && defined.oneOf ? defined.oneOf : [];
  const names = Array.isArray(listed) ? listed : Object.keys(listed);
  return names.find((name) => name !== value) ?? "Something else";
}

test("every value of the sample site is changed by what it says now", async () => {
  const { definition, values } = await sampleSite();
  expect(values.length).toBeGreaterThanOrEqual(10);
  const outcomes = [];
  for (const value of values) {
    const { id } = await system.slash(ANN, {
      description: `change "${value.value}" to "${otherFor(value, definition)}"`,
    });
    await system.deliver();
    const { status, section } = (await system.table.item(id)) ?? {};
    outcomes.push([value.value, status, section]);
  }
  const several = (value: StandingValue) => values.filter((other) => other.value === value.value).length > 1;
  expect(outcomes).toEqual(
    values.map((value) =>
      several(value) ? [value.value, "clarifying", undefined] : [value.value, "previewed", value.section],
    ),
  );
});

test("a text is found by a part of it, also before the site was ever read", async () => {
  const fresh = await startSystem();
  await fresh.slash(ANN, { description: "change 7 to 18 to 8 to 20" });
  await fresh.deliver();
  expect(fresh.message.embeds[0]?.description).toContain(
    '+      <p className="navbar-note">Open every day, 8 to 20</p>',
  );
  await fresh.stop();
});

test("what stands in several places is asked about, and the answer leads to the preview", async () => {
  await system.slash(ANN, { description: 'replace "Coffee" with "Tea"' });
  await system.deliver();
  const question = system.message;
  expect(JSON.stringify(question)).toContain("“Coffee” in 3 places");
  const modal = await system.press(ANN, question, "Answer");
  const [label = ""] = labelsOf(modal);
  await system.submit(ANN, modal, question, { [label]: "footer.text" });
  await system.deliver();
  expect(shown()).toContain("© Harbour Tea · Pier 4, open all year");
});

test("what stands nowhere is answered with the nearest", async () => {
  await system.slash(ANN, { description: 'change "Open each day, 7 to 18" to "Closed"' });
  await system.deliver();
  expect(JSON.stringify(system.message)).toContain(
    "The nearest is “Open every day, 7 to 18” in Navigation bar.",
  );
});

test("every place is one preview and one commit, in all sections that have it", async () => {
  const { id, message } = await system.preview(ANN, { description: 'replace every "Coffee" by "Tea"' });
  const places = message.embeds[0]?.description?.match(/\*\*[^*]+ › [^*]+\*\*/g) ?? [];
  expect(places.length).toBeGreaterThanOrEqual(3);
  await system.confirm(ANN, message);
  const { result } = (await system.table.item(id)) as { result: { branch: string } };
  expect((await system.site.changedOn(result.branch)).length).toBeGreaterThanOrEqual(3);
  expect((await system.site.git("rev-list", "--count", `main..${result.branch}`)).trim()).toBe("1");
  for (const { value } of (await sampleSite(result.branch)).values) expect(value).not.toMatch(/\bCoffee\b/);
});
