import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CustomAttributeType, Entity, type EntityItem } from "electrodb";
import { shapeAttribute } from "./shape.ts";
import { table } from "./table.ts";

/** The most requests that are open, and asked within an hour; absent where a limit is the deployment's own. */
interface Limits {
  person_open?: number;
  person_hourly?: number;
  server_open?: number;
  server_hourly?: number;
}

/** What can be changed, as `execution` last read it in the repository. */
interface Catalogue {
  version: string;
  sections: { id: string; label: string; names: string[]; properties: Property[] }[];
}

interface Property {
  id: string;
  label: string;
  names: string[];
  value: "text" | "color" | "url" | "links";
  rules: Rules;
  hint?: string;
  /** What an item of a list has. */
  fields?: { id: string; value: "text" | "color" | "url"; rules: Rules; optional?: true }[];
  /** Whether an attached picture can take its place. */
  picture?: true;
}

interface Rules {
  maxLength?: number;
  pattern?: string;
  oneOf?: string[];
}

/**
 * The site that one Discord server changes. The guild id `default` stands for the site of the environment, of which
 * only the catalogue is stored.
 */
export const createSiteEntity = (options: { table: string; client: DynamoDBClient }) =>
  new Entity(
    {
      model: { entity: "site", version: "1", service: "ux-agent" },
      attributes: {
        ...shapeAttribute,
        guild_id: { type: "string", required: true, readOnly: true },
        /** `owner/name` on GitHub. */
        repository: { type: "string" },
        base_branch: { type: "string" },
        config_path: { type: "string" },
        /** Discord role ids; empty or absent: everyone in the server. */
        asker_role_ids: { type: "list", items: { type: "string" } },
        admin_role_ids: { type: "list", items: { type: "string" } },
        /** Whose members approve, and how many of them a change needs; absent: the owner confirms alone. */
        approver_role_ids: { type: "list", items: { type: "string" } },
        approvals: { type: "number" },
        limits: { type: CustomAttributeType<Limits>("any") },
        /** Where each end of a request is told, and in which server that is; without one, in whichever has the site. */
        log_channel: { type: CustomAttributeType<{ id: string; guild_id?: string }>("any") },
        /** Whether previews get pictures of the live page; absent: no. */
        pictures: { type: ["on"] as const },
        catalogue: { type: CustomAttributeType<Catalogue>("any") },
        /** When a request named something that the stored catalogue lacks. `execution` then reads the site again. */
        catalogue_wanted_at: { type: "string" },
        updated_at: { type: "string", required: true },
      },
      indexes: {
        site: {
          pk: {
            field: table.partitionKey,
            composite: [],
            template: "site",
            casing: "none",
          },
          sk: { field: table.sortKey, composite: ["guild_id"], template: "${guild_id}", casing: "none" },
        },
      },
    },
    options,
  );

/** The key of a site's item, as it goes over the wire. */
export const siteKey = (guildId: string) => ({
  [table.partitionKey]: { S: "site" },
  [table.sortKey]: { S: guildId },
});

export type SiteEntity = ReturnType<typeof createSiteEntity>;
export type SiteItem = EntityItem<SiteEntity>;
