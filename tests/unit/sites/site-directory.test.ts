import { marshall } from "@aws-sdk/util-dynamodb";
import { expect, it } from "vitest";
import { blockedAttribute, blockedKey } from "#entities/blocked.ts";
import { createSiteEntity, siteKey } from "#entities/site.ts";
import { createSiteDirectory } from "#src/sites/site-directory.ts";
import { recordingClient } from "#tests/support/recorded-requests.ts";

it("knows who is blocked also when the minute of a site ends after the site was read", async () => {
  const blocked = { ...blockedKey("1"), [blockedAttribute("2")]: { M: {} } };
  const client = recordingClient([], { BatchGetItem: { Responses: { t: [blocked] } } });
  let time = Date.parse("2026-11-26T08:00:00Z");
  const place = { table: "t", client };
  const sites = createSiteDirectory({
    ...place,
    sites: () => createSiteEntity(place),
    now: () => new Date(time),
    hasDefault: true,
  });
  await sites.find("1");
  time += 60_000;
  expect(await sites.isBlocked("1", "2")).toBe(true);
  expect(await sites.isBlocked("1", "3")).toBe(false);
});

it("finds what ElectroDB stored, without ElectroDB", async () => {
  const site = {
    guild_id: "1",
    repository: "acme/site",
    asker_role_ids: ["2"],
    approvals: 3,
    limits: { person_open: 4 },
    pictures: "on" as const,
    catalogue: { version: "5", sections: [] },
    updated_at: "2026-11-26T08:00:00.000Z",
  };
  const { Item } = createSiteEntity({ table: "t", client: recordingClient([], {}) })
    .put(site)
    .params<{ Item: Record<string, unknown> }>();
  const item = marshall(Item);
  const client = recordingClient([], { BatchGetItem: { Responses: { t: [item] } } });
  const sites = createSiteDirectory({
    table: "t",
    client,
    sites: () => {
      throw new Error("a request makes no model of a site");
    },
    now: () => new Date(),
    hasDefault: false,
  });
  expect(item).toMatchObject(siteKey("1"));
  expect(await sites.find("1")).toStrictEqual(site);
});
