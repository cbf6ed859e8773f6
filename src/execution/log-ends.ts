import type { End } from "#src/conversations/ends.ts";
import type { Stored } from "#src/conversations/transitions.ts";
import { endNotice } from "#src/discord/end-notice.ts";
import type { MessageBoard } from "#src/discord/message-board.ts";
import { logChannelOf } from "#src/sites/log-channel.ts";
import type { SiteDirectory } from "#src/sites/site-directory.ts";
import { speech } from "#src/words/speech.ts";
import { type ProblemPorts, problemWith } from "./problem-with.ts";

export interface LogPorts extends ProblemPorts {
  board: Pick<MessageBoard, "announce">;
  sites: Pick<SiteDirectory, "find">;
}

/**
 * Tells each of these ends of a request once in the log channel of its site, where there is one. Nothing is written down
 * for it: a second try finds the post.
 * @throws TransientError when the same should be tried again later
 */
export async function logEnds(ports: LogPorts, stored: Stored, ends: End[]): Promise<void> {
  const kept = "record" in stored ? stored.record : stored.conversation;
  const { conversation_id, guild_id } = kept;
  const warning = "The end of a request could not be told in the log channel";
  for (const end of ends)
    await problemWith(ports, { conversation_id, since: end.at, warning }, async () => {
      const channel = logChannelOf(await ports.sites.find(guild_id), guild_id);
      if (channel === undefined) return;
      const notice = endNotice(await speech(kept.locale), end, kept);
      if (!(await ports.board.announce(channel, notice, end.at)))
        throw new Error("Discord does not let the bot post");
    });
}
