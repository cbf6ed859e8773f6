import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_SITE } from "#src/sites/site-directory.ts";
import { ANN } from "#tests/support/people.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
  await system.warmUp();
});
afterAll(() => system.stop());

async function offered(options: Record<string, string>, focused: string, member = {}) {
  const { reply } = await system.send(system.bodies.typing(ANN, options, { focused, ...member }));
  expect(reply.type).toBe(8);
  return "data" in reply && reply.data && "choices" in reply.data
    ? (reply.data.choices as { name: string; value: string }[])
    : [];
}

const valuesOf = (choices: { value: string }[]) => choices.map(({ value }) => value);

const setAskers = async (...asker_role_ids: string[]) => {
  await system.app.sites.put({ guild_id: DEFAULT_SITE, asker_role_ids });
  await system.warmUp();
  system.passMinutes(2);
};

const draft = async (options: Record<string, string>) => {
  await system.slash(ANN, options);
  await system.deliver();
  return system.message;
};

describe("while /ux-update is typed", () => {
  test("its sections are offered by name, and those that begin as it was typed come first", async () => {
    expect(await offered({ section: "" }, "section")).toContainEqual({
      name: "Navigation bar",
      value: "navbar",
    });
    expect(valuesOf(await offered({ section: "he" }, "section"))).toEqual(["header", "home"]);
    expect(valuesOf(await offered({ section: "Navigation b" }, "section"))).toEqual(["navbar"]);
    expect(await offered({ section: "nowhere" }, "section")).toEqual([]);
  });

  test("the properties of the chosen section are offered, also by other names of theirs", async () => {
    expect(valuesOf(await offered({ section: "navbar", property: "" }, "property"))).toEqual([
      "text",
      "color",
      "links",
      "brand",
    ]);
    expect(valuesOf(await offered({ section: "navbar", property: "logo" }, "property"))).toEqual(["brand"]);
    expect(await offered({ property: "te" }, "property")).toEqual([]);
  });

  test("takes no request when the site was read within a minute", async () => {
    await offered({ section: "" }, "section");
    system.table.requests.length = 0;
    await offered({ section: "f" }, "section");
    expect(system.table.requests).toEqual([]);
    system.passMinutes(2);
    await offered({ section: "f" }, "section");
    expect(system.table.requests).toEqual(["BatchGetItemCommand"]);
  });

  test("nothing is offered to those who may not ask", async () => {
    await setAskers("600000000000000009");
    expect(await offered({ section: "" }, "section")).toEqual([]);
    expect(await offered({ section: "" }, "section", { roles: ["600000000000000009"] })).not.toEqual([]);
    await setAskers();
  });
});

describe("what was chosen step by step", () => {
  test("is previewed, whatever stands in the value", async () => {
    const value = String.raw`"Tea" \ Cake: section:footer`;
    const { id } = await system.slash(ANN, { section: "header", property: "text", value });
    await system.deliver();
    expect(await system.table.item(id)).toMatchObject({
      status: "previewed",
      section: "header",
      updates: { text: value },
    });
  });

  test("asks for what is missing", async () => {
    expect((await draft({ section: "header", property: "text" })).content).toContain(
      "What should Text be, exactly?",
    );
  });

  test("is found by any name of the property", async () => {
    await draft({ section: "home", property: "Hero text", value: "Tea" });
    expect(system.message.embeds[0]?.description).toContain("Roasted this morning → Tea");
  });
});

test("trouble offers nothing, and is no error to Discord", async () => {
  system.use(system.newContainer());
  system.breakTable();
  expect(await offered({ section: "" }, "section")).toEqual([]);
});
