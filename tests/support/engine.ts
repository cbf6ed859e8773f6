import type { TestProject } from "vitest/node";
import { startEngine, type Engine } from "#stand-ins/aws/engine.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of a DynamoDB API for tests; each test file makes its own table in it. */
    engineUrl: string;
  }
}

let engine: Engine | undefined;

/** Starts one embedded engine for the project's tests, unless AWS_ENDPOINT_URL_DYNAMODB names another DynamoDB. */
export async function setup(project: TestProject): Promise<void> {
  const given = process.env.AWS_ENDPOINT_URL_DYNAMODB;
  engine = given ? undefined : await startEngine();
  project.provide("engineUrl", given ?? engine?.url ?? "");
}

export async function teardown(): Promise<void> {
  await engine?.stop();
}
