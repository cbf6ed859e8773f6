import type { Config } from "#src/config.ts";
import { type ApplicationApi, createApplicationApi } from "#src/discord/application-api.ts";
import { changesAnything, planCommands, shownName } from "#src/discord/command-plan.ts";
import { commandDefinitions } from "#src/discord/command-definitions.ts";
import { type Check, type Verdict, ok, once, problem, skipped } from "./check.ts";

export interface DiscordSide {
  api: ApplicationApi;
  applicationId: string | undefined;
  /** The key that the service verifies with. */
  publicKey: string | undefined;
  /** Where Discord has to send interactions; undefined when it cannot be known. */
  endpointUrl: string | undefined;
  /** The server that the commands were registered in; undefined: everywhere. */
  guild?: string | undefined;
  /** How `npm run register --` is told which application is meant; nothing where the environment says it. */
  registerOptions?: string | undefined;
}

const PORTAL = "Discord developer portal → General Information";

/** What Discord knows of the application, and whether the service and Discord mean the same. */
function discordChecks(side: DiscordSide): Check[] {
  const about = once(() => side.api.about());
  return [
    { name: "Discord application", look: async () => applicationVerdict(side, (await about()).id) },
    { name: "public key", look: async () => keyVerdict(side, (await about()).verify_key) },
    {
      name: "interactions endpoint",
      look: async () => endpointVerdict(side, (await about()).interactions_endpoint_url),
    },
    { name: "slash commands", look: () => commandsVerdict(side) },
    { name: "who may add the bot", look: async () => publicVerdict(await about()) },
  ];
}

interface Known extends Pick<DiscordSide, "endpointUrl" | "guild" | "registerOptions"> {
  /** What to say where there is no bot token to ask with. */
  without: string;
}

/** The checks of the application that a configuration names. */
export function configuredDiscordChecks(config: Config, { without, ...known }: Known): Check[] {
  const { DISCORD_BOT_TOKEN: botToken, DISCORD_APPLICATION_ID: applicationId } = config;
  if (!botToken) return discordSkipped(without);
  const api = createApplicationApi({
    apiUrl: config.DISCORD_API_URL,
    applicationId: applicationId ?? "",
    botToken,
  });
  return discordChecks({ ...known, api, applicationId, publicKey: config.DISCORD_PUBLIC_KEY });
}

/** The same checks where there is no way to ask Discord. */
export const discordSkipped = (why: string): Check[] =>
  ["Discord application", "public key", "interactions endpoint", "slash commands", "who may add the bot"].map(
    (name) => ({
      name,
      look: async () => skipped(why),
    }),
  );

/** A public bot is refused work in a stranger's server, so that this is for its owner to decide. */
const publicVerdict = ({ bot_public }: Awaited<ReturnType<ApplicationApi["about"]>>): Verdict =>
  ok(
    bot_public
      ? "Anyone: it is public (Discord developer portal → Bot → Public Bot), and serves only the servers that have a site."
      : "Its owner alone: it is private.",
  );

const applicationVerdict = ({ applicationId }: DiscordSide, id: string): Verdict =>
  id === applicationId
    ? ok(`${id} answers.`)
    : problem(
        `The bot token is of application ${id}, but DISCORD_APPLICATION_ID is ${applicationId ?? "not set"}.`,
        "Set DISCORD_APPLICATION_ID and DISCORD_BOT_TOKEN of the same application, then deploy again.",
      );

const keyVerdict = ({ publicKey }: DiscordSide, key: string): Verdict =>
  publicKey?.toLowerCase() === key.toLowerCase()
    ? ok("It is the one that the service verifies with.")
    : problem(
        "The service verifies with another key than Discord signs with: every interaction is refused.",
        `Set DISCORD_PUBLIC_KEY=${key} (${PORTAL} → Public Key), then deploy again.`,
      );

function endpointVerdict({ endpointUrl }: DiscordSide, set: string | null | undefined): Verdict {
  if (!endpointUrl) return skipped("The address of the service is not known.");
  if (set === endpointUrl) return ok(`${set}.`);
  return problem(
    set ? `Discord sends interactions to ${set}.` : "Discord does not know where to send interactions.",
    `Set it to ${endpointUrl} (${PORTAL} → Interactions Endpoint URL).`,
  );
}

async function commandsVerdict({ api, guild, registerOptions }: DiscordSide): Promise<Verdict> {
  const plan = planCommands(commandDefinitions, await api.commands(guild), { inGuild: guild !== undefined });
  if (!changesAnything(plan)) return ok("Registered and current.");
  const differ = plan.flatMap(({ kind, name }) => {
    if (kind === "add") return `${shownName(name)} is missing`;
    return kind === "change" ? `${shownName(name)} differs` : [];
  });
  const options = [registerOptions, guild === undefined ? undefined : `--guild ${guild}`].filter(Boolean);
  return problem(
    `${differ.join(", ")}.`,
    ["npm run register", ...(options.length > 0 ? ["--", ...options] : [])].join(" "),
  );
}
