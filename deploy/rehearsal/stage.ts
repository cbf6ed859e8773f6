import { type IncomingMessage, request as httpRequest } from "node:http";
import { text } from "node:stream/consumers";
import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { AwsClient } from "aws4fetch";
import { serverless } from "#deploy/framework/run-framework.ts";
import { type Emulator, accessTo } from "./emulator.ts";
import type { Answer } from "./outside.ts";
import { run } from "./run.ts";

interface Request {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** A stage in the emulator, and what can be done with it. */
export class Stage {
  readonly name: string;
  readonly #emulator: Emulator;
  readonly #env: Record<string, string>;
  readonly #folder: string;
  #host = "";

  /**
   * @param env what the Serverless Framework finds in its environment, besides the access to the emulator
   * @param folder where the project is; another release has one of its own
   */
  constructor(
    name: string,
    emulator: Emulator,
    { env, folder = "." }: { env: Record<string, string>; folder?: string },
  ) {
    this.name = name;
    this.#emulator = emulator;
    this.#env = { ...env, ...emulator.env };
    this.#folder = folder;
  }

  /** Runs `npx serverless <command> --stage …` and answers what it printed. */
  async serverless(command: string, ...options: string[]): Promise<string> {
    const build = ["--param", "buildFolder=.ux-agent/rehearsal/build"];
    return run(process.execPath, [serverless, command, "--stage", this.name, ...options, ...build], {
      env: this.#env,
      cwd: this.#folder,
    });
  }

  /** The outputs of its stack; none when it is not there. */
  async outputs(): Promise<Record<string, string>> {
    const client = new CloudFormationClient(accessTo(this.#emulator));
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: `ux-agent-${this.name}` }));
    const outputs = Stacks?.[0]?.Outputs ?? [];
    return Object.fromEntries(
      outputs.map(({ OutputKey = "", OutputValue = "" }) => [OutputKey, OutputValue]),
    );
  }

  /** Sends an unsigned request to the stage's HTTP API. */
  async send({ method, path, headers = {}, body }: Request): Promise<Answer> {
    const { hostname, port } = new URL(this.#emulator.url);
    const host = (this.#host ||= await this.#apiHost());
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      httpRequest({ hostname, port, path, method, headers: { ...headers, host } }, resolve)
        .once("error", reject)
        .end(body);
    });
    return { status: response.statusCode ?? 0, body: await text(response) };
  }

  /** The same, signed with the operator's AWS credentials. */
  async sendSigned(request: Request): Promise<Answer> {
    const host = (this.#host ||= await this.#apiHost());
    const { credentials, region } = accessTo(this.#emulator);
    const signer = new AwsClient({ ...credentials, service: "execute-api", region });
    const signed = await signer.sign(`http://${host}${request.path}`, { method: request.method });
    return this.send({ ...request, headers: Object.fromEntries(signed.headers) });
  }

  /** The emulator tells APIs apart by the host, as AWS does, under a name of its own. */
  async #apiHost(): Promise<string> {
    const { HttpApiUrl = "" } = await this.outputs();
    const [id] = new URL(HttpApiUrl).hostname.split(".");
    return `${id}.execute-api.localhost:${new URL(this.#emulator.url).port}`;
  }
}
