/** Discord's limits, in characters unless they say bytes; counted here in UTF-16 units, which is never less than what Discord counts. */
export const limits = {
  content: 2000,
  embedTitle: 256,
  embedDescription: 4096,
  label: 45,
  buttonLabel: 80,
  buttonsInRow: 5,
  /** In all five rows of a message. */
  buttons: 25,
  selectOptions: 25,
  optionLabel: 100,
  /** Of an option that is being typed: how many choices, and how long each. */
  choices: 25,
  choice: 100,
  modalInputs: 5,
  textInput: 4000,
  /** Ours: why a change is declined stands in the message beside all else. */
  reason: 500,
  nonce: 25,
  /** Ours: role mentions of one message, far below Discord's 100, so that they fit into its content. */
  mentions: 20,
  files: 10,
  /** What Discord takes on every server; some take more. */
  fileBytes: 10 * 1024 * 1024,
} as const;

const ZERO_WIDTH_SPACE = "\u200B";

/** Words of a person as plain text: no Markdown, mention, link or custom emoji takes effect. */
export const plain = (text: string): string =>
  withoutLinks(text.replaceAll(/[\\`*_~|<>[\]()#-]/g, String.raw`\$&`));

/** A code span by Discord's rule: a run of backticks, and the next run of the same length. */
const CODE_SPAN = /(?<!`)(`+)(?!`)[^]*?[^`]\1(?!`)/g;

/**
 * A sentence of ours that repeats words of a person: bold type and code take effect, but no link, address, mention, time or
 * custom emoji does. Code is left as it is, because Discord acts on nothing inside it and people copy it from there.
 */
export function inert(sentence: string): string {
  let result = "";
  let at = 0;
  for (const { index, 0: code } of sentence.matchAll(CODE_SPAN)) {
    result += harmless(sentence.slice(at, index)) + code;
    at = index + code.length;
  }
  return result + harmless(sentence.slice(at));
}

const harmless = (text: string): string =>
  withoutLinks(text.replaceAll(/\](?=\()|<(?=\S)/g, `$&${ZERO_WIDTH_SPACE}`));

/** What Discord makes a link or an invitation of: `scheme://`, and a host with a path even without a scheme. */
const withoutLinks = (text: string): string =>
  // The slash is looked for first: to look back from every character took most of the time of a message.
  text.replaceAll(/:(?=\/\/)|(?=\/)(?<=\w\.\w+)/g, `$&${ZERO_WIDTH_SPACE}`);

/** The only addresses that a message of ours leads to: a web address of plain characters, as GitHub gives them out. */
const LINKABLE = /^https?:\/\/[\w.-]+(?::\d{1,5})?(?:\/[\w.-]+)*\/?$/;

/** An address that a button may lead to; null where it is not plainly one. Discord takes 512 characters. */
export const linkable = (url: string): string | null =>
  LINKABLE.test(url) && url.length <= 512 ? url : null;

/** A pull request by its number, as a link where its address is plainly one. An answer of a server may hold anything. */
export const pullRequestLink = ({ number, url }: { number: number; url: string }): string =>
  LINKABLE.test(url) ? `[#${number}](${url})` : `#${number}`;

/** What was published, by where it is: its pull request, else its branch. */
export const publishedAs = ({
  branch,
  pull_request,
}: {
  branch: string;
  pull_request?: { number: number; url: string };
}): string => (pull_request ? pullRequestLink(pull_request) : `\`${branch}\``);

/** Text inside a code block, in which no run of backticks can close the block. */
export const fenced = (language: string, text: string): string =>
  `\`\`\`${language}\n${text.replaceAll(/`(?=`)/g, `\`${ZERO_WIDTH_SPACE}`)}\n\`\`\``;

/** A moment as Discord shows it to each reader in their own time: `in 58 minutes`. Epoch seconds. */
export const relativeTime = (epochSeconds: number): string => `<t:${epochSeconds}:R>`;

/** The same of a moment in ISO 8601. */
export const relativeTimeOf = (iso: string): string => relativeTime(Math.floor(Date.parse(iso) / 1000));
