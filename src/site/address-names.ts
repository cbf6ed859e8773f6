/**
 * What addresses are called, in markup and in data. A browser follows most of them itself; a component or a page made of
 * data follows the others.
 */
const ADDRESS =
  /(?:href|src|srcset|url|uri)$|^(?:to|data|action|formaction|poster|cite|ping|background|longdesc|manifest|codebase)$/i;
/** Names that people also give to texts: ux-agent.json may say so. */
const LIKELY = /link$/i;

/** Whether an attribute names a place to go to or to load from, so that its value has to be an address. */
export function isAddressName(name: string): boolean {
  return ADDRESS.test(name);
}

/** Whether a name leads one to expect an address, unless a site says that it is something else. */
export function looksLikeAddressName(name: string): boolean {
  return isAddressName(name) || LIKELY.test(name);
}
