import { describePublishingAgain } from "./publishing-again.ts";
import { describePublishing } from "./publishing.ts";
import type { PublishingWorld } from "./publishing-world.ts";
import { describeReading } from "./reading-a-file.ts";
import { describeWithdrawing } from "./withdrawing.ts";

/** What every implementation of the publishing port promises; run once for each of them. */
export function describePublisher(name: string, createWorld: () => Promise<PublishingWorld>): void {
  describeReading(name, createWorld);
  describePublishing(name, createWorld);
  describePublishingAgain(name, createWorld);
  describeWithdrawing(name, createWorld);
}
