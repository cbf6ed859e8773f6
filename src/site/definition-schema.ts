import * as z from "zod";
import { siteDefinitionSchema } from "./site-definition.ts";

/** The JSON Schema of `ux-agent.json`, as editors read it to complete and check the file. */
export function definitionSchema(): string {
  const schema = z.toJSONSchema(siteDefinitionSchema, { target: "draft-7", io: "input" });
  const described = {
    ...schema,
    title: "ux-agent.json",
    description: "What people may change on a site by asking for it, and where it is in the files.",
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}
