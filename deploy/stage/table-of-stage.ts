import { table } from "#entities/table.ts";

/** The usual name of a stage's table, as in `serverless.yml`. */
export const tableOfStage = (stage: string): string =>
  stage === "prod" ? table.defaultName : `${table.defaultName}-${stage}`;
