import { openInServer } from "#src/admin/open-conversations.ts";
import { openEverywhere } from "#src/admin/open-everywhere.ts";
import { openParameters, readParameters } from "#src/admin/parameters.ts";
import { checked } from "./checked.ts";
import { type Choice, withTable } from "./choose-table.ts";
import { openTable } from "./conversation-text.ts";

interface Options extends Choice {
  guild?: string;
  json?: true;
}

/** Prints what is open, failed and waiting in all servers, or in one. */
export async function listOpen({ guild, ...options }: Options): Promise<void> {
  const { guildId } = checked(readParameters(openParameters, guild === undefined ? {} : { guildId: guild }));
  await withTable(options, async (app) => {
    const open = await (guildId === undefined ? openEverywhere(app) : openInServer(app, guildId));
    if (options.json) return console.log(JSON.stringify(open, null, 2));
    const { conversations, more } = open;
    console.log(conversations.length > 0 ? openTable(conversations) : "Nothing is open, failed or waiting.");
    if (more)
      console.error("\nThere are older ones: name a server with --guild, or a person with `conversations`.");
  });
}
