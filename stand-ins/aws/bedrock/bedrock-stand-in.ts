import { randomBytes, randomUUID } from "node:crypto";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import { json } from "node:stream/consumers";
import { listenLocally } from "#stand-ins/processes/listen-locally.ts";
import {
  type ConverseCommandInput,
  ConverseRequest$,
  ConverseResponse$,
} from "@aws-sdk/client-bedrock-runtime";
import { problemsWith } from "./conformance.ts";

/** What the stand-in does with one request. */
export type Reply =
  /** Calls the tool that it was given, with this input. */
  | { kind: "propose"; input: unknown }
  /** Calls another tool. */
  | { kind: "wrong-tool"; input: unknown }
  /** Says something and calls no tool. */
  | { kind: "refuse"; text: string }
  /** Answers as the service does when there are too many requests. */
  | { kind: "throttle" }
  | { kind: "no-access" }
  /** Never answers; the caller has to give up. */
  | { kind: "hang" }
  /** Breaks off in the middle of an answer that is no JSON. */
  | { kind: "malformed" };

/** What a request asked: the words of a person, as they were handed over. */
export interface Asked {
  said: string[];
  input: Omit<ConverseCommandInput, "modelId">;
  modelId: string;
}

/** Bedrock's Converse on the loopback interface, held to the SDK's own description of it. */
export interface BedrockStandIn {
  /** For AWS_ENDPOINT_URL_BEDROCK_RUNTIME. Its path is a secret of this run. */
  url: string;
  /** Every request so far. */
  asked: Asked[];
  /** What requests and answers had that the service's description does not. */
  violations: string[];
  stop: () => Promise<void>;
}

/** @param script what is answered to a request */
export async function startBedrock(script: (asked: Asked) => Reply): Promise<BedrockStandIn> {
  const secret = `/${randomBytes(24).toString("hex")}`;
  const [asked, violations]: [Asked[], string[]] = [[], []];
  const server = createServer((incoming, response) => {
    void answer(incoming).then((reply) => send(response, reply, violations));
  });
  async function answer(incoming: IncomingMessage): Promise<Reply> {
    const [, modelId] = /^\/model\/([^/]+)\/converse$/.exec(incoming.url?.replace(secret, "") ?? "") ?? [];
    const isOurs = incoming.url?.startsWith(`${secret}/`) === true && incoming.method === "POST";
    if (!isOurs || modelId === undefined) return { kind: "no-access" };
    const body: unknown = await json(incoming).catch(() => null);
    const problems = problemsWith(ConverseRequest$, body, ["modelId"]);
    violations.push(...problems.map((problem) => `request: ${problem}`));
    if (problems.length > 0) return { kind: "no-access" };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- held to the description just now
    const input = body as Asked["input"];
    const one = { said: saidIn(input), input, modelId: decodeURIComponent(modelId) };
    asked.push(one);
    return script(one);
  }
  const { url, stop } = await listenLocally(server);
  return { url: url + secret, asked, violations, stop };
}

function saidIn({ messages = [] }: Asked["input"]): string[] {
  const text = messages[0]?.content?.[0]?.text ?? "{}";
  const { request }: { request?: unknown } = JSON.parse(text);
  return Array.isArray(request) ? request.map(String) : [];
}

function send(response: ServerResponse, reply: Reply, violations: string[]): void {
  switch (reply.kind) {
    case "hang":
      return;
    case "throttle":
      return fail(response, 429, "ThrottlingException");
    case "no-access":
      return fail(response, 403, "AccessDeniedException");
    case "malformed":
      response.writeHead(200, { "content-type": "application/json" });
      return void response.end('{"output": {"mess');
    case "refuse":
      return succeed(response, violations, { content: [{ text: reply.text }], stopReason: "end_turn" });
    case "propose":
    case "wrong-tool": {
      const name = reply.kind === "propose" ? "propose_change" : "run_shell";
      const toolUse = { toolUseId: `tooluse_${randomUUID()}`, name, input: reply.input };
      return succeed(response, violations, { content: [{ toolUse }], stopReason: "tool_use" });
    }
  }
}

function succeed(
  response: ServerResponse,
  violations: string[],
  { content, stopReason }: { content: object[]; stopReason: string },
): void {
  const body = {
    output: { message: { role: "assistant", content } },
    stopReason,
    usage: { inputTokens: 900, outputTokens: 80, totalTokens: 980 },
    metrics: { latencyMs: 1 },
  };
  violations.push(...problemsWith(ConverseResponse$, body).map((problem) => `answer: ${problem}`));
  response.writeHead(200, { "content-type": "application/json", "x-amzn-requestid": randomUUID() });
  response.end(JSON.stringify(body));
}

function fail(response: ServerResponse, status: number, type: string): void {
  response.writeHead(status, { "content-type": "application/json", "x-amzn-errortype": type });
  response.end(JSON.stringify({ message: `This is the stand-in's ${type}.` }));
}
