import { afterAll, beforeAll, expect, test } from "vitest";
import { checkRepository } from "#commands/admin/check-repository.ts";
import { readSiteSettings } from "#src/sites/site-settings.ts";
import { ANN, GUILD } from "#tests/support/people.ts";
import { type SiteRepository, createSiteRepository } from "#tests/support/site-repository.ts";
import { type TestSystem, startSystem } from "#tests/support/system.ts";

let system: TestSystem;
let second: SiteRepository;
beforeAll(async () => {
  [system, second] = await Promise.all([startSystem(), createSiteRepository()]);
});
afterAll(() => Promise.all([system.stop(), second.remove()]));

const settingsOf = (repository: string, isLocal = true) =>
  readSiteSettings({ guild_id: GUILD, repository }, isLocal);

test("a server's own site is a folder of this machine, and changes are published there alone", async () => {
  const read = settingsOf(second.path);
  if (!read.ok) throw new Error(read.message);
  expect(await checkRepository({}, read.settings)).toBe(true);
  await system.app.sites.put(read.settings);
  system.use(system.newContainer());
  const { id, message } = await system.preview(ANN, { command: 'section:header text:"Of the second site"' });
  await system.press(ANN, message, "Confirm");
  await system.deliver();
  expect(await system.table.item(id)).toMatchObject({ status: "published", site: GUILD });
  expect(await second.git("branch", "--list", `*${id}`)).toContain(id);
  expect(await system.site.git("branch", "--list", `*${id}`)).toBe("");
});

test("a path is refused where the system does not run on this machine", () => {
  expect(settingsOf(second.path, false)).toMatchObject({ ok: false, message: "must look like owner/name" });
});

test("a deployment opens no path, whatever is stored", async () => {
  const deployed = await startSystem();
  deployed.functions.env = { ...deployed.functions.env, SITE_REPOSITORY: "", GITHUB_REPOSITORY: "a/b" };
  const app = deployed.functions.executionApp();
  await app.sites.put({ guild_id: GUILD, repository: second.path });
  expect(await app.openSite(GUILD)).toBeNull();
  await deployed.stop();
});

test("what cannot be opened, or has no ux-agent.json, is said at once", async () => {
  const site = { guild_id: GUILD, repository: `${second.path}-nowhere` };
  await expect(checkRepository({}, site)).rejects.toThrow(
    /^The site .*-nowhere cannot be changed: .*does not exist/,
  );
  await expect(
    checkRepository({}, { ...site, repository: second.path, config_path: "web.json" }),
  ).rejects.toThrow(/cannot be changed: .*web\.json/);
  await expect(
    checkRepository({}, { ...site, repository: second.path, base_branch: "live" }),
  ).rejects.toThrow(/cannot be changed: .*live/);
});
