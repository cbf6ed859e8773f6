import type { Conversation } from "#src/conversations/conversation.ts";
import type { Say } from "#src/words/say.ts";

type Stored = Conversation["clarification_questions"][number];

/** A stored question in a language; in English where it was stored in words alone. */
export const questionIn = (say: Say, { id, text, label, said, choices }: Stored) => ({
  id,
  text: say.words({ message: text, said: said?.text }),
  label: say.words({ message: label, said: said?.label }),
  choices: choices?.map((choice) => ({
    value: choice.value,
    label: say.words({ message: choice.label, said: choice.said }),
  })),
});
