import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createSiteValuesEntity } from "#entities/site-values.ts";
import { hasKnownShape } from "#entities/shape.ts";
import { once } from "#src/once.ts";
import type { StandingValue } from "#src/site/standing-values.ts";

/** Property → what it is now; null where that is too long to be shown in a form. */
export type SectionValues = Record<string, string | null>;

/** What the sites say now, section by section. */
export interface SiteValues {
  /** One read; null when the section was never read. */
  find(key: string, section: string): Promise<SectionValues | null>;
  /** One write for each section of which this container has not stored the same before. */
  keep(key: string, sections: string[], values: StandingValue[]): Promise<void>;
}

/** Discord's limit for an input, in characters. */
const LONGEST = 4000;
/** Of all values of a section together, in characters: an item stays far below DynamoDB's 400 KB. */
const MOST = 40_000;
/** In seconds. */
const KEPT = 90 * 24 * 60 * 60;

interface Options {
  table: string;
  client: DynamoDBClient;
  now: () => Date;
}

export function createSiteValues({ now, ...place }: Options): SiteValues {
  const entity = once(() => createSiteValuesEntity(place));
  const stored = new Map<string, string>();
  return {
    async find(guild_id, section) {
      const { data } = await entity().get({ guild_id, section }).go();
      return data?.values ?? null;
    },
    async keep(guild_id, sections, all) {
      const keepSection = async (section: string) => {
        const values = capped(all.filter((value) => value.section === section));
        const [id, text] = [`${guild_id} ${section}`, JSON.stringify(values)];
        if (stored.get(id) === text) return;
        const ttl = Math.floor(now().getTime() / 1000) + KEPT;
        await entity()
          .upsert({ guild_id, section, values, updated_at: now().toISOString(), ttl })
          .where(hasKnownShape)
          .go({ returnOnConditionCheckFailure: "all_old", data: "raw" });
        stored.set(id, text);
      };
      await Promise.all(sections.map(keepSection));
    },
  };
}

function capped(values: StandingValue[]): SectionValues {
  let room = MOST;
  return Object.fromEntries(
    values.map(({ property, value }) => {
      const fits = value.length <= Math.min(LONGEST, room);
      if (fits) room -= value.length;
      return [property, fits ? value : null];
    }),
  );
}
