import { describe, expect, it } from "vitest";
import { readTyped, suggestionsFor } from "#playground/page/channel/slash-commands.ts";

const names = (text: string) => suggestionsFor(text).map(({ name }) => name);
const valuesOf = (text: string) => readTyped(text)?.values;

describe("The composer", () => {
  it("offers the commands that start with what is typed", () => {
    expect(names("/")).toEqual(["ux-update", "ux-status", "ux-admin"]);
    expect(names("/UX-s")).toEqual(["ux-status"]);
    expect(names("ux")).toEqual([]);
    expect(names("/ux-update ")).toEqual([]);
  });

  it("takes a pasted line apart into its options", () => {
    expect(valuesOf("/ux-update description: make it red command: section:header color:red")).toEqual({
      description: "make it red",
      command: "section:header color:red",
    });
  });

  it("leaves a property of the structured grammar alone that is called like an option", () => {
    expect(valuesOf('/ux-update command: section:home description:"Fresh"')).toEqual({
      command: 'section:home description:"Fresh"',
    });
  });

  it("takes words without an option for the one that is there from the start, or the only one", () => {
    expect(valuesOf("/ux-update make it red")).toEqual({ description: "make it red" });
    expect(valuesOf("/ux-admin 42")).toEqual({ user: "42" });
    expect(valuesOf("/ux-admin")).toEqual({});
    expect(valuesOf("/ux-status")).toEqual({});
  });

  it("takes no more characters than Discord lets people type", () => {
    const [update] = suggestionsFor("/ux-update");
    expect(update?.options.find(({ name }) => name === "description")?.longest).toBe(4000);
  });

  it("knows no other commands", () => {
    expect(readTyped("/shrug")).toBeNull();
    expect(readTyped("hello")).toBeNull();
  });
});
