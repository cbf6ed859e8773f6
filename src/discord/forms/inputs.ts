import type { APILabelComponent, APITextInputComponent } from "discord-api-types/v10";
import { ComponentType, TextInputStyle } from "#src/discord/protocol.ts";
import { limits } from "#src/discord/text.ts";
import { shorten } from "#src/site/shorten.ts";
import { inputIdOf } from "./input-id.ts";
import type { Say } from "#src/words/say.ts";

/** A value in a form. */
export interface Field {
  section: string;
  property: string;
  label: string;
  /** What the input is filled with; empty where that is not known. */
  value: string;
  /** The only values that the site lists for it. */
  oneOf?: string[];
}

/** Whether Discord takes a value into an input; a longer one is changed by words. */
export const fitsInput = ({ value }: Pick<Field, "value">): boolean => value.length <= limits.textInput;

/** An input filled with a value, or a select where the site lists its values. Left empty, the value stays as it is on the site. */
export function valueInput(say: Say, field: Field): APILabelComponent {
  const label = shorten(field.label, limits.label);
  const custom_id = inputIdOf({ kind: "value", ...field }, field.value);
  const listed = field.oneOf && selectable(field.oneOf) ? field.oneOf : null;
  if (listed) {
    const options = listed.map((value) => ({ value, label: value, default: value === field.value }));
    return {
      type: ComponentType.Label,
      label,
      component: { type: ComponentType.StringSelect, custom_id, required: false, min_values: 0, options },
    };
  }
  return {
    type: ComponentType.Label,
    label,
    description: say("form.when-empty"),
    component: textInput(custom_id, field.value),
  };
}

/** Words of the request, to be changed. */
export const wordsInput = (
  option: "command" | "description",
  { label, description, value }: { label: string; description?: string; value: string },
): APILabelComponent => ({
  type: ComponentType.Label,
  label,
  ...(description === undefined ? {} : { description }),
  component: {
    ...textInput(inputIdOf({ kind: "words", option }, shorten(value, limits.textInput)), value),
    style: TextInputStyle.Paragraph,
  },
});

/** Longer than this, a text is easier to read in several lines. */
const ONE_LINE = 60;

/** Discord refuses an empty value. */
const textInput = (custom_id: string, value: string): APITextInputComponent => ({
  type: ComponentType.TextInput,
  custom_id,
  style: value.length > ONE_LINE || /[\r\n]/.test(value) ? TextInputStyle.Paragraph : TextInputStyle.Short,
  required: false,
  max_length: limits.textInput,
  ...(value === "" ? {} : { value: shorten(value, limits.textInput) }),
});

const selectable = (values: string[]): boolean =>
  values.length <= limits.selectOptions &&
  new Set(values).size === values.length &&
  values.every((value) => value !== "" && value.length <= limits.optionLabel);
