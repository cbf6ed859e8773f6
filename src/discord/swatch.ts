import colorNames from "color-name";

type Rgb = [number, number, number];

/** The squares that have a hue, each with the degree of the colour wheel where the next one begins. */
const hues: [string, number][] = [
  ["🟥", 15],
  ["🟧", 45],
  ["🟨", 70],
  ["🟩", 170],
  ["🟦", 255],
  ["🟪", 335],
  ["🟥", 360],
];

const named = new Map<string, Rgb>(Object.entries(colorNames));

/** A hex code or CSS name as red, green and blue of 0 to 255; null when it is neither. */
export function rgbOf(color: string): Rgb | null {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color.trim())?.[1];
  if (!digits) return named.get(color.trim().toLowerCase()) ?? null;
  const six = digits.length === 3 ? digits.replaceAll(/./g, "$&$&") : digits;
  const value = Number.parseInt(six, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** The number that Discord takes as the colour of an embed. */
export const embedColorOf = (color: string): number | null => {
  const rgb = rgbOf(color);
  return rgb && (rgb[0] << 16) + (rgb[1] << 8) + rgb[2];
};

/**
 * The square that a person would call by the same name as a colour, so that it is seen in the list of changes; empty
 * when it is no colour. By hue and not by distance: navy is a blue to people, although black is nearer to it.
 */
export function swatchOf(color: string): string {
  const rgb = rgbOf(color);
  if (!rgb) return "";
  const { hue, chroma, lightness } = seen(rgb);
  if (chroma < 0.12) return lightness < 0.5 ? "⬛" : "⬜";
  if (hue >= 15 && hue < 45 && lightness < 0.42) return "🟫";
  return hues.find(([, end]) => hue < end)?.[0] ?? "";
}

/** Hue in degrees from 0 to below 360, chroma and lightness from 0 to 1, as CSS's hsl() counts hue and lightness. */
function seen([r, g, b]: Rgb) {
  const most = Math.max(r, g, b);
  const spread = most - Math.min(r, g, b);
  const sixth = most === r ? (g - b) / spread : most === g ? (b - r) / spread + 2 : (r - g) / spread + 4;
  return { hue: (sixth * 60 + 360) % 360, chroma: spread / 255, lightness: (2 * most - spread) / 510 };
}
