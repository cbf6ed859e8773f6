import { openingIdOf } from "#src/discord/opening.ts";
import { InteractionResponseType } from "#src/discord/protocol.ts";
import type { Reply } from "#src/discord/replies.ts";
import { limits, plain } from "#src/discord/text.ts";
import { shorten } from "#src/site/shorten.ts";
import type { CatalogueSection } from "#src/site/catalogue.ts";
import { type Field, valueInput, wordsInput } from "./inputs.ts";
import { optionFor, valueChooser } from "./value-chooser.ts";

/** What the values of a section are now: null where one is too long for a form, absent where it is not known. */
export type Values = Record<string, string | null>;

/** The words have one of the inputs. */
const ROOM = limits.modalInputs - 1;

/**
 * A section to be changed: an input with each value as it is now, and one for words. With more values than a form holds, a select
 * comes first, for the person alone.
 */
export function guidedForm(section: CatalogueSection, values: Values): Reply {
  const fields = fieldsOf(section, values);
  return fields.length > ROOM ? chooser(section, fields) : formWith(section, fields);
}

/** The same with the values that were chosen in the select. */
export const chosenSectionForm = (section: CatalogueSection, values: Values, chosen: string[]): Reply =>
  formWith(
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

const formWith = (section: CatalogueSection, fields: Field[]): Reply => ({
  type: InteractionResponseType.Modal,
  data: {
    custom_id: openingIdOf({ opens: "section", section: section.id }),
    title: shorten(`Change ${section.label}`, limits.label),
    components: [
      ...fields.map(valueInput),
      wordsInput("description", {
        label: "In your own words",
        description: "Lists, and everything else that has no field here.",
        value: "",
      }),
    ],
  },
});

const chooser = (section: CatalogueSection, fields: Field[]): Reply =>
  valueChooser({
    custom_id: openingIdOf({ opens: "section", section: section.id }),
    content: `**${plain(section.label)}** has ${fields.length} values, and a form has room for ${ROOM}. Choose those that you want to change.`,
    most: ROOM,
    options: fields.slice(0, limits.selectOptions).map((field) => optionFor(field.property, field)),
  });
