import { styleText } from "node:util";
import { ComponentType } from "discord-api-types/v10";
import type { Message } from "#stand-ins/discord/messages.ts";

type Style = Parameters<typeof styleText>[0];

/** In colour only in a terminal, and only while NO_COLOR is not set. */
const paint = (style: Style, text: string) => styleText(style, text, { stream: process.stdout });

/** A message as a person would read it in Discord, for the terminal. */
export function shownMessage(message: Message): string {
  const embeds = message.embeds.flatMap(({ title = "", description = "" }) => [
    paint("bold", markdown(title)),
    ...markdown(description).split("\n"),
  ]);
  const lines = [
    ...markdown(message.content).split("\n"),
    ...embeds.map((line) => `  ${paint("gray", "│")} ${line}`),
    ...buttonLines(message),
  ];
  return lines.join("\n");
}

function buttonLines({ components }: Message): string[] {
  return components.flatMap((row) => {
    if (row.type !== ComponentType.ActionRow) return [];
    const faces = row.components.map((part) =>
      part.type === ComponentType.Button && "label" in part
        ? paint("inverse", ` ${[part.emoji?.name, part.label].filter(Boolean).join(" ")} `)
        : "",
    );
    return [faces.join("  ")];
  });
}

/** The Markdown that the service writes: bold, code, links, times, escapes, and diffs in code blocks. */
export function markdown(text: string): string {
  return text
    .split(/(```\w*\n[^]*?\n```)/)
    .map((part) => (part.startsWith("```") ? diffLines(part) : inline(part)))
    .join("")
    .replaceAll("\u200B", "");
}

const diffLines = (block: string): string =>
  block
    .split("\n")
    .slice(1, -1)
    .map((line) => paint(diffStyle(line), line))
    .join("\n");

function diffStyle(line: string): Style {
  if (line.startsWith("+++") || line.startsWith("---")) return "bold";
  if (line.startsWith("+")) return "green";
  if (line.startsWith("-")) return "red";
  return line.startsWith("@@") ? "cyan" : "gray";
}

/** Escaped characters are moved to this private range while the rest is replaced, and moved back at the end. */
const PRIVATE = 0xe000;

const inline = (text: string): string =>
  text
    .replaceAll(/\\([\\`*_~|<>[\]()#-])/g, (_, escaped: string) =>
      String.fromCodePoint(PRIVATE + escaped.charCodeAt(0)),
    )
    .replaceAll(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, (_, label: string, url: string) => `${label} (${url})`)
    .replaceAll(/\*\*(.+?)\*\*/g, (_, words: string) => paint("bold", words))
    .replaceAll(/`([^`\n]+)`/g, (_, code: string) => paint("cyan", code))
    .replaceAll(/<t:(\d+):R>/g, (_, seconds: string) => fromNow(Number(seconds)))
    .replaceAll(/[\uE000-\uE07F]/g, (waiting) => String.fromCodePoint(waiting.charCodeAt(0) - PRIVATE));

function fromNow(epochSeconds: number): string {
  const minutes = Math.round((epochSeconds * 1000 - Date.now()) / 60_000);
  return new Intl.RelativeTimeFormat("en").format(minutes, "minute");
}
