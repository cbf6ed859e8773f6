import { openingIdOf } from "#src/discord/opening.ts";
import { ComponentType, InteractionResponseType, TextInputStyle } from "#src/discord/protocol.ts";
import type { Reply } from "#src/discord/replies.ts";
import { limits } from "#src/discord/text.ts";
import { shorten } from "#src/site/shorten.ts";
import type { Say } from "#src/words/say.ts";

/** The inputs of the form. */
export const requestInputs = { words: "description", link: "link" } as const;
export const LINKED = "yes";

interface Asked {
  conversation_id: string;
  /** The words of the message. */
  words: string;
  /** How many pictures of the message come along, and how many files do not. */
  images: number;
  left: number;
}

/** The words of a message, to be changed and sent as a request. */
export const requestForm = (say: Say, { conversation_id, words, images, left }: Asked): Reply => ({
  type: InteractionResponseType.Modal,
  data: {
    custom_id: openingIdOf({ opens: "message", conversation_id, images }),
    title: shorten(say("form.request"), limits.label),
    components: [
      {
        type: ComponentType.Label,
        label: say("form.what"),
        description: shorten(comingText(say, images, left), limits.optionLabel),
        component: {
          type: ComponentType.TextInput,
          custom_id: requestInputs.words,
          style: TextInputStyle.Paragraph,
          required: images === 0,
          max_length: limits.textInput,
          ...(words.trim() === "" ? {} : { value: shorten(words, limits.textInput) }),
        },
      },
      {
        type: ComponentType.Label,
        label: say("form.link"),
        description: say("form.link-why"),
        component: {
          type: ComponentType.StringSelect,
          custom_id: requestInputs.link,
          required: false,
          min_values: 0,
          options: [
            { value: "no", label: say("form.link-no"), default: true },
            { value: LINKED, label: say("form.link-yes") },
          ],
        },
      },
    ],
  },
});

/** What of the message comes along. */
function comingText(say: Say, images: number, left: number): string {
  const sentences = [
    say("form.message-words"),
    ...(images > 0 ? [say("form.message-pictures", { images })] : []),
    ...(left > 0 ? [say("form.message-left", { left })] : []),
  ];
  return sentences.join(" ");
}
