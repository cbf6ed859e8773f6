import cssNames from "color-name";

/** Red, green and blue from 0 to 255, and how much of the colour is seen, from 0 to 1. */
export interface Channels {
  rgb: [number, number, number];
  alpha: number;
}

const NAMED = new Map<string, Channels["rgb"]>(Object.entries(cssNames));
const NUMBER = /[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:%|deg)?/g;
const FUNCTION = /^(rgba?|hsla?|oklch)\(\s*([^()]+?)\s*\)$/i;
/** Three parts, with commas or with spaces between them, and perhaps how much of the colour is seen. */
const PARTS =
  /^[+-]?[\d.]+(?:%|deg)?(?:\s*,\s*[+-]?[\d.]+%?\s*,\s*|\s+[+-]?[\d.]+%?\s+)[+-]?[\d.]+(?:%|deg)?(?:\s*[,/]\s*[\d.]+%?)?$/i;

/** What a colour of CSS is made of: a name, a hex code, `rgb()`, `hsl()` or `oklch()`; null for everything else. */
export function channelsOf(color: string): Channels | null {
  const written = color.trim().toLowerCase();
  const named = NAMED.get(written);
  if (named !== undefined) return { rgb: named, alpha: 1 };
  if (written.startsWith("#")) return ofHex(written.slice(1));
  const [, name, parts] = FUNCTION.exec(written) ?? [];
  return name === undefined || parts === undefined ? null : ofParts(name.replace(/a$/, ""), parts);
}

/** The colour that the parts of a function mean (`0 0% 9%` of `hsl`); null when they are none. */
export function ofParts(space: string, parts: string): Channels | null {
  if (!PARTS.test(parts)) return null;
  const [a, b, c, d] = parts.match(NUMBER) ?? [];
  if (a === undefined || b === undefined || c === undefined) return null;
  const alpha = d === undefined ? 1 : scaled(d, 1);
  const rgb = READ[space]?.([a, b, c]) ?? null;
  return rgb !== null && [...rgb, alpha * 255].every(isByte) ? { rgb, alpha } : null;
}

const isByte = (value: number): boolean => value >= 0 && value <= 255.5;

const READ: Record<string, (parts: [string, string, string]) => Channels["rgb"] | null> = {
  rgb: ([red, green, blue]) => [scaled(red, 255), scaled(green, 255), scaled(blue, 255)],
  hsl: ([hue, ...shares]) => {
    const [saturation, lightness] = shares.map((share) => Number.parseFloat(share) / 100);
    return ofHsl(Number.parseFloat(hue), saturation ?? 0, lightness ?? 0);
  },
  oklch: ([lightness, chroma, hue]) =>
    ofOklch(scaled(lightness, 1), scaled(chroma, 0.4), Number.parseFloat(hue)),
};

/** `50%` of 255 is 127.5. */
function scaled(part: string, whole: number): number {
  const value = Number.parseFloat(part);
  return part.endsWith("%") ? (value / 100) * whole : value;
}

function ofHex(digits: string): Channels | null {
  if (!/^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.test(digits)) return null;
  const pairs = digits.length < 6 ? digits.replaceAll(/./g, "$&$&") : digits;
  const at = (index: number): number => Number.parseInt(pairs.slice(index, index + 2), 16);
  return { rgb: [at(0), at(2), at(4)], alpha: pairs.length === 8 ? at(6) / 255 : 1 };
}

function ofHsl(hue: number, saturation: number, lightness: number): Channels["rgb"] | null {
  if (saturation < 0 || saturation > 1 || lightness < 0 || lightness > 1) return null;
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const at = (offset: number): number => {
    const place = (offset + (((hue % 360) + 360) % 360) / 30) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1)));
  };
  return [at(0), at(8), at(4)];
}

/** A colour that no screen of sRGB shows is the nearest that it does. */
function ofOklch(lightness: number, chroma: number, hue: number): Channels["rgb"] | null {
  if (lightness < 0 || lightness > 1 || chroma < 0) return null;
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    toByte(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    toByte(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    toByte(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function toByte(linear: number): number {
  const value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
  return Math.min(255, Math.max(0, value * 255));
}

/** The parts of `hsl()`: degrees and two shares of 1. */
export function toHsl({ rgb: [red, green, blue] }: Channels): [number, number, number] {
  const [r, g, b] = [red / 255, green / 255, blue / 255];
  const most = Math.max(r, g, b);
  const spread = most - Math.min(r, g, b);
  const lightness = most - spread / 2;
  if (spread === 0) return [0, 0, lightness];
  const sixth = most === r ? (g - b) / spread : most === g ? (b - r) / spread + 2 : (r - g) / spread + 4;
  const saturation = spread / 2 / Math.min(lightness, 1 - lightness);
  return [(sixth * 60 + 360) % 360, saturation, lightness];
}

/** The parts of `oklch()`: lightness from 0 to 1, chroma, and the hue in degrees. */
export function toOklch({ rgb }: Channels): [number, number, number] {
  const [r = 0, g = 0, b = 0] = rgb.map((byte) => {
    const value = byte / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bright = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const chroma = Math.hypot(a, bright);
  const hue = chroma < 0.0001 ? 0 : ((Math.atan2(bright, a) * 180) / Math.PI + 360) % 360;
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, chroma, hue];
}

/** Whether a screen shows the same colour. */
export function isSameColor(left: Channels | null, right: Channels | null): boolean {
  if (left === null || right === null) return false;
  const same = left.rgb.every((each, index) => Math.round(each) === Math.round(right.rgb[index] ?? -1));
  return same && Math.abs(left.alpha - right.alpha) < 0.003;
}

const pair = (value: number): string => Math.round(value).toString(16).padStart(2, "0");

/** `#171717`, or with how much of it is seen: `#17171780`. */
export function toHex({ rgb, alpha }: Channels): string {
  return `#${rgb.map(pair).join("")}${alpha < 1 ? pair(alpha * 255) : ""}`;
}
