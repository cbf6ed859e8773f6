import type {
  APIApplicationCommandBasicOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import { acceptedImages } from "./attachments.ts";
import { ApplicationCommandOptionType, ApplicationCommandType, InteractionContextType } from "./protocol.ts";
import { limits } from "./text.ts";

/** The slash commands by the names that people type, and the command in the menu of a message. */
export const commandNames = {
  update: "ux-update",
  status: "ux-status",
  admin: "ux-admin",
  request: "Request a change",
} as const;

/** Their options. Those of a request are also what its modal asks for. */
export const optionNames = {
  description: "description",
  section: "section",
  property: "property",
  value: "value",
  command: "command",
  user: "user",
} as const;
/** An option of `/ux-update` that takes words; each is read in `src/interactions/words-in.ts`. */
export type RequestOption = Exclude<keyof typeof optionNames, "user">;
export const imageOptions = ["image", "image2", "image3"] as const;

/**
 * A command as Discord is told of it, with everything that a comparison looks at. One in the menu of a message has neither
 * description nor options.
 */
export type CommandDefinition = Required<
  Pick<
    RESTPostAPIChatInputApplicationCommandsJSONBody,
    "name" | "description" | "default_member_permissions" | "contexts"
  >
> & { type: (typeof ApplicationCommandType)[keyof typeof ApplicationCommandType] } & {
  options: APIApplicationCommandBasicOption[];
};

/** Manage Server, as Discord writes a set of permissions. */
const MANAGE_SERVER = String(1 << 5);

const { Guild, BotDM } = InteractionContextType;

const common = { type: ApplicationCommandType.ChatInput, options: [], default_member_permissions: null };

/** Everything that `npm run register` tells Discord. */
export const commandDefinitions: CommandDefinition[] = [
  {
    ...common,
    name: commandNames.update,
    description: "Ask for a change of the website; you see it before anything is published",
    options: [
      words(optionNames.description, "What should change, in your own words"),
      suggested(optionNames.section, "Or step by step: which part of the site"),
      suggested(optionNames.property, "What of it should change"),
      suggested(optionNames.value, "What it should be from now on"),
      words(optionNames.command, 'Or exactly: section:header text:"Welcome" color:"#FF0080"'),
      ...imageOptions.map(image),
    ],
    contexts: [Guild, BotDM],
  },
  {
    ...common,
    name: commandNames.status,
    description: "Your open and recent requests",
    contexts: [Guild, BotDM],
  },
  {
    ...common,
    name: commandNames.admin,
    description:
      "What is open, failed and waiting in this server, or one person's requests; for its managers",
    options: [
      {
        type: ApplicationCommandOptionType.User,
        name: optionNames.user,
        description: "Whose requests; without it all that is open, failed and waiting here",
      },
    ],
    default_member_permissions: MANAGE_SERVER,
    contexts: [Guild],
  },
  {
    ...common,
    type: ApplicationCommandType.Message,
    name: commandNames.request,
    description: "",
    contexts: [Guild, BotDM],
  },
];

function words(name: string, description: string): APIApplicationCommandBasicOption {
  return { type: ApplicationCommandOptionType.String, name, description, max_length: limits.textInput };
}

/** Words that choices are offered for while they are typed. */
function suggested(name: string, description: string): APIApplicationCommandBasicOption {
  const max_length = limits.textInput;
  return { type: ApplicationCommandOptionType.String, name, description, max_length, autocomplete: true };
}

function image(name: string): APIApplicationCommandBasicOption {
  return {
    type: ApplicationCommandOptionType.Attachment,
    name,
    description: `A picture of what you mean: ${acceptedImages}`,
  };
}
