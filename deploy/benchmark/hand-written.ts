import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { verifyKey } from "discord-interactions";

interface Event {
  body: string;
  headers: Record<string, string>;
}

const client = new DynamoDBClient();
const HOUR = 3600;

/**
 * What a careful person would write by hand for the same first answer: the signature checked, one conditional write
 * through the SDK, no framework. The benchmark's measure, not a part of the service.
 */
export async function handler({ body, headers }: Event) {
  const { DISCORD_PUBLIC_KEY = "", TABLE_NAME } = process.env;
  const signature = headers["x-signature-ed25519"] ?? "";
  const genuine = await verifyKey(
    body,
    signature,
    headers["x-signature-timestamp"] ?? "",
    DISCORD_PUBLIC_KEY,
  );
  if (!genuine) return { statusCode: 401 };
  const interaction = JSON.parse(body);
  if (interaction.type === 1) return answer({ type: 1 });
  const conversation_id = String(interaction.id);
  await client.send(
    new PutItemCommand({
      TableName: TABLE_NAME,
      Item: {
        pk: { S: `conversation#${conversation_id}` },
        sk: { S: "conversation" },
        gsi1pk: { S: `user#${interaction.user.id}` },
        gsi1sk: { S: `${new Date().toISOString()}#${conversation_id}` },
        conversation_id: { S: conversation_id },
        status: { S: "drafting" },
        request: { S: String(interaction.data.options[0].value) },
        reply_token: { S: String(interaction.token) },
        ttl: { N: String(Math.floor(Date.now() / 1000) + HOUR) },
      },
      ConditionExpression: "attribute_not_exists(pk)",
    }),
  );
  return answer({ type: 5 });
}

const answer = (reply: object) => ({
  statusCode: 200,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(reply),
});
