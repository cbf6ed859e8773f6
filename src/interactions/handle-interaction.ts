import { commandNames } from "#src/discord/commands.ts";
import type { Interaction } from "#src/discord/interaction.ts";
import { type Reply, onlyYou, pong } from "#src/discord/replies.ts";
import { type ClickPorts, handleButton } from "./handle-button.ts";
import { handleModal } from "./handle-modal.ts";
import { type AskPorts, handleMessageCommand } from "./handle-message-command.ts";
import { handleOpening, openChosen } from "./handle-opening.ts";
import { handleRequest } from "./handle-request.ts";
import { suggest } from "./suggest.ts";
import { type AdminPorts, showOwnRequests, showToAdministrator } from "./status-commands.ts";

export type InteractionPorts = AskPorts & ClickPorts & AdminPorts;

type Command = Extract<Interaction, { kind: "command" }>;

/**
 * Answers one interaction with at most one write, or one read (a list takes two), and a look at the site once a minute.
 * A person's mistake is answered in words.
 */
export async function handleInteraction(ports: InteractionPorts, interaction: Interaction): Promise<Reply> {
  if (!textsOf(interaction).every((text) => text.isWellFormed())) return onlyYou(HALF_CHARACTER);
  switch (interaction.kind) {
    case "ping":
      return pong();
    case "command":
      return handleCommand(ports, interaction);
    case "message-command":
      return handleMessageCommand(ports, interaction);
    case "autocomplete":
      return suggest(ports, interaction);
    case "button":
      return interaction.opening?.opens === "section"
        ? openChosen(ports, interaction, interaction.opening)
        : handleButton(ports, interaction);
    case "modal":
      return interaction.opening
        ? handleOpening(ports, interaction, interaction.opening)
        : handleModal(ports, interaction);
    case "unknown":
      return onlyYou("I do not know this button or command. Use `/ux-update` to change the site.");
  }
}

/** UTF-8, and so DynamoDB, cannot hold half of a character. */
const HALF_CHARACTER =
  "Your text holds half of a character, often an emoji that was cut in two. Remove it and send the text again.";

/** What a person typed. */
function textsOf(interaction: Interaction): string[] {
  if (interaction.kind === "command") return Object.values(interaction.options);
  return interaction.kind === "modal" ? Object.values(interaction.inputs) : [];
}

async function handleCommand(ports: InteractionPorts, command: Command): Promise<Reply> {
  switch (command.name) {
    case commandNames.update:
      return handleRequest(ports, command);
    case commandNames.status:
      return showOwnRequests(ports, command);
    case commandNames.admin:
      return showToAdministrator(ports, command);
    default:
      return onlyYou(
        `I do not know the command \`/${command.name}\`. Use \`/ux-update\` to change the site.`,
      );
  }
}
