import { ComponentType, InteractionResponseType, MessageFlags } from "#src/discord/protocol.ts";
import type { Reply } from "#src/discord/replies.ts";
import { limits } from "#src/discord/text.ts";
import { shorten } from "#src/site/shorten.ts";
import type { Field } from "./inputs.ts";
import type { Say } from "#src/words/say.ts";

interface Option {
  value: string;
  label: string;
  description?: string;
}

interface Chooser {
  custom_id: string;
  content: string;
  /** How many can be chosen: as many as the form after it has room for. */
  most: number;
  options: Option[];
}

/** A select of values, for the person alone, where there are more of them than a form holds. */
export const valueChooser = (say: Say, { custom_id, content, most, options }: Chooser): Reply => ({
  type: InteractionResponseType.ChannelMessageWithSource,
  data: {
    content,
    flags: MessageFlags.Ephemeral,
    allowed_mentions: { parse: [] },
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.StringSelect,
            custom_id,
            placeholder: say("form.which-values"),
            min_values: 1,
            max_values: most,
            options,
          },
        ],
      },
    ],
  },
});

/** A field to be chosen by a value of its own; Discord takes no empty description. */
export const optionFor = (value: string, field: Pick<Field, "label" | "value">): Option => ({
  value,
  label: shorten(field.label, limits.optionLabel),
  ...(field.value === "" ? {} : { description: shorten(field.value, limits.optionLabel) }),
});
