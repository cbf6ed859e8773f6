import type * as Discord from "discord-api-types/v10";

/*
 * Discord's numbers, by Discord's names: those of discord-api-types, whose enums would bring 90 kB of constants into the
 * bundle of `interactions`. The compiler and a test hold them against that package.
 */

export const InteractionType = {
  Ping: 1,
  ApplicationCommand: 2,
  MessageComponent: 3,
  ApplicationCommandAutocomplete: 4,
  ModalSubmit: 5,
} as const satisfies Partial<Record<keyof typeof Discord.InteractionType, Discord.InteractionType>>;

export const InteractionResponseType = {
  Pong: 1,
  ChannelMessageWithSource: 4,
  DeferredChannelMessageWithSource: 5,
  DeferredMessageUpdate: 6,
  UpdateMessage: 7,
  ApplicationCommandAutocompleteResult: 8,
  Modal: 9,
} as const satisfies Partial<
  Record<keyof typeof Discord.InteractionResponseType, Discord.InteractionResponseType>
>;

export const ApplicationCommandType = { ChatInput: 1, Message: 3 } as const satisfies Partial<
  Record<keyof typeof Discord.ApplicationCommandType, Discord.ApplicationCommandType>
>;

export const ApplicationCommandOptionType = { String: 3, User: 6, Attachment: 11 } as const satisfies Partial<
  Record<keyof typeof Discord.ApplicationCommandOptionType, Discord.ApplicationCommandOptionType>
>;

export const InteractionContextType = { Guild: 0, BotDM: 1 } as const satisfies Partial<
  Record<keyof typeof Discord.InteractionContextType, Discord.InteractionContextType>
>;

export const ComponentType = {
  ActionRow: 1,
  Button: 2,
  StringSelect: 3,
  TextInput: 4,
  Label: 18,
} as const satisfies Partial<Record<keyof typeof Discord.ComponentType, Discord.ComponentType>>;

export const ButtonStyle = {
  Primary: 1,
  Secondary: 2,
  Success: 3,
  Danger: 4,
  Link: 5,
} as const satisfies Partial<Record<keyof typeof Discord.ButtonStyle, Discord.ButtonStyle>>;

export const TextInputStyle = { Short: 1, Paragraph: 2 } as const satisfies Partial<
  Record<keyof typeof Discord.TextInputStyle, Discord.TextInputStyle>
>;

export const MessageFlags = { SuppressEmbeds: 4, Ephemeral: 64 } as const satisfies Partial<
  Record<keyof typeof Discord.MessageFlags, Discord.MessageFlags>
>;
