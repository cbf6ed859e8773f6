/** One line of the benchmark's table. */
export interface Row {
  what: string;
  /** The middle of the ratios of all rounds, and their spread. */
  figure: string;
  /** What else was measured in the same run. */
  beside: string;
  /** Empty where there is no goal. */
  wanted: string;
}

/** Whether every number of the figure, without its spread, is within the one that is wanted; empty where none is. */
export function verdict({ figure, wanted }: Row): "" | "met" | "missed" {
  const found = numbersIn(figure.replaceAll(/\(.*?\)/g, ""));
  const goals = [...wanted.matchAll(/([≤≥])\s*([\d.]+)/g)];
  const within = goals.map(([, sign, goal], at) => {
    const number = found[at] ?? Number.NaN;
    return sign === "≤" ? number <= Number(goal) : number >= Number(goal);
  });
  if (goals.length === 0) return "";
  return within.every(Boolean) ? "met" : "missed";
}

const numbersIn = (text: string): number[] => [...text.matchAll(/\d+(?:\.\d+)?/g)].map(Number);

/** @param part from 0 to 1 */
export const percentile = (values: number[], part: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
};

export const median = (values: number[]): number => percentile(values, 0.5);

/** How one figure stands to another, round by round, since what else the machine does counts for both: `0.83 (0.80–0.91)`. */
export function ratio(values: number[], beside: number[]): string {
  const ratios = values.map((value, round) => value / (beside[round] ?? 0)).toSorted((a, b) => a - b);
  const at = (part: number): string => (ratios[Math.round((ratios.length - 1) * part)] ?? 0).toFixed(2);
  return `${at(0.5)} (${at(0.1)}–${at(0.9)})`;
}
