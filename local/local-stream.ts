import { UserError } from "#src/errors.ts";
import type { Bell } from "#stand-ins/aws/bell.ts";
import type { Database } from "#stand-ins/aws/database.ts";
import { placeOf } from "#stand-ins/aws/dead-letters.ts";
import { invokeWithRecords } from "#stand-ins/aws/invoke.ts";
import type { Outage } from "#stand-ins/aws/outage.ts";
import type { EventSources } from "#stand-ins/aws/service-file.ts";
import { followStream } from "#stand-ins/aws/stream.ts";
import type { Cleanup } from "#stand-ins/processes/cleanup.ts";
import { giveUp } from "./give-up.ts";
import type { State } from "./state-folder.ts";

interface Followed {
  table: string;
  database: Database;
  /** Where the function is invoked. */
  dispatch: () => string;
  sources: EventSources;
  stream: Outage;
  written: Bell;
}

interface Options {
  folder: string;
  state: State;
  cleanup: Cleanup;
  tell: (sentence: string) => void;
  broken: (error: Error) => void;
}

/** Hands the table's stream to `dispatch`, from where the last run of this folder ended. */
export function followLocally(
  { table, database, dispatch, sources, stream, written }: Followed,
  options: Options,
): void {
  const end = new AbortController();
  const following = followStream({
    client: database.streams,
    table,
    event: sources.dispatch.event,
    invoke: async (batch) => {
      await stream.over(end.signal);
      return invokeWithRecords(dispatch(), batch, end.signal);
    },
    giveUp: (batch, why) => giveUp(options, batch.length, placeOf(batch, why)),
    complete: (record) => database.expiry?.attribute(record) ?? record,
    // A configured database allows five reads in a second.
    written: database.expiry ? written : undefined,
    positions: options.state.keep.map("positions"),
    signal: end.signal,
  }).catch((error: unknown) => {
    if (!end.signal.aborted)
      options.broken(new UserError("The table's stream cannot be followed.", { cause: error }));
  });
  options.cleanup.add(() => {
    end.abort();
    return following;
  });
}
