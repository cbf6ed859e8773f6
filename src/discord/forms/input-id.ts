import { createHash } from "node:crypto";

/** What an input of a form holds: a value of the site, or words of the request. */
export type InputSubject =
  | { kind: "value"; section: string; property: string }
  | { kind: "words"; option: "command" | "description" };

/**
 * The custom id of an input. It says what the input was filled with, so that no read is needed to see whether a person changed
 * it. A site's ids have at most 32 characters each: below Discord's 100 in all.
 */
export function inputIdOf(subject: InputSubject, filledWith: string): string {
  const name = subject.kind === "value" ? `set:${subject.section}.${subject.property}` : subject.option;
  return `${name}:${digestOf(filledWith)}`;
}

/** An input's custom id as its subject and whether the text differs from what it was filled with; null for any other id. */
export function readInputId(id: string, text: string): (InputSubject & { changed: boolean }) | null {
  const [, name = "", digest] = /^(.+?)(?::([0-9a-f]{16}))?$/.exec(id) ?? [];
  const subject = subjectOf(name);
  return subject && { ...subject, changed: digest !== digestOf(text) };
}

function subjectOf(name: string): InputSubject | null {
  if (name === "command" || name === "description") return { kind: "words", option: name };
  const [, section, property] = /^set:([a-z0-9-]{1,32})\.([a-z0-9-]{1,32})$/.exec(name) ?? [];
  return section === undefined || property === undefined ? null : { kind: "value", section, property };
}

/** Discord cuts spaces off the ends of an input, and a value has no line breaks of its own. */
const digestOf = (text: string): string =>
  createHash("sha256")
    .update(text.replaceAll(/[\t\r\n\u2028\u2029]+/g, " ").trim())
    .digest("hex")
    .slice(0, 16);
