/** As long as an address of a page is anywhere. */
export const LONGEST_ADDRESS = 500;

/**
 * What is wrong with the address of a site, to be read after its name; null when it is one of the public web. That its name
 * also leads to a public place is for those to see who go there.
 */
export function problemWithSiteAddress(address: string): string | null {
  const url = /^https:\/\/[^/\\\s]/.test(address) ? URL.parse(address) : null;
  if (url === null) return "must be the whole address of the live site, for example “https://example.com”";
  if (url.username !== "" || url.password !== "") return "cannot contain a user name or a password";
  if (url.port !== "") return "cannot name a port: leave it out";
  return /\.(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(url.hostname)
    ? null
    : "must name a public host, for example “https://example.com”";
}

/** The same for one section, which may also name a page of the site's own address. */
export function problemWithPageAddress(address: string, site: string | undefined): string | null {
  if (!/^\/(?![/\\])/.test(address)) return problemWithSiteAddress(address);
  return site === undefined ? "is a page of the site, so that the site needs an “url”, too" : null;
}
