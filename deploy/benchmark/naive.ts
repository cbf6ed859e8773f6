import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { verifyKey } from "discord-interactions";
import { Entity } from "electrodb";

interface Event {
  body: string;
  headers: Record<string, string>;
}

const conversation = new Entity(
  {
    model: { entity: "conversation", version: "1", service: "naive" },
    attributes: {
      conversation_id: { type: "string", required: true },
      user_id: { type: "string", required: true },
      created_at: { type: "string", required: true },
      status: { type: ["drafting", "previewed", "confirmed"] as const, required: true },
      request: { type: "string", required: true },
      reply_token: { type: "string", required: true },
      ttl: { type: "number", required: true },
    },
    indexes: {
      conversation: {
        pk: { field: "pk", composite: ["conversation_id"] },
        sk: { field: "sk", composite: [] },
      },
      byUser: {
        index: "user-index",
        pk: { field: "gsi1pk", composite: ["user_id"] },
        sk: { field: "gsi1sk", composite: ["created_at"] },
      },
    },
  },
  { table: process.env["TABLE_NAME"] ?? "", client: new DynamoDBClient() },
);
const HOUR = 3600;

/** The same first answer as ElectroDB's own guide would have it, everything imported at the top. */
export async function handler({ body, headers }: Event) {
  const signature = headers["x-signature-ed25519"] ?? "";
  const timestamp = headers["x-signature-timestamp"] ?? "";
  const genuine = await verifyKey(body, signature, timestamp, process.env["DISCORD_PUBLIC_KEY"] ?? "");
  if (!genuine) return { statusCode: 401 };
  const interaction = JSON.parse(body);
  if (interaction.type === 1) return answer({ type: 1 });
  await conversation
    .create({
      conversation_id: String(interaction.id),
      user_id: String(interaction.user.id),
      created_at: new Date().toISOString(),
      status: "drafting",
      request: String(interaction.data.options[0].value),
      reply_token: String(interaction.token),
      ttl: Math.floor(Date.now() / 1000) + HOUR,
    })
    .go();
  return answer({ type: 5 });
}

const answer = (reply: object) => ({
  statusCode: 200,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(reply),
});
