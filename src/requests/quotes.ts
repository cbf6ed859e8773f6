/** Opening quote → what may close it. Keyboards and phones of different languages make all of these. */
const CLOSERS: Record<string, string> = {
  '"': '"',
  "'": "'",
  "`": "`",
  "“": "”",
  "”": "”",
  "„": "“”",
  "‘": "’",
  "’": "’",
  "‚": "‘’",
  "«": "»",
  "»": "«",
};

/** These also are apostrophes: inside a word they close nothing. */
const APOSTROPHES = "'’";

export interface Quoted {
  /** What is between the quotes, with `\"` and `\\` resolved. */
  value: string;
  /** Where the text goes on, after the closing quote. */
  end: number;
}

/** Whether a quotation may begin with this character. */
export function opensQuote(character: string | undefined): boolean {
  return character !== undefined && Object.hasOwn(CLOSERS, character);
}

/** The quotation that begins at `start`, or null when it is never closed. */
export function readQuoted(text: string, start: number): Quoted | null {
  const closers = CLOSERS[text.charAt(start)] ?? "";
  let value = "";
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "\\" && isEscapable(text.charAt(at + 1))) {
      at += 1;
      value += text.charAt(at);
    } else if (closers.includes(character) && !isApostrophe(text, at)) {
      return { value, end: at + 1 };
    } else {
      value += character;
    }
  }
  return null;
}

function isEscapable(character: string): boolean {
  return character === "\\" || opensQuote(character);
}

function isApostrophe(text: string, at: number): boolean {
  return APOSTROPHES.includes(text.charAt(at)) && /[\p{L}\p{N}]/u.test(text.charAt(at + 1));
}
