import type { Summary } from "#src/admin/conversation-view.ts";
import { type ListPorts, type ListQuery, listConversations } from "#src/admin/list-conversations.ts";
import { listParameters, readParameters } from "#src/admin/parameters.ts";
import { checked } from "./checked.ts";
import { type Choice, withTable } from "./choose-table.ts";
import { conversationTable } from "./conversation-text.ts";

interface Options extends Choice {
  user: string;
  status?: string;
  limit: string;
  cursor?: string;
  all?: true;
  json?: true;
}

interface Listed {
  conversations: Summary[];
  cursor?: string;
}

/** Prints a user's conversations: a table for people, JSON as the HTTP API answers it for programs. */
export async function list(options: Options): Promise<void> {
  const query = queryOf(options);
  await withTable(options, async (app) => {
    const listed = await read(app, query, options.all === true);
    if (options.json) return console.log(JSON.stringify(listed, null, 2));
    return print(listed, query);
  });
}

const queryOf = ({ user, status, limit, cursor, all }: Options): ListQuery =>
  checked(
    readParameters(listParameters, {
      userId: user,
      limit: all ? "100" : limit,
      ...(status === undefined ? {} : { status }),
      ...(cursor === undefined ? {} : { cursor }),
    }),
  );

/** One page, or with `all` those after it too. */
async function read(ports: ListPorts, query: ListQuery, all: boolean): Promise<Listed> {
  const conversations: Summary[] = [];
  for (let { cursor } = query; ;) {
    const listed = await listConversations(ports, { ...query, cursor });
    const page = checked(listed.ok ? { ok: true, data: listed } : listed);
    conversations.push(...page.conversations);
    ({ cursor } = page);
    if (!cursor) return { conversations };
    if (!all) return { conversations, cursor };
  }
}

function print({ conversations, cursor }: Listed, { userId, status }: ListQuery): void {
  const none = `No ${status ? `${status} ` : ""}conversations of user ${userId}${cursor ? " among these" : ""}.`;
  console.log(conversations.length > 0 ? conversationTable(conversations) : none);
  if (cursor) console.error(`\nThere may be more: --all, or --cursor ${cursor}`);
}
