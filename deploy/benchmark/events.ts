import { generateKeyPair, signedHeaders } from "#stand-ins/discord/signing-key.ts";

const keys = generateKeyPair();
export const publicKey = keys.publicKey;

/** Discord's reply tokens have 200 characters and more. */
const TOKEN = "a".repeat(214);
let ids = 1_000_000_000_000_000_000n;

const signed = (interaction: object) => {
  const body = JSON.stringify({
    id: String((ids += 1n)),
    application_id: "2",
    token: TOKEN,
    version: 1,
    ...interaction,
  });
  const headers = signedHeaders(keys.privateKey, body, new Date());
  return { version: "2.0", isBase64Encoded: false, headers, body, requestContext: { timeEpoch: Date.now() } };
};

const user = {
  id: "100000000000000001",
  username: "ann",
  discriminator: "0",
  global_name: "Ann",
  avatar: null,
};
const words = 'section:header text:"Welcome" color:"#FF0080"';

export const ping = () => signed({ type: 1 });

export const updateCommand = () =>
  signed({
    type: 2,
    guild_id: "8",
    channel_id: "7",
    member: { user, roles: [], permissions: "2147486720" },
    user,
    data: { id: "5", type: 1, name: "ux-update", options: [{ name: "command", type: 3, value: words }] },
  });

/** The message of the queue that asks for the preview of a command. */
export function taskOf({ body }: { body: string }): object {
  const { id }: { id: string } = JSON.parse(body);
  const task = { conversation_id: id, revision: 1, status: "drafting" };
  const attributes = { MessageGroupId: id, ApproximateReceiveCount: "1" };
  return { Records: [{ messageId: id, receiptHandle: id, body: JSON.stringify(task), attributes }] };
}

/** An execution without work: what a start costs before the first effect. */
export const noWork = () => ({ Records: [] });
