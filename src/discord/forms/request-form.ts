import { openingIdOf } from "#src/discord/opening.ts";
import { ComponentType, InteractionResponseType, TextInputStyle } from "#src/discord/protocol.ts";
import type { Reply } from "#src/discord/replies.ts";
import { limits } from "#src/discord/text.ts";
import { shorten } from "#src/site/shorten.ts";

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
export const requestForm = ({ conversation_id, words, images, left }: Asked): Reply => ({
  type: InteractionResponseType.Modal,
  data: {
    custom_id: openingIdOf({ opens: "message", conversation_id, images }),
    title: "Request a change",
    components: [
      {
        type: ComponentType.Label,
        label: "What should be changed?",
        description: shorten(`The words of the message.${picturesText(images, left)}`, limits.optionLabel),
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
        label: "Link to the message?",
        description: "The preview and the pull request name its author. The pull request may be public.",
        component: {
          type: ComponentType.StringSelect,
          custom_id: requestInputs.link,
          required: false,
          min_values: 0,
          options: [
            { value: "no", label: "No, only name its author", default: true },
            { value: LINKED, label: "Yes, link to it" },
          ],
        },
      },
    ],
  },
});

function picturesText(images: number, left: number): string {
  const come = images === 0 ? "" : ` ${images === 1 ? "1 picture comes" : `${images} pictures come`} along.`;
  return `${come}${left === 0 ? "" : ` ${left === 1 ? "1 file does" : `${left} files do`} not.`}`;
}
