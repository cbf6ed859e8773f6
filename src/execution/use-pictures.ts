import type { Image } from "#src/conversations/conversation.ts";
import { picturesIn } from "#src/conversations/parts-of.ts";
import { type PictureFile, eachOnce } from "#src/discord/preview-files.ts";
import { makePicture, type Made, type PictureFormat } from "#src/pictures/make-picture.ts";
import { blobId } from "#src/publishing/blob-id.ts";
import type { Part } from "#src/site/catalogue.ts";
import { pathIn, pictureAddress } from "#src/site/pictures/picture-address.ts";
import { attachedNumber } from "#src/site/pictures/picture-value.ts";
import { readSection } from "#src/site/read-section.ts";
import type { PropertyOf, SiteDefinition } from "#src/site/site-definition.ts";
import type { FetchPicture } from "./fetch-picture.ts";
import { sentence } from "#src/words/sentence.ts";
import { type Words, inWords } from "#src/words/words.ts";

/** What is asked for, with what was attached and the site as it is. */
export interface Asked {
  definition: SiteDefinition;
  parts: Part[];
  images: Image[];
  /** The files of the sections, by their paths. */
  contents: ReadonlyMap<string, Uint8Array>;
}

/** What a request comes to once its pictures are made. */
export interface WithPictures {
  /** With the address of each picture where it said `attached`. */
  parts: Part[];
  /** With what was made of each. */
  images: Image[];
  files: PictureFile[];
}

type Outcome = ({ ok: true } & WithPictures) | ({ ok: false } & Words);

/**
 * Makes the files of all attached pictures that a request uses, and puts their addresses into it. Nothing is written anywhere.
 * @throws TransientError when Discord is not answering
 */
export async function usePictures(fetchPicture: FetchPicture, asked: Asked): Promise<Outcome> {
  const parts: Part[] = [];
  const files = new Map<string, PictureFile>();
  const used = new Map<Image, NonNullable<Image["used"]>>();
  for (const { section, updates } of asked.parts) {
    const changed = { ...updates };
    for (const place of await placesOf(asked, { section, updates })) {
      const image = asked.images[place.number - 1];
      if (!image) return { ok: false, ...notAttached(place) };
      const outcome = await put(fetchPicture, image, place);
      if (!outcome.ok) return outcome;
      const { address, made, name, path, version } = outcome;
      changed[place.property.id] = address;
      const { content, content_type, width, height } = made;
      const file = { path, version, content_type, size: content.byteLength, width, height };
      used.set(image, [...(used.get(image) ?? []).filter((each) => each.path !== path), file]);
      files.set(path, { name, content, content_type, version });
    }
    parts.push({ section, updates: changed });
  }
  const images = asked.images.map((image) => withUse(image, used.get(image)));
  return {
    ok: true,
    parts,
    images,
    files: eachOnce(picturesIn(images).flatMap(({ path }) => files.get(path) ?? [])),
  };
}

const withUse = ({ used: _before, ...image }: Image, used: Image["used"]): Image =>
  used ? { ...image, used } : image;

/** A property that is to get an attached picture. */
interface Place {
  property: PropertyOf<"image">;
  number: number;
  /** The address that stands there now. */
  current: string | null;
}

async function placesOf({ definition, contents }: Asked, { section: id, updates }: Part): Promise<Place[]> {
  const section = definition.sections.find((each) => each.id === id);
  const wanted = (section?.properties ?? []).flatMap((property) => {
    const value = updates[property.id];
    const number = typeof value === "string" ? attachedNumber(value) : null;
    return property.kind === "image" && number !== null ? [{ property, number }] : [];
  });
  if (!section || wanted.length === 0) return [];
  const readings = await readSection(section, contents.get(section.file) ?? new Uint8Array());
  return wanted.map(({ property, number }) => {
    const now = readings.find((reading) => reading.property.id === property.id)?.now;
    return { property, number, current: now?.ok && typeof now.value === "string" ? now.value : null };
  });
}

async function put(fetchPicture: FetchPicture, image: Image, { property, current }: Place) {
  const fetched = await fetchPicture(image);
  if (!fetched.ok) return fetched;
  const { maxWidth, maxBytes } = property;
  const format = formatFor(property, current);
  const outcome = await makePicture({ ...image, content: fetched.content }, { format, maxWidth, maxBytes });
  if (!outcome.ok) return outcome;
  const version = blobId(outcome.made.content);
  const name = fileName(image.name, version, outcome.made);
  const addressed = pictureAddress(property, current, name);
  if (!addressed.ok) return addressed;
  const { made } = outcome;
  const path = pathIn(property, name);
  return { ok: true as const, made, version, name, path, address: addressed.address };
}

const FORMAT_OF: Record<string, PictureFormat> = {
  jpg: "jpeg",
  jpeg: "jpeg",
  png: "png",
  webp: "webp",
  avif: "avif",
};

/** What the site shows there now is what its browsers and tools are known to take. */
function formatFor({ formats }: PropertyOf<"image">, current: string | null): PictureFormat {
  const extension = /\.([a-z]+)(?:[?#].*)?$/i.exec(current ?? "")?.[1]?.toLowerCase() ?? "";
  const now = FORMAT_OF[extension];
  const [first = "webp"] = formats ?? [];
  return now !== undefined && (formats === undefined || formats.includes(now)) ? now : first;
}

const EXTENSION: Record<Made["content_type"], string> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/avif": "avif",
};

/** What its person called it, and a part of its id: another picture never has the same name, so that no cache shows the old one. */
function fileName(name: string, version: string, { content_type }: Made): string {
  const words = name
    .replace(/\.[^.]*$/, "")
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40);
  return `${words || "picture"}-${version.slice(0, 8)}.${EXTENSION[content_type]}`;
}

const notAttached = ({ property: { label }, number }: Place): Words =>
  inWords(
    number === 1
      ? sentence("picture.missing", { property: label })
      : sentence("picture.missing-number", { property: label, number }),
  );
