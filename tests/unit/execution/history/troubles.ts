import type { Random } from "./random.ts";

const discord = ["slow", "limited", "500", "reset", "applied-then-reset", "404", "401"] as const;
const github = ["unavailable", "lost-answer", "limit"] as const;
const dynamodb = ["lost", "lost-and-unseen", "throttled"] as const;

export type DiscordTrouble = (typeof discord)[number];
export type GitHubTrouble = (typeof github)[number];
export type TableTrouble = (typeof dynamodb)[number];

/** How long each lasts, in seconds, from the least to the most. */
const lasting: Record<DiscordTrouble | GitHubTrouble | TableTrouble, [least: number, most: number]> = {
  slow: [25, 25],
  limited: [25, 25],
  "500": [15, 15],
  reset: [15, 15],
  "applied-then-reset": [15, 15],
  "404": [Infinity, Infinity],
  "401": [Infinity, Infinity],
  unavailable: [5, 40],
  "lost-answer": [1, 10],
  limit: [5, 60],
  lost: [1, 5],
  "lost-and-unseen": [1, 5],
  throttled: [1, 10],
};

/** What goes wrong for one conversation with one neighbour, from when it begins, by the clock. */
export class Trouble<Kind extends DiscordTrouble | GitHubTrouble | TableTrouble> {
  readonly kind: Kind;
  readonly until: number;
  /** When the last request that it befell was over; trouble ends for us no earlier. */
  felt = 0;

  constructor(kind: Kind, now: number, random: Random) {
    this.kind = kind;
    const [least, most] = lasting[kind];
    this.until = now + (least === most ? least : random.between(least, most)) * 1000;
  }

  isOn(now: number): boolean {
    return now < this.until;
  }
}

/** The troubles of one conversation. */
export interface Troubles {
  discord?: Trouble<DiscordTrouble>;
  github?: Trouble<GitHubTrouble>;
  dynamodb?: Trouble<TableTrouble>;
}

/** One trouble with one of the three neighbours, or with two at once. */
export function troublesAt(now: number, random: Random): Troubles {
  const which = random.oneOf(["discord", "discord", "github", "dynamodb", "dynamodb", "two"] as const);
  return {
    ...(which === "discord" || which === "two"
      ? { discord: new Trouble(random.oneOf(discord), now, random) }
      : {}),
    ...(which === "github" ? { github: new Trouble(random.oneOf(github), now, random) } : {}),
    ...(which === "dynamodb" || which === "two"
      ? { dynamodb: new Trouble(random.oneOf(dynamodb), now, random) }
      : {}),
  };
}

/** When the last of them is over, as far as it ends at all. */
export function endOf({ discord: one, github: other, dynamodb: third }: Troubles): number {
  const ends = [one, other, third].flatMap((trouble) =>
    trouble ? [Number.isFinite(trouble.until) ? Math.max(trouble.until, trouble.felt) : 0] : [],
  );
  return Math.max(0, ...ends);
}
