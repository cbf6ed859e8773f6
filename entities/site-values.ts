import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CustomAttributeType, Entity } from "electrodb";
import { shapeAttribute } from "./shape.ts";
import { table } from "./table.ts";

/**
 * What the values of one section are now, as `execution` last read them, for the forms that show them. They stand apart from
 * the catalogue, which is read for each autocomplete; one item a section, so that a form reads no more than it shows.
 */
export const createSiteValuesEntity = (options: { table: string; client: DynamoDBClient }) =>
  new Entity(
    {
      model: { entity: "site-values", version: "1", service: "ux-agent" },
      attributes: {
        ...shapeAttribute,
        /** The key of the site: its server's id, or `default`. */
        guild_id: { type: "string", required: true, readOnly: true },
        section: { type: "string", required: true, readOnly: true },
        /** By property; null where a value is too long for a form. */
        values: { type: CustomAttributeType<Record<string, string | null>>("any"), required: true },
        updated_at: { type: "string", required: true },
        /** Epoch seconds: values of a section or a site that is gone go by themselves. */
        ttl: { type: "number", required: true },
      },
      indexes: {
        values: {
          pk: {
            field: table.partitionKey,
            composite: ["guild_id"],
            template: "values#${guild_id}",
            casing: "none",
          },
          sk: { field: table.sortKey, composite: ["section"], template: "${section}", casing: "none" },
        },
      },
    },
    options,
  );
