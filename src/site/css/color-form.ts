import {
  channelsOf,
  isSameColor,
  ofParts,
  toHex,
  toHsl,
  toOklch,
  type Channels,
} from "#src/site/color-channels.ts";

type Space = "rgb" | "hsl" | "oklch";

/** How a style sheet writes a colour: all of it (`hsl(0 0% 9%)`), or what another place puts into `hsl(…)`. */
export interface ColorForm {
  /** null where the parts could be those of several functions. */
  space: Space | null;
  /** The name before the bracket, where there is one. */
  name: string | null;
  comma: boolean;
  /** The colour as people name it. */
  current: string;
}

const PARTS_OF: [Space, RegExp][] = [
  ["hsl", /^[\d.]+(?:deg)?(?:\s*,\s*|\s+)[\d.]+%(?:\s*,\s*|\s+)[\d.]+%(?:\s*[,/]\s*[\d.]+%?)?$/],
  ["rgb", /^\d{1,3}(?:\s*,\s*|\s+)\d{1,3}(?:\s*,\s*|\s+)\d{1,3}(?:\s*[,/]\s*[\d.]+%?)?$/],
  ["oklch", /^(?:[01]|[01]?\.\d+|[\d.]+%)\s+(?:0|0?\.\d+)\s+[\d.]+(?:deg)?(?:\s*\/\s*[\d.]+%?)?$/],
];

/** How a colour is written that is no hex code and no name, which stand for themselves; null for everything else. */
export function colorFormOf(written: string): ColorForm | null {
  const comma = written.includes(",");
  const name = /^(rgba?|hsla?|oklch)\(/i.exec(written)?.[1] ?? null;
  if (name !== null) {
    const space = SPACES[name.toLowerCase().replace(/a$/, "")] ?? null;
    return channelsOf(written) === null ? null : { space, name, comma, current: written };
  }
  const spaces = PARTS_OF.filter(([, form]) => form.test(written)).map(([space]) => space);
  const [space] = spaces;
  const channels = space === undefined ? null : ofParts(space, written);
  if (channels === null) return null;
  return { space: spaces.length > 1 ? null : (space ?? null), name, comma, current: toHex(channels) };
}

const SPACES: Record<string, Space> = { rgb: "rgb", hsl: "hsl", oklch: "oklch" };

/** A colour as it is written in a form; null when it cannot be, as one that is partly seen in three parts. */
export function writeColor({ space, name, comma }: ColorForm, color: string): string | null {
  const channels = channelsOf(color);
  if (channels === null || space === null || (name === null && channels.alpha < 1)) return null;
  for (let digits = 0; digits <= 5; digits += 1) {
    const parts = partsIn(space, channels, digits).join(comma ? ", " : " ");
    if (isSameColor(ofParts(space, parts), { ...channels, alpha: 1 }))
      return name === null ? parts : finished({ name, comma, parts }, channels.alpha);
  }
  return null;
}

function finished(
  { name, comma, parts }: { name: string; comma: boolean; parts: string },
  alpha: number,
): string {
  const plain = comma ? name.replace(/a$/i, "") : name;
  if (alpha === 1) return `${plain}(${parts})`;
  return comma ? `${plain}a(${parts}, ${round(alpha, 3)})` : `${name}(${parts} / ${round(alpha, 3)})`;
}

function partsIn(space: Space, channels: Channels, digits: number): string[] {
  if (space === "rgb") return channels.rgb.map((each) => round(each, 0));
  if (space === "hsl") {
    const [hue, saturation, lightness] = toHsl(channels);
    return [round(hue, digits), `${round(saturation * 100, digits)}%`, `${round(lightness * 100, digits)}%`];
  }
  const [lightness, chroma, hue] = toOklch(channels);
  return [round(lightness, digits + 2), round(chroma, digits + 2), round(hue, digits)];
}

const round = (value: number, digits: number): string => String(Number(value.toFixed(digits)));
