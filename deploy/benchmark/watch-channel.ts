import type { Message } from "#stand-ins/discord/messages.ts";
import type { Service } from "#stand-ins/discord/member.ts";

const BETWEEN_LOOKS_MS = 100;

type Tell = (messages: Message[]) => void;

/** The channel as its people see it: one look for all of them, since looking is not what is measured. */
export function watchChannel({ url }: Pick<Service, "url">) {
  const waiting = new Set<Tell>();
  const look = async () => {
    if (waiting.size === 0) return;
    const channel: unknown = await (await fetch(`${url}/discord/channel`)).json();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the stand-in serves exactly what it keeps
    const { messages } = channel as { messages: Message[] };
    for (const tell of waiting) tell(messages);
  };
  const timer = setInterval(() => void look(), BETWEEN_LOOKS_MS);
  return {
    stop: () => clearInterval(timer),
    /** The message that begins so and shows these words. */
    message: (begin: string, words: string): Promise<Message> =>
      new Promise((resolve) => {
        const tell: Tell = (messages) => {
          const found = messages.find(
            (message) => message.content.startsWith(begin) && shows(message, words),
          );
          if (found && waiting.delete(tell)) resolve(found);
        };
        waiting.add(tell);
      }),
  };
}

const shows = ({ embeds }: Message, words: string): boolean =>
  embeds.some(({ description }) => description?.includes(words));
