import * as z from "zod";
import { id, label, names } from "./property-fields.ts";
import { property } from "./property-schema.ts";
import { LONGEST_ADDRESS } from "./site-address.ts";

const address = z
  .string()
  .trim()
  .max(LONGEST_ADDRESS, `must have at most ${LONGEST_ADDRESS} characters`)
  .optional();

const section = z.strictObject({
  id: id.describe("What people write after `section:`."),
  label: label.optional().describe("What people see; made from the id when it is left out."),
  names: names.default([]).describe("What else people call it."),
  file: z.string().describe("The file, relative to the root of the repository, with `/`."),
  url: address.describe(
    "The live page that shows this section, where it is not the site's: whole, or as `/about`.",
  ),
  properties: z
    .array(property)
    .min(1, "must list at least one property")
    .max(50, "must list at most 50 properties")
    .describe("What can be changed in this section."),
});

/** The shape of `ux-agent.json` as it is written; the published JSON Schema is generated from it. */
export const siteDefinitionSchema = z.strictObject({
  $schema: z.string().optional().describe("Where this schema is, so that editors complete the file."),
  url: address.describe("Where the live site is, for example `https://example.com`."),
  sections: z
    .array(section)
    .min(1, "must list at least one section")
    .max(100, "must list at most 100 sections")
    .describe("The parts of the site, each in one file."),
});

type Labelled<Part> = Omit<Part, "label"> & { label: string };
type Distributed<Part> = Part extends unknown ? Labelled<Part> : never;

/** One thing that may be changed and where it is in the file. */
export type PropertyDefinition = Distributed<z.output<typeof property>>;
export type PropertyOf<Kind extends PropertyDefinition["kind"]> = Extract<PropertyDefinition, { kind: Kind }>;
export type SectionDefinition = Omit<Labelled<z.output<typeof section>>, "properties"> & {
  properties: PropertyDefinition[];
};

/** The parsed `ux-agent.json` of a site: every rule of the format holds, whether the files agree is for editing to see. */
export interface SiteDefinition {
  /** Where the live site is. */
  url?: string | undefined;
  sections: SectionDefinition[];
}
