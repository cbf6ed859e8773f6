/** A link as it was asked for; what was not said is null. */
export interface LinkWish {
  label: string | null;
  href: string | null;
}

/** Reads `About /about; Docs https://example.com/docs`: texts with their targets, between commas or semicolons. */
export function readLinks(value: string): LinkWish[] {
  return splitLinks(value).map(readLink);
}

/** Whether a word can only be meant as a target; that it is a good one is checked later. */
export function looksLikeTarget(word: string): boolean {
  return /^(?:[/#].|\/$|[a-z][a-z0-9+.-]*:\S|www\.\w)/i.test(word);
}

function readLink(words: string): LinkWish {
  const lastSpace = words.lastIndexOf(" ") + 1;
  const last = words.slice(lastSpace);
  if (!looksLikeTarget(last)) return { label: words, href: null };
  const label = words.slice(0, lastSpace).trim();
  return { label: label === "" ? null : label, href: last };
}

/** A comma inside a web address belongs to it; after one comes a space. */
function splitLinks(value: string): string[] {
  const links: string[] = [];
  let words: string[] = [];
  const finish = () => {
    if (words.length > 0) links.push(words.join(" "));
    words = [];
  };
  for (const word of value.split(/\s+/).flatMap(splitWord)) {
    if (word === ",") finish();
    else words.push(word);
  }
  finish();
  return links;
}

function splitWord(word: string): string[] {
  const address = /^https?:\/\//i.test(word);
  const pieces = address
    ? [word.replace(/[,;]$/, ""), ...(/[,;]$/.test(word) ? [","] : [])]
    : word.split(/([,;])/);
  return pieces.filter((piece) => piece !== "").map((piece) => (piece === ";" ? "," : piece));
}
