import { MOST_OPEN, type Open, type OpenPorts, openAmong } from "./open-conversations.ts";

/** What is open, failed and waiting in all servers, the newest first. Only an operator may read the whole index. */
export const openEverywhere = async ({ guildConversations, now }: OpenPorts): Promise<Open> =>
  openAmong(await guildConversations.everywhere(MOST_OPEN), now());
