import { FifoQueue } from "#stand-ins/aws/fifo-queue.ts";
import { invokeWithMessages } from "#stand-ins/aws/invoke.ts";
import { startQueueServer } from "#stand-ins/aws/queue-server.ts";
import type { EventSources } from "#stand-ins/aws/service-file.ts";
import { pause } from "#stand-ins/aws/stream.ts";
import { workQueue } from "#stand-ins/aws/work-queue.ts";
import type { Cleanup } from "#stand-ins/processes/cleanup.ts";
import type { State } from "./state-folder.ts";

interface Options {
  sources: EventSources;
  cleanup: Cleanup;
  state: State;
  /** Called with a task that was given up. */
  giveUp: (body: string) => void;
}

/** The queue of this machine: where `dispatch` sends tasks to, and what hands them to `execution`. */
export interface LocalQueue {
  url: string;
  /** From now on its messages go to the function at an address, which may be another one each time. */
  work(functionUrl: () => string): void;
}

export async function openLocalQueue({ sources, cleanup, state, giveUp }: Options): Promise<LocalQueue> {
  const { visibilityTimeout, maxReceiveCount } = sources.queue;
  const queue = new FifoQueue({
    now: Date.now,
    visibilityTimeout,
    kept: state.keep.map("tasks"),
    redrive: { maxReceiveCount, giveUp: ({ body }) => giveUp(body) },
  });
  const server = await startQueueServer(queue);
  cleanup.add(server.stop);
  return {
    url: server.queueUrl,
    work(functionUrl) {
      const end = new AbortController();
      const working = workQueue({
        ...sources.execution,
        queue,
        invoke: (records) => invokeWithMessages(functionUrl(), records, end.signal),
        pause,
        signal: end.signal,
      });
      cleanup.add(() => {
        end.abort();
        return working.catch(() => undefined);
      });
    },
  };
}
