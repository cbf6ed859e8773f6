import { sentence } from "#src/words/sentence.ts";
import { refuse, type Refusal } from "#src/site/refusal.ts";
import type { PropertyOf } from "#src/site/site-definition.ts";
import { shorten } from "#src/site/shorten.ts";
import { leadsAway } from "#src/site/web-address.ts";

/** A picture of the site itself, in characters that mean nothing else wherever an address can stand. */
const PICTURE = /^[\w\-./~%@]+\.(?:jpe?g|png|gif|webp|avif|svg)$/i;

/** Refuses an address that is not plainly that of a picture of the site; null when it is one. */
export function refusalForPicture({ label }: PropertyOf<"image">, address: string): Refusal | null {
  if (PICTURE.test(address) && !leadsAway(address)) return null;
  return refuse("invalid-value", sentence("value.no-picture", { label, address: shorten(address, 60) }));
}

/**
 * The address by which the site reaches a file of the folder.
 * @param current the address that stands there now
 */
export function pictureAddress(
  { label, folder, address }: PropertyOf<"image">,
  current: string | null,
  fileName: string,
): { ok: true; address: string } | Refusal {
  if (address !== undefined) return { ok: true, address: address + fileName };
  const before = (current ?? "").replace(/[?#].*$/, "").replace(/[^/]*$/, "");
  if (isOfFolder(before, folder)) return { ok: true, address: before + fileName };
  return refuse(
    "not-editable",
    `${label} cannot be changed yet: what stands there now (${current ? `“${shorten(current, 60)}”` : "nothing"}) does not tell how the site reaches files of ${folder}. Write "address" beside "folder" in ux-agent.json, for example \`/images/\`.`,
  );
}

/** Where a picture is put in the site's repository. */
export const pathIn = ({ folder }: PropertyOf<"image">, fileName: string): string =>
  `${folder.replace(/\/+$/, "")}/${fileName}`;

/** Whether an address that begins like this one is in the folder: `/images/` is in `public/images`. */
function isOfFolder(before: string, folder: string): boolean {
  if (leadsAway(before)) return false;
  const segments = before.split("/").filter((segment) => !/^(?:|\.{1,2}|~|@)$/.test(segment));
  const own = folder.replace(/\/+$/, "").split("/");
  return segments.length > 0 && segments.join("/") === own.slice(-segments.length).join("/");
}
