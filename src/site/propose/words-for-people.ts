import { looksLikeAddressName } from "#src/site/address-names.ts";
import { problemWithAddress } from "#src/site/web-address.ts";

/** Names of values that people read on a page. */
const READ =
  /(?:title|name|heading|headline|tagline|slogan|motto|description|summary|excerpt|text|label|caption|content|body|copy|intro|introduction|message|question|answer|quote|author|role|job|position|company|brand|phone|tel|telephone|mobile|email|mail|address|street|city|state|zip|country|line(?:one|two)|hours|price|button|cta|copyright|alt|placeholder|bio|about|lead|eyebrow|subtitle|subheading|key)$|^(?:phone|telephone|email|price|hours|opening)/i;
/** Names of values that only code, a tool or the design reads. */
const NOT_READ =
  /^(?:layouts?|permalinks?|date|updated|published|id|uid|key|icons?|image|img|src|logo|thumbnail|cover|avatar|class(?:name)?|classes|css|style|type|kind|slug|lang|language|languagecode|locale|theme|variant|color|bg|template|collection|weight|order|version|tags?|categories|category|draft|format|robots|charset|encoding|timezone|markdown|highlighter|plugins?|presets?|googleanalytics|apikey|appid|indexname|repo|docsdir|docsbranch|baseurl|domain|plugin|target|rel|path|file|filename|extends|rootdir|outdir|environment|navigation_?key|contenttype|width|height|size|font|fonts|schema|\$schema)$|(?:class|classname|color|icon|image|img|src|logo|path|file|dir|id)$/i;
/** Branches of settings that are no words of a page. */
const BRANCH =
  /^(?:modules?|markup|plugins?|presets?|build|outputs?|outputformats|mediatypes|permalinks|taxonomies|disablekinds|server|webpack|scripts|algolia|analytics|head|collections|defaults|sass|exclude|include|imaging|minify|security|privacy|services|caches|frontmatter|related|sitemap|markdown_extensions|eleventycomputed|redirects?|[\w-]+-redirects|rewrites|routerules|nitro|compileroptions|i18n|headtags|prism|gitinfo|deployment|dependencies|devdependencies|keymap|socialicons|fonts?|dir)$/i;

/** How a value of data may be offered to people; null for what they do not read. */
export function meantForPeople(path: string[], value: string, isContent: boolean): "text" | "url" | null {
  const name = path.findLast((part) => !/^\d+$/.test(part)) ?? "";
  if (IMAGE_NAME.test(name) && IMAGE.test(value)) return "text";
  if (isForTools(path, name) || /\{\{|\{%/.test(value)) return null;
  if (looksLikeAddressName(name)) return value === "#" || problemWithAddress(value) === null ? "url" : null;
  return PRICE.test(value) || isRead(name, value, isContent) ? "text" : null;
}

function isRead(name: string, value: string, isContent: boolean): boolean {
  if (PLACE.test(value) || SIDE.test(value)) return false;
  return READ.test(name) || (isContent && SENTENCE.test(value));
}

const SIDE = /^(?:left|right|top|bottom|start|end|center)$/;

/** A picture that a page shows, by the name of its file. */
const IMAGE_NAME = /(?:image|img|picture|photo|src|cover|thumbnail|banner|avatar|illustration)$/i;
const IMAGE = /^[^\s{}]+\.(?:png|jpe?g|svg|webp|gif|avif)$/i;
/** `$19`, `from €5`, `25 €/month`. */
export const PRICE =
  /^(?:from )?[$€£¥]\s?\d[\d.,]*(?:\s?(?:\/|per|a)\s?\w+)?$|^\d[\d.,]*\s?[$€£¥](?:\s?(?:\/|per)\s?\w+)?$/i;

function isForTools(path: string[], name: string): boolean {
  // The key of a page in Eleventy's navigation is what the menu calls it.
  const isMenuKey = path.slice(-2).join("/") === "eleventyNavigation/key";
  return path.some((part) => BRANCH.test(part)) || (NOT_READ.test(name) && !isMenuKey);
}

/** Addresses, paths, colours and names of files are no words. */
const PLACE = /^(?:[a-z]+:)?\/\/|^\.{0,2}\/|^[\w-]+\/[\w/.-]+$|^#|\.(?:png|jpe?g|svg|webp|html?|css|js)$/i;
const SENTENCE = /\p{Lu}|\p{L} \p{L}|[^\p{ASCII}]/u;

/** What an entry of a menu calls its words, and where it leads. */
export const LABELS = ["title", "label", "name", "text"];
export const TARGETS = ["href", "url", "link", "to", "path", "pageRef", "target"];
