import type { Outcome, Publisher } from "#src/publishing/publisher.ts";
import type { PublishPorts } from "./publish.ts";
import { sentence } from "#src/words/sentence.ts";
import { inWords } from "#src/words/words.ts";

/**
 * After this long a piece of work begins nothing more, in milliseconds. A call that was begun just before takes 20
 * seconds at most, so that what came of it is written down and shown before Lambda stops the function after 60.
 */
export const ENOUGH = 20_000;

type Timed = Pick<PublishPorts, "openSite" | "now">;

/** The ports of one piece of work from now on: when it takes too long, its next call says so and is left to another try. */
export function inTime<P extends Timed>(ports: P): P {
  const until = ports.now().getTime() + ENOUGH;
  const isOver = () => ports.now().getTime() >= until;
  return {
    ...ports,
    openSite: async (key) => {
      const site = await ports.openSite(key);
      return site && { ...site, publisher: unless(isOver, site.publisher) };
    },
  };
}

const unless = (isOver: () => boolean, publisher: Publisher): Publisher => ({
  ...publisher,
  readFile: async (path) => (isOver() ? tooSlow : publisher.readFile(path)),
  readVersion: async (version) => (isOver() ? tooSlow : publisher.readVersion(version)),
  publish: async (publication, prepare) => (isOver() ? tooSlow : publisher.publish(publication, prepare)),
  withdraw: async (published) => (isOver() ? tooSlow : publisher.withdraw(published)),
});

const tooSlow: Outcome<never> = {
  ok: false,
  failure: {
    code: "unavailable",
    ...inWords(sentence("repository.slow")),
    transient: true,
  },
};
