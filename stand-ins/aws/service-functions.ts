import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import * as z from "zod/mini";

const file = new URL("../../serverless.yml", import.meta.url);

const route = z.union([z.string(), z.object({ method: z.string(), path: z.string() })]);

const serviceFile = z.object({
  service: z.string(),
  functions: z.record(
    z.string(),
    z.object({
      handler: z.string(),
      timeout: z.number(),
      events: z._default(z.array(z.looseObject({ httpApi: z.optional(route) })), []),
    }),
  ),
});

/** A function as `serverless.yml` describes it. */
export interface ServiceFunction {
  /** Its name when it is invoked. */
  name: string;
  /** The module without its ending, from the project's folder. */
  module: string;
  /** The name that the module exports it by. */
  handler: string;
  timeoutSeconds: number;
  /** The routes of the HTTP API that lead to it, as `GET /admin/users/{userId}/conversations`. */
  routes: string[];
}

export async function readServiceFunctions(): Promise<ServiceFunction[]> {
  // CloudFormation's tags (!GetAtt …) are not resolved: nothing that is read here has one.
  const raw: unknown = parse(await readFile(file, "utf8"), { logLevel: "silent" });
  const { service, functions } = serviceFile.parse(raw);
  return Object.entries(functions).map(([key, { handler, timeout, events }]) => {
    const dot = handler.lastIndexOf(".");
    return {
      name: `${service}-local-${key}`,
      module: handler.slice(0, dot),
      handler: handler.slice(dot + 1),
      timeoutSeconds: timeout,
      routes: events.flatMap(({ httpApi }) => (httpApi === undefined ? [] : [routeKeyOf(httpApi)])),
    };
  });
}

const routeKeyOf = (httpApi: z.infer<typeof route>): string =>
  typeof httpApi === "string" ? httpApi : `${httpApi.method.toUpperCase()} ${httpApi.path}`;
