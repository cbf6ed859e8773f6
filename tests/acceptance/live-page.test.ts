import { afterAll, beforeAll, expect, test } from "vitest";
import { ANN } from "#tests/support/people.ts";
import { buttonsOf } from "#tests/support/shown-message.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
  await system.site.change("ux-agent.json", (content) => {
    const definition = JSON.parse(content) as { sections: { id: string; url?: string }[] };
    const sections = definition.sections.map((one) =>
      one.id === "footer" ? { ...one, url: "/about" } : one,
    );
    return JSON.stringify({ ...definition, url: "https://harbour-coffee.example", sections });
  });
});
afterAll(() => system.stop());

const linkIn = () =>
  system.message.components.flatMap((row) =>
    row.type === 1 ? row.components.flatMap((one) => ("url" in one ? [one.url] : [])) : [],
  );

test("a preview and what is published lead to the live page of the section that they change", async () => {
  const { message } = await system.preview(ANN, { command: 'section:header text:"Hello"' });
  expect(buttonsOf(message)).toEqual(["Confirm", "Edit", "Cancel", "Open the site"]);
  expect(linkIn()).toEqual(["https://harbour-coffee.example"]);
  expect(buttonsOf(await system.confirm(ANN, message))).toEqual(["Withdraw", "Undo", "Open the site"]);
  await system.preview(ANN, { command: "section:footer color:red" });
  expect(linkIn()).toEqual(["https://harbour-coffee.example/about"]);
  expect(system.discord.standIn.violations).toEqual([]);
});
