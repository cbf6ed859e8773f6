import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Logger } from "@aws-lambda-powertools/logger";
import type { LogAttributes } from "@aws-lambda-powertools/logger/types";
import { createHandler as createDispatchHandler } from "#functions/dispatch.ts";
import { createHandler as createExecutionHandler } from "#functions/execution.ts";
import { createHandler as createInteractionsHandler } from "#functions/interactions.ts";
import { createApp } from "#src/app.ts";
import { readConfig } from "#src/config.ts";
import type { DispatchPorts } from "#src/execution/dispatch.ts";
import { createDispatchApp } from "#src/execution/dispatch-app.ts";
import { type ExecutionApp, createExecutionApp } from "#src/execution/execution-app.ts";
import type { TaskQueue } from "#src/execution/task-queue.ts";
import { PUBLIC_KEY } from "./interaction-bodies.ts";
import { MemoryMetrics } from "./memory-metrics.ts";

export type Interactions = ReturnType<typeof createInteractionsHandler>;
export type Dispatch = ReturnType<typeof createDispatchHandler>;
export type Execution = ReturnType<typeof createExecutionHandler>;

/** The functions of a test's system, on its table and by its clock, and what they log and count. */
export class Functions {
  readonly errors: Error[] = [];
  readonly warnings: string[] = [];
  readonly metrics = new MemoryMetrics();
  /** What goes on while a function waits for a moment. */
  whileWaiting: () => Promise<void> = async () => {};
  /** Where the functions write their log, when a test looks at it. */
  log: Pick<Logger, "info" | "error"> | null = null;
  /** The environment of the containers that come. */
  env: Readonly<Record<string, string>>;
  readonly #client: DynamoDBClient;
  #dispatchApp: { env: object; app: DispatchPorts } | undefined;
  readonly #now: () => Date;
  readonly #log = {
    info: (message: string, details: LogAttributes) => this.log?.info(message, details),
    error: (message: string, details: { error: Error }) => {
      this.errors.push(details.error);
      this.log?.error(message, details);
    },
  };

  constructor(parts: { client: DynamoDBClient; now: () => Date; env: Record<string, string> }) {
    this.#client = parts.client;
    this.#now = parts.now;
    this.env = parts.env;
  }

  get config() {
    return readConfig([], this.env);
  }

  get #replacements() {
    const wait = () => this.whileWaiting();
    return { client: this.#client, now: this.#now, metrics: this.metrics, wait };
  }

  /** `interactions` with modules and memory of its own, as another Lambda container has. */
  interactions(): Interactions {
    const app = createApp(this.config, this.#replacements);
    return createInteractionsHandler({
      publicKey: () => PUBLIC_KEY,
      now: this.#now,
      ports: async () => app,
      log: async () => this.#log,
    });
  }

  /** What `dispatch` works with, made once as by a Lambda container; what it sends goes to `queue`. */
  dispatchPorts(queue: TaskQueue): DispatchPorts {
    if (this.#dispatchApp?.env !== this.env) {
      const app = createDispatchApp(this.config, { ...this.#replacements, queue });
      this.#dispatchApp = { env: this.env, app };
    }
    return { ...this.#dispatchApp.app, queue };
  }

  dispatch(ports: DispatchPorts): Dispatch {
    return createDispatchHandler({ ports: () => ports, log: this.#log });
  }

  /** What `execution` works with; it waits for nothing before it tries again. */
  executionApp(): ExecutionApp {
    return createExecutionApp(this.config, {
      ...this.#replacements,
      backoff: { first: 1, factor: 1 },
      timing: { retry: 1 },
      warn: (message, { error }) => this.warnings.push(`${message}: ${String(error)}`),
      tell: (message, details) => this.log?.info(message, details),
      postpone: async () => true,
    });
  }

  execution(app: ExecutionApp): Execution {
    return createExecutionHandler({ ports: () => app, log: this.#log });
  }
}
