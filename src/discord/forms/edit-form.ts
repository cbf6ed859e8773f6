import type { Conversation } from "#src/conversations/conversation.ts";
import { partsOf } from "#src/conversations/parts-of.ts";
import { optionNames } from "#src/discord/commands.ts";
import { customIdOf } from "#src/discord/custom-id.ts";
import { InteractionResponseType } from "#src/discord/protocol.ts";
import type { Reply } from "#src/discord/replies.ts";
import { limits } from "#src/discord/text.ts";
import type { Catalogue, CatalogueProperty } from "#src/site/catalogue.ts";
import { shorten } from "#src/site/shorten.ts";
import { type Field, fitsInput, valueInput, wordsInput } from "./inputs.ts";
import { optionFor, valueChooser } from "./value-chooser.ts";
import type { Say } from "#src/words/say.ts";

const given = [optionNames.command, optionNames.description] as const;
const labels = { command: "form.command", description: "form.own-words" } as const;

/** @property catalogue what the values are called; without it, by their ids */
interface Stored {
  conversation: Conversation;
  catalogue: Catalogue | undefined;
}

/**
 * A request to be changed: an input for each value that would change, and the words. With more values than a form holds, a
 * select comes first. Lists, and values that are too long for an input, are changed by the words.
 */
export function editForm(say: Say, { conversation, catalogue }: Stored): Reply {
  const fields = fieldsOf(conversation, catalogue);
  return fields.length > roomFor(conversation)
    ? chooser(say, conversation, fields)
    : formWith(say, { conversation, action: "edit", fields });
}

/** The same with the values that were chosen in the select. */
export function chosenForm(
  say: Say,
  { conversation, catalogue, chosen }: Stored & { chosen: string[] },
): Reply {
  const fields = fieldsOf(conversation, catalogue).filter((field) => chosen.includes(keyOf(field)));
  return formWith(say, {
    conversation,
    action: "edit-chosen",
    fields: fields.slice(0, roomFor(conversation)),
  });
}

interface Form {
  conversation: Conversation;
  action: "edit" | "edit-chosen";
  fields: Field[];
}

function formWith(say: Say, { conversation, action, fields }: Form): Reply {
  const words = wordsOf(conversation).map((name) =>
    wordsInput(name, { label: say(labels[name]), value: conversation.request[name] ?? "" }),
  );
  return {
    type: InteractionResponseType.Modal,
    data: {
      custom_id: customIdOf({ ...conversation, action }),
      title: say("form.edit"),
      components: [...fields.map((field) => valueInput(say, field)), ...words],
    },
  };
}

/** What was given; a request of images alone can be given words. */
function wordsOf({ request }: Conversation) {
  const words = given.filter((name) => request[name]);
  return words.length > 0 ? words : [optionNames.description];
}

const roomFor = (conversation: Conversation): number => limits.modalInputs - wordsOf(conversation).length;

const keyOf = ({ section, property }: Pick<Field, "section" | "property">): string =>
  `${section}.${property}`;

function fieldsOf(conversation: Conversation, catalogue: Catalogue | undefined): Field[] {
  const { section, updates = {}, parts } = conversation;
  if (section === undefined) return [];
  const all = partsOf({ section, updates, parts });
  return all
    .flatMap((part) =>
      Object.entries(part.updates).flatMap(([property, value]) =>
        typeof value === "string" ? [{ section: part.section, property, value }] : [],
      ),
    )
    .filter((value) => fitsInput(value) && !propertyOf(value, catalogue)?.picture)
    .map((value) => named(value, catalogue, all.length > 1));
}

/** A picture is an attached one, which words name and a form cannot hold. */
const propertyOf = (
  { section, property }: Pick<Field, "section" | "property">,
  catalogue: Catalogue | undefined,
): CatalogueProperty | undefined =>
  catalogue?.sections.find(({ id }) => id === section)?.properties.find(({ id }) => id === property);

function named(
  value: Omit<Field, "label">,
  catalogue: Catalogue | undefined,
  isOneOfSeveral: boolean,
): Field {
  const section = catalogue?.sections.find(({ id }) => id === value.section);
  const property = propertyOf(value, catalogue);
  const label = property?.label ?? value.property;
  const where = isOneOfSeveral ? `${shorten(section?.label ?? value.section, 20)} › ` : "";
  return { ...value, label: `${where}${label}`, ...listedIn(property) };
}

const listedIn = (property: CatalogueProperty | undefined): Pick<Field, "oneOf"> =>
  property?.rules.oneOf ? { oneOf: property.rules.oneOf } : {};

/** What stands for the words among the values of the select. */
const WORDS = "words";

function chooser(say: Say, conversation: Conversation, fields: Field[]): Reply {
  const room = roomFor(conversation);
  const options = fields.slice(0, limits.selectOptions - 1).map((field) => optionFor(keyOf(field), field));
  return valueChooser(say, {
    custom_id: customIdOf({ ...conversation, action: "choose" }),
    content: say("form.request-too-long", { values: fields.length, room }),
    most: Math.min(room, options.length + 1),
    options: [...options, { value: WORDS, label: say("form.only-words") }],
  });
}
