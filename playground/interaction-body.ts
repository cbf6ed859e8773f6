import { randomBytes } from "node:crypto";
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
} from "discord-api-types/v10";
import type { Message } from "#stand-ins/discord/messages.ts";
import { circumstances, type Person } from "#stand-ins/discord/member.ts";
import type { Attached, Action } from "./wire.ts";

/** What the service is told of; a message in the channel is not. */
export type Told = Exclude<Action, { do: "say" }>;

interface Doer {
  applicationId: string;
  person: Person;
  /** The message that a press or a submit is about. */
  message: Message | undefined;
}

/** The interaction that Discord sends for an action, with an id and a reply token of its own. */
export function interactionBody(action: Told, { applicationId, person, message }: Doer) {
  const { type, data } = partsOf(action, message);
  return {
    ...circumstances({ applicationId }, person),
    token: randomBytes(96).toString("base64url"),
    type,
    data,
    ...(message && action.do !== "menu" ? { message } : {}),
  };
}

function partsOf(action: Told, message: Message | undefined): { type: InteractionType; data: object } {
  switch (action.do) {
    case "command":
      return { type: InteractionType.ApplicationCommand, data: commandData(action) };
    case "typing":
      return { type: InteractionType.ApplicationCommandAutocomplete, data: typingData(action) };
    case "press":
      return {
        type: InteractionType.MessageComponent,
        data: { component_type: ComponentType.Button, custom_id: action.customId, id: 2 },
      };
    case "select":
      return {
        type: InteractionType.MessageComponent,
        data: {
          component_type: ComponentType.StringSelect,
          custom_id: action.customId,
          id: 2,
          values: action.values,
        },
      };
    case "menu":
      return { type: InteractionType.ApplicationCommand, data: menuData(action, message) };
    case "submit":
      return { type: InteractionType.ModalSubmit, data: modalData(action) };
  }
}

function commandData({ name, options, attachments }: Extract<Action, { do: "command" }>) {
  const files = Object.entries(attachments).map(([option, file]) => ({ option, file: attachment(file) }));
  const words = Object.entries(options).map(([option, value]) => ({
    name: option,
    type: option === "user" ? ApplicationCommandOptionType.User : ApplicationCommandOptionType.String,
    value,
  }));
  const references = files.map(({ option, file }) => ({
    name: option,
    type: ApplicationCommandOptionType.Attachment,
    value: file.id,
  }));
  const resolved = { attachments: Object.fromEntries(files.map(({ file }) => [file.id, file])) };
  return {
    id: "1000000000000000004",
    type: ApplicationCommandType.ChatInput,
    name,
    options: [...words, ...references],
    ...(files.length > 0 ? { resolved } : {}),
  };
}

/** Discord sends all that was typed so far, and marks the option that has the focus. */
const typingData = ({ name, options, focused }: Extract<Action, { do: "typing" }>) => ({
  id: "1000000000000000004",
  type: ApplicationCommandType.ChatInput,
  name,
  options: Object.entries(options).map(([option, value]) => ({
    name: option,
    type: ApplicationCommandOptionType.String,
    value,
    ...(option === focused ? { focused: true } : {}),
  })),
});

/** The message goes along, as it is. */
const menuData = ({ name, message: id }: Extract<Action, { do: "menu" }>, message: Message | undefined) => ({
  id: "1000000000000000005",
  type: ApplicationCommandType.Message,
  name,
  target_id: id,
  resolved: { messages: message ? { [id]: message } : {} },
});

/** A reference to where the file is kept. */
const attachment = ({ id, url, name, type, size, width, height }: Attached) => ({
  id,
  url,
  filename: name,
  size,
  content_type: type,
  ...(width && height ? { width, height } : {}),
});

/** Each input inside its label, where today's clients put them. */
const modalData = ({ customId, inputs }: Extract<Action, { do: "submit" }>) => ({
  custom_id: customId,
  components: inputs.map(({ id, value, select }, index) => ({
    type: ComponentType.Label,
    id: 2 * index + 1,
    component: {
      id: 2 * index + 2,
      custom_id: id,
      ...(select
        ? { type: ComponentType.StringSelect, values: value === "" ? [] : [value] }
        : { type: ComponentType.TextInput, value }),
    },
  })),
});
