/** Discord's limits, in characters; counted here in UTF-16 units, which is never less than what Discord counts. */
export const limits = {
  content: 2000,
  embedTitle: 256,
  embedDescription: 4096,
  label: 45,
  selectOptions: 25,
  optionLabel: 100,
  modalInputs: 5,
  textInput: 4000,
} as const;

/** The text in at most `most` UTF-16 units; what is left off shows as `…` and no character is cut in two. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** Words of a person as plain text: no Markdown, mention, link or custom emoji takes effect. */
export const plain = (text: string): string =>
  text.replaceAll(/[\\`*_~|<>[\]()#-]/g, String.raw`\$&`).replaceAll("://", ":\u200B//");

const ZERO_WIDTH_SPACE = "\u200B";

/** A sentence of ours that repeats words of a person: they make no link with another text, mention or custom emoji. */
export const inert = (sentence: string): string =>
  sentence.replaceAll(/\](?=\()|<(?=[@#:/a])/g, `$&${ZERO_WIDTH_SPACE}`);

/** Text inside a code block, in which no run of backticks can close the block. */
export const fenced = (language: string, text: string): string =>
  `\`\`\`${language}\n${text.replaceAll(/`(?=`)/g, `\`${ZERO_WIDTH_SPACE}`)}\n\`\`\``;

/** A moment as Discord shows it to each reader in their own time: `in 58 minutes`. Epoch seconds. */
export const relativeTime = (epochSeconds: number): string => `<t:${epochSeconds}:R>`;
