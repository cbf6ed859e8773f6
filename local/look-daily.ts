import type { Cleanup } from "#stand-ins/processes/cleanup.ts";

const HOUR = 3_600_000;

/**
 * The daily look at what is open on GitHub. It is started with the system and each hour, since this machine may be off at any
 * hour of the day: what was looked at within the last twenty hours, the function leaves alone. No report of GitHub's gets
 * here.
 */
export function lookDaily(functionUrl: () => string, cleanup: Pick<Cleanup, "add">): void {
  // A function that is just restarting is asked again in an hour.
  const look = () => void fetch(functionUrl(), { method: "POST", body: "{}" }).catch(() => undefined);
  const timer = setInterval(look, HOUR);
  cleanup.add(async () => clearInterval(timer));
  look();
}
