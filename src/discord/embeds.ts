import type { APIEmbed } from "discord-api-types/v10";
import type { Conversation, ConversationRecord } from "#src/conversations/conversation.ts";
import { filesIn, picturesIn, sectionLabelsIn } from "#src/conversations/parts-of.ts";
import { shorten } from "#src/site/shorten.ts";
import type { Attached } from "./preview-files.ts";
import { embedColorOf } from "./swatch.ts";
import { limits, plain } from "./text.ts";

/** The change as it was previewed; none before that. */
export function previewEmbed({
  base,
  preview_message,
}: Pick<ConversationRecord, "base" | "preview_message">): APIEmbed[] {
  if (!base || !preview_message) return [];
  const color = base.changes
    .map((change) => (change.color ? embedColorOf(change.after) : null))
    .find((c) => c !== null);
  return [
    {
      title: shorten(titleOf(base), limits.embedTitle),
      description: preview_message,
      ...(color === undefined ? {} : { color }),
    },
  ];
}

function titleOf(base: NonNullable<ConversationRecord["base"]>): string {
  const sections = sectionLabelsIn(base).map((label) => plain(label));
  const files = filesIn(base).map(({ file }) => plain(file));
  return `${sections.join(", ")} · ${files.join(", ")}`;
}

/** The pictures of a preview, which the message has attached. */
export function pictureEmbeds({ images }: Pick<Conversation, "images">, attached: Attached): APIEmbed[] {
  const names = picturesIn(images).map(({ path }) => path.slice(path.lastIndexOf("/") + 1));
  return [...new Set(names)]
    .filter((name) => attached === "kept" || attached.some((file) => file.name === name))
    .map((name) => ({ image: { url: `attachment://${name}` } }));
}
