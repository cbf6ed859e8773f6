import { askingLength } from "./asking.ts";
import { phraseAt } from "./phrase-at.ts";
import { isPart, readReference } from "./reference.ts";
import { type Source, type Span, markAt, wordAt } from "./source.ts";
import { readColor } from "./value.ts";
import { phrasesIn } from "./words.ts";

const FILLERS = phrasesIn("fillers");
const OLD = phrasesIn("in-place-of");
const LONGEST_LEAD = 24;
const LONGEST_FRAME = 10;

const WHO = "(?:i|we|you|u|ya|someone|somebody|anyone|anybody)";
const MAY = "(?:can|could|would|will|may|might)";
const WELCOME =
  "(?:nice|great|good|cool|awesome|lovely|possible|ok|okay|fine|perfect|amazing|wonderful|helpful|fantastic|better)";
const LIKING = "(?:like|love|prefer|appreciate|wish|want|need)";
/** Another person who wants something: a name or two, and no word that denies or asks. */
const OTHERS =
  "(?!who|what|which|nobody|none|no|if|half|some|not|neither|hardly|only)\\p{L}[\\p{L}'-]*(?: \\p{L}+)?";
/** `you to`, `us to have`, `that`: what joins a wish to what is wished for. */
const JOINED = `(?: (?:${WHO} ${MAY}|me|us|you|to|that|for|it|if|have|see|get))*`;

/**
 * Words round a request, by how English builds them: a person who may, wants or asks (`boss wants`, `could you`, `I was
 * hoping we could`), and what joins that to the request. Longer frames stand before those that they begin with.
 */
const FRAMES = [
  `(?:if|when|whenever) it suits(?: ${WHO})?`,
  `(?:if|when|whenever) you (?:would|like|can|could|have (?:an? |some |the )?(?:minute|moment|time|chance|second)|get (?:a |the )?(?:minute|moment|chance))`,
  `if (?:it's |it is |that's |at all )?(?:not too much trouble|no trouble|no problem|possible|ok|okay)`,
  `(?:sorry (?:to (?:bother|disturb)|for (?:bothering|disturbing|the \\p{L}+(?: \\p{L}+)?))(?: ${WHO})?|excuse me)`,
  `(?:no (?:rush|hurry|worries|pressure|problem)|nothing (?:fancy|big|special|urgent))`,
  `do ${WHO} think ${WHO} ${MAY}`,
  `${MAY} ${WHO} ask(?: ${WHO})? for`,
  `${MAY} ${WHO}(?: also| just| please)?(?: be so (?:kind|nice|good)(?: as)? (?:to|and))?`,
  `(?:it |that )?(?:would|'d) (?:it )?be (?:really |very |so )?${WELCOME} (?:to|if)(?: ${WHO}(?: ${MAY})?)?`,
  `it'd be (?:really |very |so )?${WELCOME} (?:to|if)(?: ${WHO}(?: ${MAY})?)?`,
  `(?:(?:i|we)(?: was| were| am|'m| are)? )?(?:wondering|hoping|thinking)${JOINED}(?: whether)?`,
  `(?:(?:i|we)(?:'d| would) )?(?:really |much |greatly )?appreciated?(?: it)? if ${WHO}(?: ${MAY})?`,
  `(?:is there )?any (?:chance|way)(?: that)? ${WHO} ${MAY}`,
  `(?:i|we)(?:'d| would) be (?:really |very |so )?(?:happy|glad|grateful|pleased) if(?: ${WHO}(?: ${MAY})?)?`,
  `(?:i|we)(?:'d| would) (?:say|suggest|propose)`,
  `let's go (?:with|for)`,
  `(?:need|want)`,
  `(?:i|we)(?:'d| would)(?: really| all)? (?:rather|${LIKING})${JOINED}`,
  `(?:i|we) (?:choose|pick)`,
  `(?:i|we)(?: am| are)?(?: really| just| also)? (?:want|wanted|wanting|need|wish|hope)${JOINED}`,
  `(?:i|we)(?: have| all)?(?: just)? (?:think|decided|agreed|suggest)(?: that)?(?: (?:we|you) should)?(?: to)?`,
  `(?:i think |how about )?(?:we|you|u) (?:should|could|can|must)(?: please)?`,
  `how about(?: we)?`,
  `why (?:not|don't (?:we|you))`,
  `(?:don't|dont|do not|never) forget(?: please)? to`,
  `(?:we (?:now )?have|we've(?: got)?)(?= an? new )`,
  `there (?:should|must|needs to) be`,
  `(?:help|give) (?:me|us)(?: to)?`,
  `(?:(?:my|our|the) )?${OTHERS} says(?: that)?(?= .*\\bmust\\b)`,
  `(?:(?:my|our|the) )?${OTHERS} (?:wants|prefers|asked|asks|would (?:like|love|prefer))${JOINED}`,
].map(frameOf);

const GREETINGS = [
  `(?:(?:i|we) )?hope (?:all|everything) (?:is )?[\\p{L}' ]{0,25}?(?:well|fine|good|great)`,
  `(?:hi|hiya|hey|hello|yo|dear|greetings|good (?:morning|afternoon|evening|day))(?: (?:there|all|team|guys|folks|everyone|everybody|bot|friends|again))*`,
].map(frameOf);

function frameOf(frame: string): RegExp {
  return new RegExp(`^${frame}(?= |$)`, "u");
}

/** The first token after greetings and what frames a request: `could you please`. The site's own names are no part of it. */
export function skipLead(source: Source, start: number, end: number): number {
  let at = start;
  // No greeting is longer; the limit keeps a row of greetings from taking time at each of its words.
  const last = Math.min(end, start + LONGEST_LEAD);
  while (at < last) {
    const length = leadLength(source, at, end);
    if (length === 0) break;
    at += length;
  }
  return Math.min(at, end);
}

function leadLength(source: Source, at: number, end: number): number {
  if (",.!:;->*•()[]".includes(markAt(source, at) || "x") || isAddressed(wordAt(source, at))) return 1;
  // `Instead of blue, make it green` says how it is now.
  const old = /^(?:instead|rather)$/.test(wordAt(source, at)) ? phraseAt(source, at, OLD) : 0;
  const color = old === 0 ? null : readColor(source, at + old, end);
  if (color !== null && (color.end === end || markAt(source, color.end) === ",")) return color.end - at;
  const numbered = /^\d\d?$/.test(wordAt(source, at)) && /[.)]/.test(markAt(source, at + 1));
  if (numbered) return 2;
  if (isPart(readReference(source, at))) return 0;
  return Math.max(
    phraseAt(source, at, FILLERS),
    frameAt(source, { start: at, end }, [...FRAMES, ...GREETINGS]),
  );
}

/** How many tokens of a frame begin at this place. */
export function frameAt(source: Source, { start, end }: Span, frames = FRAMES): number {
  return Math.max(askingLength(source, { start, end }), framedAt(source, { start, end }, frames));
}

function framedAt(source: Source, { start, end }: Span, frames: RegExp[]): number {
  let at = start;
  while (at < Math.min(end, start + LONGEST_FRAME) && wordAt(source, at) !== "") at += 1;
  const words = source.tokens
    .slice(start, at)
    .map(({ text }) => text)
    .join(" ");
  const lengths = frames.map((frame) => frame.exec(words)?.[0].split(" ").length ?? 0);
  return Math.max(0, ...lengths);
}

/** `@bot` at the beginning calls the bot; a bullet, a number and an emoji only mark where something begins. */
function isAddressed(word: string): boolean {
  return /^(?:<?@[\w!&.-]+>?|[*•>]|\d\d?[.)]|(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F}|\u{200D})+)$/u.test(
    word,
  );
}
