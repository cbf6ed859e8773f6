import { expect, it } from "vitest";
import { blockedAttribute, blockedKey } from "#entities/blocked.ts";
import { createSiteEntity } from "#entities/site.ts";
import { createSiteDirectory } from "#src/sites/site-directory.ts";
import { recordingClient } from "#tests/support/recorded-requests.ts";

it("knows who is blocked also when the minute of a site ends after the site was read", async () => {
  const blocked = { ...blockedKey("1"), [blockedAttribute("2")]: { M: {} } };
  const client = recordingClient([], { BatchGetItem: { Responses: { t: [blocked] } } });
  let time = Date.parse("2026-11-26T08:00:00Z");
  const place = { table: "t", client };
  const sites = createSiteDirectory({
    ...place,
    sites: createSiteEntity(place),
    now: () => new Date(time),
    hasDefault: true,
  });
  await sites.find("1");
  time += 60_000;
  expect(await sites.isBlocked("1", "2")).toBe(true);
  expect(await sites.isBlocked("1", "3")).toBe(false);
});
