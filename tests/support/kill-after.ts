import diagnostics from "node:diagnostics_channel";
import { flushCompileCache } from "node:module";

/**
 * Preloaded into a process of a test: ends it the hard way right after the answer to its n-th outgoing request
 * (KILL_AFTER) has come, or the request has been sent where only its answer is to be lost.
 */
const last = Number(process.env["KILL_AFTER"]);
let answered = 0;

function onAnswer(): void {
  answered += 1;
  if (answered !== last) return;
  // What this process has compiled, the next has not to compile again.
  flushCompileCache();
  process.kill(process.pid, "SIGKILL");
}

// The AWS SDK uses node:http, everything else fetch, which is undici.
diagnostics.subscribe("http.client.response.finish", onAnswer);
diagnostics.subscribe("undici:request:trailers", onAnswer);
