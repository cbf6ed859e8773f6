import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";

/** All addresses of a name; a test may answer in the place of the system. */
export type Resolve = (name: string) => Promise<string[]>;

const bySystem: Resolve = async (name) => {
  const found = await lookup(name, { all: true, verbatim: true });
  return found.map(({ address }) => address);
};

/**
 * The one address that a host is reached at; null when any of its addresses is not public: a name with one public address
 * and one of this machine is a trap.
 * @param host a name, or an address with or without brackets
 */
export async function publicAddress(host: string, resolve: Resolve = bySystem): Promise<string | null> {
  const plain = host.replace(/^\[|\]$/g, "");
  const addresses = ipaddr.isValid(plain) ? [plain] : await resolve(plain).catch(() => []);
  return addresses.every(isPublic) ? (addresses[0] ?? null) : null;
}

/** An IPv4 address counts as such, however it is wrapped into one of IPv6. */
const isPublic = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
