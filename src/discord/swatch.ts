import { channelsOf } from "#src/site/color-channels.ts";

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

/** A colour of CSS as red, green and blue of 0 to 255; null when it is none. */
export function rgbOf(color: string): Rgb | null {
  const [red, green, blue] = channelsOf(color)?.rgb.map(Math.round) ?? [];
  return red === undefined || green === undefined || blue === undefined ? null : [red, green, blue];
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
