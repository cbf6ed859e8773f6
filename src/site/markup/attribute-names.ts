/** Attributes whose value a browser, React or another framework (Vue, Alpine, htmx, Angular) would follow as code. */
const CODE =
  /^(?:on.*|style|srcdoc|dangerouslysetinnerhtml|innerhtml|ref|key|is|http-equiv|httpequiv|(?:v|x|hx|ng|data-hx|data-ng|data-on)-.*|v-bind:.*)$/i;
const ADDRESS =
  /(?:href|src|url|uri)$|^(?:to|data|action|formaction|poster|cite|ping|background|longdesc|manifest|codebase)$/i;

/** What is wrong with an attribute that a site wants to offer, to be read after its path; null when it can be offered. */
export function problemWithAttribute(name: string): string | null {
  if (name.toLowerCase() === "style") return "cannot be style: use the kind style for one property of it";
  return CODE.test(name) ? "is an attribute that can run code and cannot be offered: remove it" : null;
}

/** Whether an attribute names a place to go to or to load from, so that its value has to be an address. */
export function isAddressAttribute(name: string): boolean {
  return ADDRESS.test(name);
}
