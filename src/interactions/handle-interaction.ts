import { speech } from "#src/words/speech.ts";
import { commandNames } from "#src/discord/commands.ts";
import type { Interaction } from "#src/discord/interaction.ts";
import { type Reply, onlyYou, pong } from "#src/discord/replies.ts";
import { type ClickPorts, handleButton } from "./handle-button.ts";
import { handleModal } from "./handle-modal.ts";
import { type AskPorts, handleMessageCommand } from "./handle-message-command.ts";
import { handleOpening, openChosen } from "./handle-opening.ts";
import { handleRequest } from "./handle-request.ts";
import type { Spoken } from "./spoken.ts";
import { suggest } from "./suggest.ts";
import { type AdminPorts, showOwnRequests, showToAdministrator } from "./status-commands.ts";

type SpokenPorts = AskPorts & ClickPorts & AdminPorts;
/** What answers an interaction in words finds the language itself. */
export type InteractionPorts = Omit<SpokenPorts, keyof Spoken>;

type Command = Extract<Interaction, { kind: "command" }>;

/**
 * Answers one interaction with at most one write, or one read (a list takes two), and a look at the site once a minute.
 * A person's mistake is answered in words.
 */
export async function handleInteraction(app: InteractionPorts, interaction: Interaction): Promise<Reply> {
  if (interaction.kind === "ping") return pong();
  if (interaction.kind === "autocomplete") return suggest(app, interaction);
  const ports = { ...app, say: await speech(interaction.locale) };
  if (!textsOf(interaction).every((text) => text.isWellFormed()))
    return onlyYou(ports.say("unknown.half-character"));
  switch (interaction.kind) {
    case "command":
      return handleCommand(ports, interaction);
    case "message-command":
      return handleMessageCommand(ports, interaction);
    case "button":
      return interaction.opening?.opens === "section"
        ? openChosen(ports, interaction, interaction.opening)
        : handleButton(ports, interaction);
    case "modal":
      return interaction.opening
        ? handleOpening(ports, interaction, interaction.opening)
        : handleModal(ports, interaction);
    case "unknown":
      return onlyYou(ports.say("unknown.button"));
  }
}

/** What a person typed. UTF-8, and so DynamoDB, cannot hold half of a character. */
function textsOf(interaction: Interaction): string[] {
  if (interaction.kind === "command") return Object.values(interaction.options);
  return interaction.kind === "modal" ? Object.values(interaction.inputs) : [];
}

async function handleCommand(ports: SpokenPorts, command: Command): Promise<Reply> {
  switch (command.name) {
    case commandNames.update:
      return handleRequest(ports, command);
    case commandNames.status:
      return showOwnRequests(ports, command);
    case commandNames.admin:
      return showToAdministrator(ports, command);
    default:
      return onlyYou(ports.say("unknown.command", { name: command.name }));
  }
}
