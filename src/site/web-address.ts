import { type Sentence, sentence } from "#src/words/sentence.ts";
import { shorten } from "./shorten.ts";

/**
 * What is wrong with an address, in a sentence for people; null when a link may point to it: a page of the site, whole
 * (`/about`) or relative (`about.html`, `../images/b.jpg`), a place on the page (`#top`), a page of the web, or a person
 * to write to or to call. The example in the sentence is always one that would be taken.
 */
export function problemWithAddress(address: string): Problem {
  const problem = problemWithForm(address);
  if (problem === null) return null;
  const suggestion = suggestions(address).find((each) => problemWithForm(each) === null);
  return suggestion === undefined
    ? sentence("address.like-these", { problem })
    : sentence("address.like", { problem, example: suggestion });
}

/** Whether a text can only be meant as an address, so that what takes its place has to be one. */
export function isSurelyAddress(text: string): boolean {
  const hasForm = /^(?:\.{0,2}\/[^/\s]|[a-z][a-z0-9+.-]*:)/i.test(text) || FILE.test(text);
  return hasForm && problemWithForm(text) === null;
}

/** The part before the colon where a browser would take the text for a whole address; null where it would not. */
export function schemeOf(text: string): string | null {
  // Browsers leave out these characters before they look for the scheme.
  const seen = text.replace(/^[\0-\u0020]+/, "").replaceAll(/[\t\n\r]/g, "");
  return /^([a-z][a-z0-9+.-]*):/i.exec(seen)?.[1]?.toLowerCase() ?? null;
}

/** Whether an address begins like one that leads away from this site: with a scheme, or with two slashes. */
export const leadsAway = (address: string): boolean => schemeOf(address) !== null || address.startsWith("//");

type Problem = Sentence | null;

/** What each kind of whole address has to look like; there are no others. */
const SCHEMES: Record<string, (address: string) => Problem> = {
  http: problemOnTheWeb,
  https: problemOnTheWeb,
  mailto: (address) =>
    /^mailto:[^\s@?,:/]+@[^\s@?/]+\.[^\s@?/]+(?:\?\S*)?$/i.test(address) ? null : sentence("address.person"),
  tel: problemWithNumber,
  sms: problemWithNumber,
};

/** Whether a text may stand where it could be followed: only addresses of the known kinds begin with a scheme. */
export function hasKnownScheme(text: string): boolean {
  const scheme = schemeOf(text);
  return scheme === null || Object.hasOwn(SCHEMES, scheme);
}

function problemWithForm(address: string): Problem {
  if (/[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\\]/u.test(address)) return sentence("address.characters");
  const scheme = schemeOf(address);
  if (scheme !== null) {
    const problem = Object.hasOwn(SCHEMES, scheme) ? SCHEMES[scheme] : undefined;
    return problem === undefined ? notAnAddress(address) : problem(address);
  }
  // Two slashes look like a page of this site and lead to another one.
  if (address.startsWith("//")) return sentence("address.whole");
  return /^[/#?]/.test(address) ? problemOfThisSite(address) : problemWithRelative(address);
}

function problemOfThisSite(address: string): Problem {
  return address === "#" || address === "?" ? notAnAddress(address) : null;
}

/** What a path on the web may be made of; letters of all languages are written as they are or with `%`. */
const PATH = /^[\p{L}\p{M}\p{N}\-._~!$&'()*+,;=@%]+(?:\/[\p{L}\p{M}\p{N}\-._~!$&'()*+,;=:@%]*)*(?:[?#].*)?$/u;
/** What pages link to and load, by the endings of files; no address of the web ends like that. */
const FILE =
  /^[^?#:\s]+\.(?:x?html?|php|aspx?|jspx?|cgi|pdf|docx?|xlsx?|pptx?|od[tsp]|csv|ics|vcf|txt|xml|rss|json|webmanifest|jpe?g|png|gif|svg|webp|avif|ico|bmp|mp[34]|m4[av]|webm|og[gv]|wav|woff2?|zip)(?:[?#]\S*)?$/iu;

/** `about.html` is a page beside this one, `example.com/about` one of another site that lacks its beginning. */
function problemWithRelative(address: string): Problem {
  if (!PATH.test(address)) return notAnAddress(address);
  if (/^\.{1,2}\//.test(address)) return null;
  const [first = ""] = address.split(/[/?#]/);
  const isInFolder = address.startsWith(`${first}/`);
  if (isInFolder) return /[.@]/.test(first) ? notAnAddress(address) : null;
  return FILE.test(address) ? null : notAnAddress(address);
}

function problemOnTheWeb(address: string): Problem {
  const url = /^https?:\/\/[^/]/i.test(address) ? URL.parse(address) : null;
  if (url === null) return notAnAddress(address);
  // `https://bank.example@elsewhere.example` shows one site and opens the other.
  return url.username !== "" || url.password !== "" ? sentence("address.credentials") : null;
}

function problemWithNumber(address: string): Problem {
  return /^(?:tel|sms):\+?[\d().*#-]*\d[\d().*#-]*(?:;[\w=.+-]+)*(?:\?\S*)?$/i.test(address)
    ? null
    : sentence("address.phone");
}

function notAnAddress(address: string): Sentence {
  return sentence("address.none", { address: shorten(address, 60) });
}

/** What may have been meant, the likeliest first. */
function suggestions(address: string): string[] {
  const plain = address.trim();
  if (plain.length > 60 || plain.includes("`")) return [];
  const joined = plain.replaceAll(/\s+/g, "");
  const words = joined.replace(/^[a-z]+:/i, "");
  if (/^\+?[\d\s().-]{5,}$/.test(plain)) return [`tel:${joined}`];
  if (/^(?:tel|sms):/i.test(plain)) return [joined];
  return [
    ...(/^[^@/]+@[^@/]+$/.test(plain) ? [`mailto:${words}`] : []),
    ...(plain.startsWith("//") ? [`https:${plain}`] : []),
    ...(/^\w[\w-]*\.\w/.test(plain) ? [`https://${plain}`] : []),
    ...(/^[\w.-]+(?:\/[\w./-]*)?$/.test(plain) ? [`/${plain}`] : []),
    ...(/^[\w. /-]+$/.test(plain) ? [plain.replaceAll(/\s+/g, "-")] : []),
  ];
}
