import type { APIEmbed } from "discord-api-types/v10";
import type { Say } from "#src/words/say.ts";
import type { Message } from "./messages.ts";
import { sketchNames } from "./preview-files.ts";

/** Two pictures of the live page, and what is to be said of them. */
export interface Sketch {
  /** Of the live page. */
  url: string;
  /** PNG in base64. */
  before: string;
  after: string;
  /** How many of a request's changes the pictures show, and how many there are. */
  shown: number;
  all: number;
}

/** A preview with the live page below it, as it is and as it would look. */
export const withSketch = (say: Say, message: Message, { url, shown, all }: Sketch): Message => ({
  ...message,
  embeds: [
    ...message.embeds,
    { title: say("sketch.title"), url, ...pictureOf("now", say("sketch.now")) },
    pictureOf("asked", shown < all ? say("sketch.some-asked", { shown, all }) : say("sketch.asked")),
  ],
});

const pictureOf = (name: keyof typeof sketchNames, description: string): APIEmbed => ({
  description,
  image: { url: `attachment://${sketchNames[name]}` },
});
