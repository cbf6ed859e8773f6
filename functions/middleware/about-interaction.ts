import type { Interaction } from "#src/discord/interaction.ts";

/** What the log says about an interaction: its id and kind, never a token or a person's words. */
export type About = { interaction_id?: string; conversation_id?: string; asked?: string };

export function aboutInteraction(interaction: Interaction): About {
  switch (interaction.kind) {
    case "ping":
    case "autocomplete":
    case "unknown":
      return { asked: interaction.kind };
    case "command": {
      const { interaction_id, name } = interaction;
      // A request has the id of the interaction that started it.
      return { interaction_id, conversation_id: interaction_id, asked: `/${name}` };
    }
    case "message-command": {
      const { interaction_id, name } = interaction;
      return { interaction_id, conversation_id: interaction_id, asked: name };
    }
    case "button":
    case "modal": {
      const { interaction_id, target, kind, opening } = interaction;
      if (opening?.opens === "message")
        return { interaction_id, conversation_id: opening.conversation_id, asked: `request (${kind})` };
      if (!target) return { interaction_id, asked: kind };
      return { interaction_id, conversation_id: target.conversation_id, asked: `${target.action} (${kind})` };
    }
  }
}

/** The same for the body of an event that has not been parsed yet. */
export const aboutBody = (body: unknown): About => (isInteraction(body) ? aboutInteraction(body) : {});

export const isInteraction = (body: unknown): body is Interaction =>
  typeof body === "object" && body !== null && "kind" in body;
