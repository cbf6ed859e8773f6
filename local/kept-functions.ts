import type { Cleanup } from "#stand-ins/processes/cleanup.ts";
import type { FrontServer } from "./front-server.ts";
import {
  startFunctions,
  type FunctionsOptions,
  type FunctionsServer,
} from "#stand-ins/aws/functions-server.ts";

/** The functions behind the front server; they can be made to crash. */
export interface KeptFunctions {
  /** Where functions are invoked by name, as with Lambda's Invoke. A crash changes the address. */
  invokeUrl: () => string;
  /** Kills them in the middle of their work and restarts them. Until then nothing answers. */
  crash: () => Promise<void>;
}

interface Options extends FunctionsOptions {
  front: Pick<FrontServer, "forwardTo">;
  cleanup: Cleanup;
  /** Called before they get their first request. */
  warmUp: (functions: FunctionsServer) => Promise<void>;
  /** Called when they end unexpectedly. */
  lost: () => void;
}

/** @throws UserError when the functions cannot be built or do not start */
export async function keepFunctions(options: Options): Promise<KeptFunctions> {
  const { front, cleanup, warmUp, lost } = options;
  let current: FunctionsServer | undefined;

  const start = async () => {
    const started = await startFunctions(options);
    cleanup.add(() => {
      if (current === started) current = undefined;
      return started.stop();
    });
    void started.ended.then(() => started === current && lost());
    current = started;
    await warmUp(started);
    front.forwardTo(started.url);
  };

  await start();
  return {
    invokeUrl: () => current?.invokeUrl ?? "http://127.0.0.1:0",
    async crash() {
      const doomed = current;
      current = undefined;
      front.forwardTo(undefined);
      doomed?.kill();
      await doomed?.ended;
      await start();
    },
  };
}
