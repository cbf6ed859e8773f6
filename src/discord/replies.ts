import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Conversation } from "#src/conversations/conversation.ts";
import { shorten } from "#src/site/shorten.ts";
import { customIdOf } from "./custom-id.ts";
import type { Message } from "./messages.ts";
import { questionIn } from "./question-in.ts";
import { ComponentType, InteractionResponseType, MessageFlags, TextInputStyle } from "./protocol.ts";
import type { Say } from "#src/words/say.ts";
import { limits } from "./text.ts";

/** The answer to one interaction, as the body of the HTTP response. */
export type Reply = APIInteractionResponse;

export const pong = (): Reply => ({ type: InteractionResponseType.Pong });

/** Words that only the person who acted sees; nothing else changes. */
export const onlyYou = (content: string): Reply => ({
  type: InteractionResponseType.ChannelMessageWithSource,
  data: {
    content: shorten(content, limits.content),
    flags: MessageFlags.Ephemeral,
    allowed_mentions: { parse: [] },
  },
});

/** A message that only the person who acted sees. */
export const onlyYouSee = (data: Message): Reply => ({
  type: InteractionResponseType.ChannelMessageWithSource,
  data: { ...data, flags: MessageFlags.Ephemeral },
});

/** A new message that everyone in the channel sees. */
export const newMessage = (data: Message): Reply => ({
  type: InteractionResponseType.ChannelMessageWithSource,
  data,
});

/** Says what is known of a request whose outcome is not; `execution` writes over it when it was stored. */
export const perhapsStored = (say: Say): Reply =>
  newMessage({
    content: say("message.perhaps-stored"),
    embeds: [],
    components: [],
    attachments: [],
    allowed_mentions: { parse: [] },
  });

/** "thinking…" until `execution` writes the message. */
export const thinking = (): Reply => ({ type: InteractionResponseType.DeferredChannelMessageWithSource });

/** What can be chosen for the option that is being typed, as far as Discord shows it. */
export const choices = (all: { label: string; value: string }[]): Reply => ({
  type: InteractionResponseType.ApplicationCommandAutocompleteResult,
  data: {
    choices: all
      .filter(({ value }) => value.length <= limits.choice)
      .slice(0, limits.choices)
      .map(({ label, value }) => ({ name: shorten(label, limits.choice), value })),
  },
});

/** Takes a click without a word; the message stays as it is. */
export const taken = (): Reply => ({ type: InteractionResponseType.DeferredMessageUpdate });

/** Changes the message whose button was pressed. */
export const updateMessage = (data: Message): Reply => ({
  type: InteractionResponseType.UpdateMessage,
  data,
});

/** Takes the buttons off the message whose button was pressed and says how it stands; its embed and these files stay. */
export const updateState = (content: string, attachmentIds: string[]): Reply => ({
  type: InteractionResponseType.UpdateMessage,
  data: {
    content,
    components: [],
    attachments: attachmentIds.map((id) => ({ id })),
    allowed_mentions: { parse: [] },
  },
});

/** The same while a preview is being made; the files of the one before go. */
export const preparing = (say: Say): Reply => updateState(say("message.drafting"), []);

/** Asks what is missing: a select where the answers are a fixed set, else a line to write in. */
export const answerModal = (say: Say, { conversation }: { conversation: Conversation }): Reply => ({
  type: InteractionResponseType.Modal,
  data: {
    custom_id: customIdOf({ action: "answer", ...conversation }),
    title: say("form.answer"),
    components: conversation.clarification_questions
      .slice(0, limits.modalInputs)
      .map((question) => questionIn(say, question))
      .map((question) => ({
        type: ComponentType.Label,
        label: shorten(question.label, limits.label),
        component: inputFor(question),
      })),
  },
});

function inputFor({ id, choices }: ReturnType<typeof questionIn>) {
  if (!choices || choices.length === 0)
    return {
      type: ComponentType.TextInput,
      custom_id: id,
      style: TextInputStyle.Short,
      required: true,
      max_length: limits.textInput,
    };
  return {
    type: ComponentType.StringSelect,
    custom_id: id,
    required: true,
    options: choices.slice(0, limits.selectOptions).map(({ value, label }) => ({
      value: shorten(value, limits.optionLabel),
      label: shorten(label, limits.optionLabel),
    })),
  };
}

/** The one input of the form that asks why a change is declined. */
export const REASON = "reason";

/** Asks why. */
export const declineModal = (say: Say, { conversation }: { conversation: Conversation }): Reply => ({
  type: InteractionResponseType.Modal,
  data: {
    custom_id: customIdOf({ action: "decline", ...conversation }),
    title: say("form.decline"),
    components: [
      {
        type: ComponentType.Label,
        label: say("form.decline-why"),
        component: {
          type: ComponentType.TextInput,
          custom_id: REASON,
          style: TextInputStyle.Paragraph,
          required: true,
          max_length: limits.reason,
        },
      },
    ],
  },
});
