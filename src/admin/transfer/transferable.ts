import { type AttributeValue, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { createAskingEntity } from "#entities/asking.ts";
import { createConversationEntity } from "#entities/conversation.ts";
import { createRecordEntity } from "#entities/record.ts";
import { isNewerShape } from "#entities/shape.ts";
import { createSiteEntity } from "#entities/site.ts";
import { createSiteValuesEntity } from "#entities/site-values.ts";
import { table as schema } from "#entities/table.ts";
import { TOKEN_ATTRIBUTES } from "#src/conversations/reply-tokens.ts";

/** An item as DynamoDB's API has it. */
export type Item = Record<string, AttributeValue>;

/** Only builds requests: nothing is sent. */
const options = { table: "any", client: new DynamoDBClient({}) };

/** As much of ElectroDB as tells how it would write an item; what it reads it can write. */
interface Entity {
  parse(raw: { Item: Record<string, unknown> }): { data: object | null };
  put(data: never): { params(): Record<string, unknown> };
}

const entities = new Map<string, Entity>(
  Object.entries({
    conversation: createConversationEntity(options),
    record: createRecordEntity(options),
    asking: createAskingEntity(options),
    site: createSiteEntity(options),
    "site-values": createSiteValuesEntity(options),
  }),
);

/** What ElectroDB does not describe, by its keys (`pk sk`), and the attributes that each may have beside them. */
const others: { keys: RegExp; attributes: RegExp }[] = [
  { keys: /^blocked#\d{1,20} blocked$/, attributes: /^person#\d{1,20}$/ },
  { keys: /^usage#(?:\d{1,20}|direct) usage$/, attributes: /^(?:(?:asked|open)(?:#\d{1,20})?|ttl)$/ },
  { keys: /^model budget$/, attributes: /^(?:day|calls|off)$/ },
  { keys: /^following \S+#\d{1,20}$/, attributes: /^[a-z_]+$/ },
  { keys: /^commit#\S+#[0-9a-f]{7,64} commit$/, attributes: /^[a-z_]+$/ },
];

/** Where reply tokens wait: nothing else is in these items. */
const OF_TOKENS = /^farewell#/;

const text = (item: Item, name: string): string => item[name]?.S ?? "";
const keysOf = (item: Item) => `${text(item, schema.partitionKey)} ${text(item, schema.sortKey)}`;
/** Whether what others do depends on it: who may do what, and where. It comes first into another table. */
export const isRule = (item: Item): boolean =>
  text(item, "__edb_e__") === "site" || /^(?:blocked#|model )/.test(keysOf(item));

/**
 * An item as it may leave the table: without reply tokens, by which anyone could write as the bot. Null for one that is made
 * of them, or is being erased.
 */
export function withoutSecrets(item: Item): Item | null {
  if (OF_TOKENS.test(keysOf(item)) || item["erased"]?.BOOL) return null;
  return Object.fromEntries(Object.entries(item).filter(([name]) => !TOKEN_ATTRIBUTES.has(name)));
}

/** Why an item is none that this release would have written, to be read after its keys; null when it is one. */
export function problemWithItem(item: Item): string | null {
  const secret = Object.keys(item).find((name) => TOKEN_ATTRIBUTES.has(name));
  if (secret !== undefined) return `holds a secret (${secret})`;
  const entity = entities.get(text(item, "__edb_e__"));
  if (!entity) return problemWithOther(item);
  if (isNewerShape(unmarshall(item))) return "was written by a later release: use that one";
  return problemWithEntity(entity, item);
}

function problemWithOther(item: Item): string | null {
  const other = others.find(({ keys }) => keys.test(keysOf(item)));
  if (!other) return "is of no kind that this release knows";
  return unknownIn(item, (name) => isKey(name) || other.attributes.test(name));
}

function unknownIn(item: Item, isKnown: (name: string) => boolean): string | null {
  const strange = Object.keys(item).find((name) => !isKnown(name));
  return strange === undefined ? null : `has an attribute that this release does not know: ${strange}`;
}

/** ElectroDB would write the same keys and attributes of what it reads of the item, and finds nothing wrong with them. */
function problemWithEntity(entity: Entity, item: Item): string | null {
  const { data } = entity.parse({ Item: unmarshall(item) });
  if (!data) return "is not what its keys say";
  const again = writtenAgain(entity, data);
  if (typeof again === "string") return again;
  const strange = unknownIn(item, (name) => Object.hasOwn(again, name));
  if (strange !== null) return strange;
  const wrong = keyNames.find((name) => name in again && again[name] !== item[name]?.S);
  return wrong === undefined ? null : `has another ${wrong} than its attributes say`;
}

function writtenAgain(entity: Entity, data: object): Record<string, unknown> | string {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the entity itself has read it
    const { Item: again } = entity.put(data as never).params();
    return Object.fromEntries(Object.entries(again ?? {}));
  } catch (error) {
    return `is not whole: ${error instanceof Error ? error.message.split(" - ")[0] : ""}`;
  }
}

/** The keys that ElectroDB makes; those of the guild index are attributes of their own. */
const keyNames = [
  schema.partitionKey,
  schema.sortKey,
  schema.userIndex.partitionKey,
  schema.userIndex.sortKey,
];
const isKey = (name: string): boolean => name === schema.partitionKey || name === schema.sortKey;
