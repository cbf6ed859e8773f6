import { newEndsOf } from "#src/conversations/ends.ts";
import type { Stored } from "#src/conversations/transitions.ts";
import { endNotice } from "#src/discord/end-notice.ts";
import type { MessageBoard } from "#src/discord/message-board.ts";
import { TransientError } from "#src/errors.ts";
import { logChannelOf } from "#src/sites/log-channel.ts";
import type { SiteDirectory } from "#src/sites/site-directory.ts";
import { speech } from "#src/words/speech.ts";
import { isTooLate } from "./retry.ts";

export interface LogPorts {
  board: Pick<MessageBoard, "announce">;
  sites: Pick<SiteDirectory, "find">;
  now: () => Date;
  /** Writes down what went wrong without stopping anything. */
  warn(message: string, details: { error: unknown; conversation_id: string }): void;
}

/**
 * Tells each end of a request once in the log channel of its site, where there is one. Nothing is written down for it: who is
 * asked again finds what is posted.
 * @throws TransientError when the same should be tried again later
 */
export async function logEnds(ports: LogPorts, stored: Stored | null): Promise<void> {
  const ends = stored ? newEndsOf(stored, ports.now()) : [];
  if (!stored || ends.length === 0) return;
  const kept = "record" in stored ? stored.record : stored.conversation;
  const { conversation_id, guild_id } = kept;
  const give = (error: unknown) =>
    ports.warn("The end of a request could not be told in the log channel", { error, conversation_id });
  for (const end of ends)
    try {
      const channel = logChannelOf(await ports.sites.find(guild_id), guild_id);
      if (channel === undefined) return;
      const notice = endNotice(await speech(kept.locale), end, kept);
      if (!(await ports.board.announce(channel, notice, end.at)))
        give(new Error("Discord does not let the bot post"));
    } catch (error) {
      if (error instanceof TransientError && !isTooLate(end.at, ports.now(), error)) throw error;
      give(error);
    }
}
