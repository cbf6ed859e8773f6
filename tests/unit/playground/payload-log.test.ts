import { expect, it } from "vitest";
import { PayloadLog } from "#playground/payload-log.ts";

const exchange = {
  from: "Discord" as const,
  method: "POST",
  path: "/interactions",
  sent: 1,
  took: 2,
  headers: {},
  request: '{"id":"7","token":"secret"}',
  status: 200,
  response: '{"type":5}',
};

it("shows payloads without reply tokens, in paths as well", () => {
  const log = new PayloadLog();
  const sent = log.add(exchange)();
  const edited = log.add({
    ...exchange,
    from: "service",
    path: "/api/v10/webhooks/1/secret/messages/@original",
  })();
  expect(JSON.stringify([sent, edited])).not.toContain("secret");
  expect(sent.request).toEqual({ id: "7", token: "(hidden)" });
});

it("keeps to the letter what was sent from here, to be sent again", () => {
  const log = new PayloadLog();
  const signed = { body: exchange.request, headers: { "x-signature-timestamp": "1" } };
  log.sending(signed);
  expect(log.signedOf(log.add(exchange)().id)).toBe(signed);
  expect(log.signedOf(log.add({ ...exchange, request: '{"id":"8"}' })().id)).toBeUndefined();
});

it("shows what is not JSON as it is", () => {
  const log = new PayloadLog();
  expect(log.add({ ...exchange, request: "", response: "Bad Gateway" })()).toMatchObject({
    request: null,
    response: "Bad Gateway",
  });
});
