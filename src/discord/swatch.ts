import colorNames from "color-name";

type Rgb = [number, number, number];

/** The squares Discord can show, with the colours they are drawn in. */
const squares: [string, Rgb][] = [
  ["🟥", [221, 46, 68]],
  ["🟧", [244, 144, 12]],
  ["🟨", [253, 203, 88]],
  ["🟩", [120, 177, 89]],
  ["🟦", [85, 172, 238]],
  ["🟪", [170, 142, 214]],
  ["🟫", [193, 105, 79]],
  ["⬛", [30, 30, 30]],
  ["⬜", [230, 231, 232]],
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

/** The coloured square nearest to a colour, so that a person sees it in the list of changes; empty when it is none. */
export function swatchOf(color: string): string {
  const rgb = rgbOf(color);
  if (!rgb) return "";
  const [nearest] = squares
    .map(([square, drawn]) => ({ square, distance: distance(rgb, drawn) }))
    .toSorted((a, b) => a.distance - b.distance);
  return nearest?.square ?? "";
}

/** Squared distance weighted as eyes see it: green most, blue least. */
const distance = ([r, g, b]: Rgb, [r2, g2, b2]: Rgb): number =>
  3 * (r - r2) ** 2 + 4 * (g - g2) ** 2 + 2 * (b - b2) ** 2;
