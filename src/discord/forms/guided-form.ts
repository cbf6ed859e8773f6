import { openingIdOf } from "#src/discord/opening.ts";
import { InteractionResponseType } from "#src/discord/protocol.ts";
import type { Reply } from "#src/discord/replies.ts";
import { limits, plain } from "#src/discord/text.ts";
import { shorten } from "#src/site/shorten.ts";
import type { CatalogueSection } from "#src/site/catalogue.ts";
import { type Field, valueInput, wordsInput } from "./inputs.ts";
import { optionFor, valueChooser } from "./value-chooser.ts";
import type { Say } from "#src/words/say.ts";

/** What the values of a section are now: null where one is too long for a form, absent where it is not known. */
export type Values = Record<string, string | null>;

interface Opened {
  section: CatalogueSection;
  values: Values;
}

/** The words have one of the inputs. */
const ROOM = limits.modalInputs - 1;

/**
 * A section to be changed: an input with each value as it is now, and one for words. With more values than a form holds, a select
 * comes first, for the person alone.
 */
export function guidedForm(say: Say, { section, values }: Opened): Reply {
  const fields = fieldsOf(section, values);
  return fields.length > ROOM ? chooser(say, section, fields) : formWith(say, section, fields);
}

/** The same with the values that were chosen in the select. */
export const chosenSectionForm = (
  say: Say,
  { section, values, chosen }: Opened & { chosen: string[] },
): Reply =>
  formWith(
    say,
    section,
    fieldsOf(section, values)
      .filter(({ property }) => chosen.includes(property))
      .slice(0, ROOM),
  );

function fieldsOf({ id, properties }: CatalogueSection, values: Values): Field[] {
  return properties.flatMap((property) => {
    const value = values[property.id] ?? "";
    if (property.value === "links" || property.picture || values[property.id] === null) return [];
    const { label, rules } = property;
    return [
      { section: id, property: property.id, label, value, ...(rules.oneOf ? { oneOf: rules.oneOf } : {}) },
    ];
  });
}

const formWith = (say: Say, section: CatalogueSection, fields: Field[]): Reply => ({
  type: InteractionResponseType.Modal,
  data: {
    custom_id: openingIdOf({ opens: "section", section: section.id }),
    title: shorten(say("form.section", { section: section.label }), limits.label),
    components: [
      ...fields.map((field) => valueInput(say, field)),
      wordsInput("description", {
        label: say("form.own-words"),
        description: say("form.no-field"),
        value: "",
      }),
    ],
  },
});

const chooser = (say: Say, section: CatalogueSection, fields: Field[]): Reply =>
  valueChooser(say, {
    custom_id: openingIdOf({ opens: "section", section: section.id }),
    content: say("form.section-too-long", {
      section: plain(section.label),
      values: fields.length,
      room: ROOM,
    }),
    most: ROOM,
    options: fields.slice(0, limits.selectOptions).map((field) => optionFor(field.property, field)),
  });
