import { type CloudFormationClient, GetTemplateCommand } from "@aws-sdk/client-cloudformation";
import { findDeployment, stackOf } from "#src/doctor/deployment.ts";

export interface Resource {
  Type: string;
  Properties?: Record<string, unknown>;
  [attribute: string]: unknown;
}

/** A template of CloudFormation, as far as it is compared and changed here. */
export interface StackTemplate {
  Resources: Record<string, Resource>;
  [part: string]: unknown;
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the framework wrote it
export const parseTemplate = (text: string) => JSON.parse(text) as StackTemplate;

/** As it was deployed; null: there is no stack. */
export async function runningTemplate(
  client: Pick<CloudFormationClient, "send">,
  stage: string,
): Promise<StackTemplate | null> {
  // The template of a stack that was removed may still be told.
  if (!(await findDeployment(client, stage))) return null;
  const { TemplateBody } = await client.send(
    new GetTemplateCommand({ StackName: stackOf(stage), TemplateStage: "Original" }),
  );
  return TemplateBody ? parseTemplate(TemplateBody) : null;
}
