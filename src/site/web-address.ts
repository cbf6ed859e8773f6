import { shorten } from "./shorten.ts";

/** What is wrong with an address, in a sentence for people; null when a link may point to it. */
export function problemWithAddress(address: string): string | null {
  if (/[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\\]/u.test(address)) {
    return "An address cannot contain spaces, backslashes or hidden characters: write it like `/about` or `https://example.com`.";
  }
  // Two slashes look like a page of this site and lead to another one.
  if (address.startsWith("//")) {
    return `Write the whole address, with https: \`https:${shorten(address, 60)}\`.`;
  }
  if (address.startsWith("/") || /^#./u.test(address)) return null;
  return problemWithOutsideAddress(address);
}

/** An address may be anything a browser would follow; only the web and this site's own pages are meant here. */
function problemWithOutsideAddress(address: string): string | null {
  if (!/^https?:\/\/[^/]/i.test(address)) return notAnAddress(address);
  const url = URL.parse(address);
  if (url === null) return notAnAddress(address);
  // `https://bank.example@elsewhere.example` shows one site and opens the other.
  if (url.username !== "" || url.password !== "") {
    return "An address cannot contain a user name or a password: write it like `https://example.com`.";
  }
  return null;
}

function notAnAddress(address: string): string {
  const suggestion = suggestedAddress(address);
  const example = suggestion === null ? "`/about` or `https://example.com`" : `\`${suggestion}\``;
  return `“${shorten(address, 60)}” is not an address a link can have: start it with \`/\`, \`#\` or \`https://\`, for example ${example}.`;
}

function suggestedAddress(address: string): string | null {
  if (!/^[\w.-]+(?:\/[\w./-]*)?$/.test(address) || address.length > 60) return null;
  return /^\w[\w-]*\.\w/.test(address) ? `https://${address}` : `/${address}`;
}
