import type { SiteItem } from "#entities/site.ts";

/** The most requests of one person in a server, and of a whole server: open at a time, and asked within an hour. */
export type Limits = Required<NonNullable<SiteItem["limits"]>>;

export type LimitName = keyof Limits;

/** The most that any of them can be set to: each request within it takes some 100 bytes of the counter's item. */
export const MOST = 1000;

/** A site's own limits override those of the deployment. */
export const limitsOf = (site: Pick<SiteItem, "limits"> | null, usual: Limits): Limits => ({
  ...usual,
  ...site?.limits,
});

/** A reached limit in words for the person who asked. The caller adds what to do about it. */
export function limitText(limit: LimitName, most: number): string {
  switch (limit) {
    case "person_open":
      return `You have ${most} open requests in this server, which is the most at a time. \`/ux-status\` lists them: confirm or cancel one of them.`;
    case "person_hourly":
      return `You have asked for ${most} changes in this server within an hour, which is the most. Wait until the first of them are an hour old.`;
    case "server_open":
      return `${most} requests are open in this server, which is the most at a time. Wait until some of them are confirmed or cancelled.`;
    case "server_hourly":
      return `${most} changes have been asked for in this server within an hour, which is the most. Wait until the first of them are an hour old.`;
  }
}
