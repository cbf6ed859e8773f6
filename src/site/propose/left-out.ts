/** Files that were not proposed for one reason. */
export interface LeftOut {
  why: string;
  files: string[];
}

export interface Reasons {
  skipped: Map<string, string[]>;
  dead: string[];
  more: string[];
  shortened: string[];
}

/** What was left out, the reason that most files have first. */
export function leftOutOf({ skipped, dead, more, shortened }: Reasons): LeftOut[] {
  const reasons = [
    ...[...skipped].map(([why, files]) => ({ why, files })),
    { why: "no page of the site uses them", files: dead },
    { why: "ux-agent.json has room for 100 sections and 200 kB", files: more },
    { why: "only the first of their properties, so that all pages fit", files: [...new Set(shortened)] },
  ];
  return reasons
    .filter(({ files }) => files.length > 0)
    .toSorted((one, other) => other.files.length - one.files.length);
}
