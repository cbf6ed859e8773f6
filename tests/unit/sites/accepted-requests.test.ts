import { beforeEach, describe, expect, it } from "vitest";
import { createAcceptedRequests } from "#src/sites/accepted-requests.ts";

const MINUTE = 60_000;
let now: Date;
let accepted: ReturnType<typeof createAcceptedRequests>;

beforeEach(() => {
  now = new Date("2026-11-26T08:00:00Z");
  accepted = createAcceptedRequests(() => now);
});

const note = (conversation_id: string, guild_id = "1") =>
  accepted.note({ conversation_id, user_id: "2", guild_id });
const held = (guild = "1") => accepted.of(guild).map(({ conversation_id }) => conversation_id);
const wait = (minutes: number) => void (now = new Date(now.getTime() + minutes * MINUTE));

describe("the requests that a container has accepted", () => {
  it("are told apart by server, and forgotten when they were not stored after all", () => {
    note("10");
    note("11", "other");
    note("12");
    accepted.release("10");
    expect(held()).toEqual(["12"]);
    expect(held("other")).toEqual(["11"]);
  });

  it("are forgotten after an hour, of whatever server they were", () => {
    note("10");
    note("11", "other");
    wait(59);
    note("12");
    expect([held(), held("other")]).toEqual([["10", "12"], ["11"]]);
    wait(2);
    note("13", "third");
    expect([held(), held("other"), held("third")]).toEqual([["12"], [], ["13"]]);
  });

  it("are no more than 2,000, of which the oldest are forgotten", () => {
    for (let id = 0; id < 2100; id += 1) note(String(id));
    expect([held().length, held()[0], held().at(-1)]).toEqual([2000, "100", "2099"]);
  });
});
