import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { labelsOf } from "#tests/support/answer.ts";
import { AdminApi } from "#tests/support/admin-api.ts";
import { ANN } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const shown = (): string => system.message.embeds[0]?.description ?? "";

/** Asks in plain words or by a command, confirms what is shown, and gives back the diff that was published. */
async function publish(options: Record<string, string>): Promise<string> {
  const { id, message } = await system.preview(ANN, options);
  await system.press(ANN, message, "Confirm");
  await system.deliver();
  const branches = await system.site.git("branch", "--list", `ux-update/*${id}`, "--format=%(refname:short)");
  return system.site.git("diff", `main...${branches.trim()}`);
}

const changedLines = (diff: string): string[] =>
  diff
    .split("\n")
    .filter((line) => /^[-+](?![-+])/.test(line))
    .map((line) => line.replace(/\s+/g, " ").trim());

describe("an item of a list", () => {
  test("is removed as the preview said it", async () => {
    const diff = await publish({ description: "remove the Visit link from the menu" });
    expect(changedLines(diff)).toEqual(["- <li>", '- <a href="#visit">Visit</a>', "- </li>"]);
    expect(shown()).toContain("Remove “Visit” from Links");
  });

  test("is renamed", async () => {
    const diff = await publish({ description: 'rename the Beans link in the menu to "Our beans"' });
    expect(changedLines(diff)).toEqual(['- <a href="#beans">Beans</a>', '+ <a href="#beans">Our beans</a>']);
    expect(shown()).toContain("**Links**: Beans → Our beans");
  });

  test("is moved", async () => {
    const diff = await publish({ command: 'section:home move:"Low Tide" to:first' });
    expect(changedLines(diff)).toEqual([
      '+ { name: "Low Tide", notes: "Caramel, plum, for the evening" },',
      '- { name: "Low Tide", notes: "Caramel, plum, for the evening" },',
    ]);
    expect(shown()).toContain("Move “Low Tide” to the beginning in Roasts");
  });

  test("is added before another one", async () => {
    const diff = await publish({ description: "add a Jobs link to /jobs before Visit in the menu" });
    expect(changedLines(diff)).toEqual(["+ <li>", '+ <a href="/jobs">Jobs</a>', "+ </li>"]);
  });

  test("is added once all that it needs was answered", async () => {
    await system.slash(ANN, { description: "add a roast called Nightboat" });
    await system.deliver();
    expect(system.message.content).toContain("What should the notes of “Nightboat” in Roasts be?");
    const modal = await system.press(ANN, system.message, "Answer");
    const [label = ""] = labelsOf(modal);
    await system.submit(ANN, modal, system.message, { [label]: "Dark and smoky" });
    await system.deliver();
    expect(shown()).toContain('+  { name: "Nightboat", notes: "Dark and smoky" },');
  });

  test("that is called like another one is asked about, and the answer is enough", async () => {
    const twice = 'section:navbar add:"Beans /all-beans" remove:"Beans"';
    await system.slash(ANN, { command: twice });
    await system.deliver();
    expect(system.message.content).toContain(
      "Links has 2 items called “Beans”: Beans (#beans), Beans (/all-beans).",
    );
    const modal = await system.press(ANN, system.message, "Answer");
    const [label = ""] = labelsOf(modal);
    expect(label).toBe("Which “Beans”?");
    await system.submit(ANN, modal, system.message, { [label]: "#beans" });
    await system.deliver();
    expect(shown()).toContain("Remove “Beans” from Links");
  });

  test("that is not there is answered with the nearest, and nothing is shown to confirm", async () => {
    await system.slash(ANN, { description: "remove the Visti link from the menu" });
    await system.deliver();
    expect(system.message.content).toContain("Did you mean “Visit”?");
    expect(JSON.stringify(system.message.components)).not.toContain("Confirm");
  });

  test("is told to operators as it was shown, and stored in the shape that older releases leave alone", async () => {
    const { id } = await system.preview(ANN, { command: 'section:navbar remove:"Visit"' });
    const item: Record<string, unknown> = { ...(await system.table.item(id)) };
    expect(item["shape"]).toBe(2);
    expect(item["updates"]).toEqual({ links: [{ remove: "Visit" }] });
    const { text } = await new AdminApi(() => system.app).show(id);
    expect(text).toContain("Remove “Visit” from Links");
  });
});

test("a link that is added is stored as it always was", async () => {
  const { id } = await system.preview(ANN, { command: 'section:navbar links:"Jobs /jobs"' });
  const item: Record<string, unknown> = { ...(await system.table.item(id)) };
  expect(item).not.toHaveProperty("shape");
  expect(item["updates"]).toEqual({ links: [{ label: "Jobs", href: "/jobs" }] });
});
