import { describe, expect, test } from "vitest";
import { readSiteSettings } from "#src/sites/site-settings.ts";

const site = (repository: string, isLocal: boolean) =>
  readSiteSettings({ guild_id: "1", repository }, isLocal);

describe("the repository of a server's own site", () => {
  test.each(["/srv/sites/mine", String.raw`C:\Users\Ann\my site`, "d:/sites/mine"])(
    "may be %s where the system runs on this machine, and nowhere else",
    (path) => {
      expect(site(path, true)).toMatchObject({ ok: true, settings: { repository: path } });
      expect(site(path, false)).toMatchObject({ ok: false, setting: "repository" });
    },
  );

  test.each(["mine", "https://github.com/acme/site", "C:mine", "a/b/c", "/srv/\u0000"])(
    "is not %s",
    (other) => {
      expect(site(other, true)).toMatchObject({ ok: false, setting: "repository" });
    },
  );
});

describe("a log channel", () => {
  test("is stored by its id, and every other setting without it has none", () => {
    const read = readSiteSettings({ guild_id: "1", repository: "a/b", log_channel_id: "77" });
    expect(read).toEqual({
      ok: true,
      settings: { guild_id: "1", repository: "a/b", log_channel: { id: "77" } },
    });
    expect(readSiteSettings({ guild_id: "1", repository: "a/b" })).toEqual({
      ok: true,
      settings: { guild_id: "1", repository: "a/b" },
    });
  });
});

describe("pictures of the live page", () => {
  const site = { guild_id: "1", repository: "a/b" };

  test("are on where that is said, and off is said by nothing", () => {
    const on = { ok: true, settings: { ...site, pictures: "on" } };
    expect(readSiteSettings({ ...site, pictures: "on" })).toEqual(on);
    expect(readSiteSettings({ ...site, pictures: "off" })).toEqual({ ok: true, settings: site });
    expect(readSiteSettings({ guild_id: "default", pictures: "on" })).toMatchObject({ ok: true });
  });

  test("are not anything else", () => {
    expect(readSiteSettings({ ...site, pictures: "yes" })).toEqual({
      ok: false,
      setting: "pictures",
      message: "must be on or off",
    });
  });
});
