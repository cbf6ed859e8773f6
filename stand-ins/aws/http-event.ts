import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { ServiceFunction } from "./service-functions.ts";

/** The function that a route of the HTTP API leads to, and the parameters in the path. */
export interface Routed {
  to: ServiceFunction;
  routeKey: string;
  pathParameters: Record<string, string>;
}

/** Finds the function for a request; undefined when no route leads anywhere. */
export function routeTo(functions: ServiceFunction[], method: string, path: string): Routed | undefined {
  for (const to of functions) {
    for (const routeKey of to.routes) {
      const pathParameters = parametersIn(routeKey, method, path);
      if (pathParameters) return { to, routeKey, pathParameters };
    }
  }
  return undefined;
}

function parametersIn(routeKey: string, method: string, path: string): Record<string, string> | undefined {
  const [wanted = "", pattern = ""] = routeKey.split(" ");
  const [names, values] = [pattern.split("/"), path.split("/")];
  if (wanted !== method || names.length !== values.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [at, name] of names.entries()) {
    const value = values[at] ?? "";
    const [, parameter] = /^\{(\w+)\}$/.exec(name) ?? [];
    if (parameter === undefined ? name !== value : value === "") return undefined;
    if (parameter !== undefined) parameters[parameter] = decoded(value);
  }
  return parameters;
}

/** What is not an encoding stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A request as API Gateway hands it to a function (HTTP API, payload 2.0). */
export function httpEvent(
  request: IncomingMessage,
  body: Buffer,
  { routeKey, pathParameters }: Routed,
): object {
  const { method = "GET", url = "/" } = request;
  const [path = "/", query = ""] = url.split(/\?(.*)/s);
  const headers = headersOf(request.rawHeaders);
  return {
    version: "2.0",
    routeKey,
    rawPath: path,
    rawQueryString: query,
    headers,
    ...parametersOf("queryStringParameters", queryOf(query)),
    ...parametersOf("pathParameters", pathParameters),
    requestContext: {
      accountId: "000000000000",
      apiId: "local",
      domainName: headers["host"] ?? "",
      domainPrefix: "local",
      http: {
        method,
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? "",
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: randomUUID(),
      routeKey,
      stage: "$default",
      time: new Date().toUTCString(),
      timeEpoch: Date.now(),
    },
    ...bodyOf(body),
  };
}

const parametersOf = (name: string, parameters: Record<string, string>): object =>
  Object.keys(parameters).length > 0 ? { [name]: parameters } : {};

/** Names in lower case; of a header that comes several times the values in one line. */
function headersOf(raw: string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const [name, value] = [(raw[at] ?? "").toLowerCase(), raw[at + 1] ?? ""];
    headers[name] = headers[name] === undefined ? value : `${headers[name]},${value}`;
  }
  return headers;
}

function queryOf(query: string): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query))
    parameters[name] = parameters[name] === undefined ? value : `${parameters[name]},${value}`;
  return parameters;
}

/** As text when it is text, else in base64: a function gets every byte as it was sent. */
function bodyOf(body: Buffer): object {
  const text = body.toString("utf8");
  const isText = Buffer.from(text).equals(body);
  return { body: isText ? text : body.toString("base64"), isBase64Encoded: !isText };
}
