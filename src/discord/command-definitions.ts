import {
  type APIApplicationCommandBasicOption,
  Locale as DiscordLocale,
  type LocalizationMap,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import { everyLanguage } from "#src/words/every-language.ts";
import { DEFAULT_LOCALE, localeOf } from "#src/words/locale.ts";
import type { Say } from "#src/words/say.ts";
import { accepted } from "./attachments.ts";
import { commandNames, imageOptions, optionNames } from "./commands.ts";
import { ApplicationCommandOptionType, ApplicationCommandType, InteractionContextType } from "./protocol.ts";
import { limits } from "./text.ts";

/**
 * A command as Discord is told of it, with everything that a comparison looks at. One in the menu of a message has neither
 * description nor options.
 */
export type CommandDefinition = Required<
  Pick<
    RESTPostAPIChatInputApplicationCommandsJSONBody,
    "name" | "description" | "description_localizations" | "default_member_permissions" | "contexts"
  >
> & { type: (typeof ApplicationCommandType)[keyof typeof ApplicationCommandType] } & {
  options: APIApplicationCommandBasicOption[];
};

/** Manage Server, as Discord writes a set of permissions. */
const MANAGE_SERVER = String(1 << 5);

const { Guild, BotDM } = InteractionContextType;

const common = { type: ApplicationCommandType.ChatInput, options: [], default_member_permissions: null };

/** Discord's locales in which we do not speak English. */
const translated = Object.values(DiscordLocale).filter((tag) => localeOf(tag) !== DEFAULT_LOCALE);

/** What Discord shows below a name, in each of its locales. The names themselves are the same everywhere: people and guides refer to them. */
function described(words: (say: Say) => string) {
  const description_localizations: LocalizationMap = Object.fromEntries(
    translated.map((tag) => [tag, words(everyLanguage[localeOf(tag)])]),
  );
  return { description: words(everyLanguage[DEFAULT_LOCALE]), description_localizations };
}

/** Everything that `npm run register` tells Discord. */
export const commandDefinitions: CommandDefinition[] = [
  {
    ...common,
    name: commandNames.update,
    ...described((say) => say("command.update")),
    options: [
      words("description"),
      suggested("section"),
      suggested("property"),
      suggested("value"),
      words("command"),
      ...imageOptions.map(image),
    ],
    contexts: [Guild, BotDM],
  },
  {
    ...common,
    name: commandNames.status,
    ...described((say) => say("command.status")),
    contexts: [Guild, BotDM],
  },
  {
    ...common,
    name: commandNames.admin,
    ...described((say) => say("command.admin")),
    options: [
      {
        type: ApplicationCommandOptionType.User,
        name: optionNames.user,
        ...described((say) => say("option.user")),
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
    description_localizations: null,
    contexts: [Guild, BotDM],
  },
];

function words(option: "description" | "command"): APIApplicationCommandBasicOption {
  return {
    type: ApplicationCommandOptionType.String,
    name: optionNames[option],
    ...described((say) => say(`option.${option}`)),
    max_length: limits.textInput,
  };
}

/** Words that choices are offered for while they are typed. */
function suggested(option: "section" | "property" | "value"): APIApplicationCommandBasicOption {
  return {
    type: ApplicationCommandOptionType.String,
    name: optionNames[option],
    ...described((say) => say(`option.${option}`)),
    max_length: limits.textInput,
    autocomplete: true,
  };
}

function image(name: string): APIApplicationCommandBasicOption {
  return {
    type: ApplicationCommandOptionType.Attachment,
    name,
    ...described((say) => say("option.image", accepted)),
  };
}
