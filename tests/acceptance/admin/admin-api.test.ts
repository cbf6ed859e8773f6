import { afterAll, beforeAll, expect, test } from "vitest";
import { ANN, GUILD, newcomers } from "#tests/support/people.ts";
import { HEADER, cancelledRequest, threeRequests } from "./requests.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";
import { AdminApi } from "#tests/support/admin-api.ts";

let system: TestSystem;
let api: AdminApi;
beforeAll(async () => {
  system = await startSystem();
  api = new AdminApi(() => system.app);
});
afterAll(() => system.stop());

const somebody = newcomers(700_000);

/** While the repository of the site is not there, what is tried fails. */
const withoutSite = (act: () => Promise<unknown>) =>
  system.site.away(async () => {
    await act();
    await system.deliver();
  });

test("an operator sees a user's live and ended conversations together, newest first, and nobody else's", async () => {
  const ann = somebody();
  const { cancelled, published, open } = await threeRequests(system, ann);
  await system.preview(somebody(), HEADER);

  const { status, body } = await api.list(ann.id);
  expect(status).toBe(200);
  expect(body.conversations).toMatchObject([
    {
      conversation_id: open.id,
      status: "previewed",
      live: true,
      expires_in_seconds: 3600,
      section: "header",
    },
    {
      conversation_id: published.id,
      status: "published",
      live: true,
      result: { branch: expect.any(String) },
    },
    { conversation_id: cancelled.id, status: "cancelled", live: false, ended_at: expect.any(String) },
  ]);
  expect(body.conversations?.[0]?.changes).toMatchObject([{ label: "Text", after: "Hello there" }]);
  expect(body).not.toHaveProperty("cursor");
});

test("a status filters within the page, so that the cursor leads on", async () => {
  const ann = somebody();
  const cancelled = await cancelledRequest(system, ann);
  system.passMinutes(1);
  await system.preview(ann, HEADER);

  const first = await api.list(ann.id, { limit: "1", status: "cancelled" });
  expect(first.body.conversations).toEqual([]);
  const next = await api.list(ann.id, { limit: "1", status: "cancelled", cursor: first.body.cursor ?? "" });
  expect(next.body.conversations?.map((one) => one.conversation_id)).toEqual([cancelled.id]);
});

test("what has expired is in no list before DynamoDB deletes it, and in its list as expired afterwards", async () => {
  const ann = somebody();
  const { id } = await system.preview(ann, HEADER);
  system.passMinutes(61);
  expect((await api.list(ann.id)).body.conversations).toEqual([]);
  expect((await api.show(id)).body.status).toBe("expired");
  await system.expire(id);
  expect((await api.list(ann.id)).body.conversations).toMatchObject([{ status: "expired", live: false }]);
  system.passMinutes(system.functions.config.RECORD_RETENTION_DAYS * 24 * 60);
  expect((await api.list(ann.id)).body.conversations, "its record's time has passed too").toEqual([]);
});

test("a conversation is shown with its time line, and never with a secret", async () => {
  const ann = somebody();
  const { id, message } = await system.preview(ann, HEADER);
  await system.press(ann, message, "Confirm");
  await system.deliver();
  const stored = await system.table.item(id);
  const { status, body, text } = await api.show(id);
  expect(status).toBe(200);
  expect(body.history?.map(({ by, event }) => `${event} by ${by}`)).toEqual([
    `start by ${ann.id}`,
    "drafted by execution",
    `confirm by ${ann.id}`,
    "published by execution",
  ]);
  expect(body).toMatchObject({
    request: HEADER,
    preview_message: expect.any(String),
    images: [],
    revision: 1,
  });
  expect(stored?.["reply_token"]).toContain("token-of-");
  for (const answer of [text, (await api.list(ann.id)).text])
    expect(answer).not.toMatch(/reply_token|token-of-|interaction_id/);
});

test("a record whose days are over counts as gone, before DynamoDB deletes it", async () => {
  const ann = somebody();
  const { id, message } = await system.preview(ann, HEADER);
  await system.press(ann, message, "Cancel");
  await system.deliver();
  const now = system.time;
  system.passMinutes(90 * 24 * 60 - 1);
  expect((await api.show(id)).status).toBe(200);
  system.passMinutes(2);
  expect((await api.show(id)).status).toBe(404);
  expect((await system.press(ann, message, "Confirm")).words).toContain("not found or expired");
  system.time = now;
});

test("a failed publication is tried again by an operator, once for each request", async () => {
  const ann = somebody();
  const { id, message } = await system.preview(ann, HEADER);
  await withoutSite(() => system.press(ann, message, "Confirm"));
  expect((await api.show(id)).body.status).toBe("failed");

  const retried = await api.retry(id, "one-request");
  expect(retried).toMatchObject({ status: 200, body: { status: "confirmed" } });
  expect((await api.retry(id, "one-request")).status, "the same request again").toBe(200);
  expect(await api.retry(id)).toEqual(refusal(409, "it is being published"));
  await system.deliver();
  const { body } = await api.show(id);
  expect(body.status).toBe("published");
  expect(body.history?.filter(({ event }) => event === "retry")).toMatchObject([{ by: "operator" }]);
});

test("a failed conversation shows until when it can be tried again, and is expired from then on", async () => {
  const ann = somebody();
  const { id, message } = await system.preview(ann, HEADER);
  await withoutSite(() => system.press(ann, message, "Confirm"));
  const { ttl } = (await system.table.item(id)) as { ttl: number };
  const { body } = await api.show(id);
  expect(body).toMatchObject({ status: "failed", expires_at: new Date(ttl * 1000).toISOString() });
  const now = system.time;
  system.time = Date.parse(body.expires_at ?? "");
  expect((await api.show(id)).body).toMatchObject({ status: "expired", expires_in_seconds: 0 });
  system.time = now;
});

test("what failed before anything was shown is drafted again", async () => {
  const ann = somebody();
  let id = "";
  await withoutSite(async () => ({ id } = await system.slash(ann, HEADER)));
  expect(await api.show(id)).toMatchObject({ body: { status: "failed", failure: expect.any(Object) } });
  expect(await api.retry(id)).toMatchObject({ status: 200, body: { status: "drafting", revision: 2 } });
  await system.deliver();
  expect((await api.show(id)).body.status).toBe("previewed");
});

test("a retry of what has not failed, or has ended, is refused in words and changes nothing", async () => {
  const ann = somebody();
  const { id, message } = await system.preview(ann, HEADER);
  const before = await system.table.item(id);
  expect(await api.retry(id)).toEqual(refusal(409, "It has not failed, it waits for its owner to decide"));
  expect(await system.table.item(id)).toEqual(before);
  await system.press(ann, message, "Cancel");
  await system.deliver();
  expect(await api.retry(id)).toEqual(refusal(409, "It has ended (cancelled)"));
});

test("erasure leaves nothing of a user, live or archived, and nothing is archived afterwards", async () => {
  const [ann, bob] = [somebody(), somebody()];
  const cancelled = await cancelledRequest(system, ann);
  const expired = await system.preview(ann, HEADER);
  system.passMinutes(61);
  const live = await system.preview(ann, HEADER);
  const others = await system.preview(bob, HEADER);

  expect((await api.erase(ann.id)).body).toEqual({ erased: 3, complete: true });
  await system.deliver();
  for (const { id } of [cancelled, live, expired]) {
    expect(await system.table.item(id)).toBeUndefined();
    expect((await api.show(id)).status).toBe(404);
  }
  expect((await api.list(ann.id)).body).toEqual({ conversations: [] });
  expect((await api.erase(ann.id)).body, "again").toEqual({ erased: 0, complete: true });
  expect((await api.show(others.id)).status).toBe(200);
  expect((await system.press(ann, live.message, "Confirm")).words).toContain("not found");
});

test("an erasure that one call cannot finish says how to go on", async () => {
  const calls = [
    { erased: 1000, complete: false },
    { erased: 7, complete: true },
  ];
  const erase = async () => calls.shift() ?? expect.fail("one call too many");
  const many = new AdminApi(() => ({
    ...system.app,
    userConversations: { ...system.app.userConversations, erase },
  }));
  expect((await many.erase(ANN.id)).body).toEqual({
    erased: 1000,
    complete: false,
    message: "There is more to erase. Send the same request again until `complete` is true.",
  });
  expect((await many.erase(ANN.id)).body).toEqual({ erased: 7, complete: true });
});

test("erasure finds what is archived while it goes on", async () => {
  const ann = somebody();
  const { id, message } = await system.preview(ann, HEADER);
  await system.press(ann, message, "Cancel");
  system.functions.whileWaiting = () => system.deliver();
  expect((await api.erase(ann.id)).body).toEqual({ erased: 1, complete: true });
  system.functions.whileWaiting = async () => {};
  expect(await system.table.item(id)).toBeUndefined();
});

test.each([
  [{ limit: "0" }, "limit must be a whole number from 1 to 100."],
  [{ limit: "101" }, "limit must be"],
  [{ limit: "ten" }, "limit must be"],
  [{ limit: "" }, "limit must be"],
  [{ status: "done" }, "status must be one of drafting, clarifying,"],
  [{ cursor: "" }, "cursor is not one"],
  [{ cursor: "%00" }, "cursor is not one"],
  [{ cursor: Buffer.from("{}").toString("base64url") }, "cursor is not one"],
  [{ stauts: "failed" }, "stauts is not a parameter"],
])("%o is a 400 that says which parameter it is", async (query, words) => {
  expect(await api.list(ANN.id, query as Record<string, string>)).toEqual(refusal(400, words));
});

test("a cursor of one user is not good for another", async () => {
  const [ann, bob] = [somebody(), somebody()];
  await system.preview(ann, HEADER);
  const { cursor = "" } = (await api.list(ann.id, { limit: "1" })).body;
  expect(cursor).toMatch(/^[\w-]+$/);
  expect((await api.list(ann.id, { cursor })).body).toEqual({ conversations: [] });
  expect(await api.list(bob.id, { cursor })).toEqual(refusal(400, "cursor is not one"));
});

test("ids that are not Discord's are a 400, and unknown ones a 404", async () => {
  expect(await api.list("ann")).toEqual(refusal(400, "userId must be a Discord user id"));
  expect(await api.erase("1 2")).toEqual(refusal(400, "userId must be"));
  expect(await api.show("#1")).toEqual(refusal(400, "conversationId must be"));
  expect(await api.retry("")).toEqual(refusal(400, "conversationId must be"));
  for (const ask of [api.show, api.retry])
    expect(await ask("123")).toEqual(refusal(404, "There is no conversation 123, or it is no longer kept."));
});

test("a route that is none is a 404", async () => {
  expect(await api.call("GET /admin", {})).toEqual(refusal(404, "There is no such route."));
});

test("nothing on the way may keep an answer, good or bad", async () => {
  for (const { headers } of [await api.list(ANN.id), await api.list("ann"), await api.show("123")])
    expect(headers).toMatchObject({ "cache-control": "no-store" });
});

test("an outage is a 500 that gives nothing away, and is logged", async () => {
  const broken = new AdminApi(() => {
    throw new Error(`the secret of ${GUILD}`);
  });
  expect(await broken.list(ANN.id)).toEqual(refusal(500, "Something went wrong"));
  expect((await broken.list(ANN.id)).text).not.toContain("secret");
  expect(broken.errors.map(({ message }) => message)).toEqual(Array(2).fill(`the secret of ${GUILD}`));
});

const refusal = (status: number, words: string) =>
  expect.objectContaining({ status, body: { message: expect.stringContaining(words) } });
