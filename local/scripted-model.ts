import type { Reply } from "#stand-ins/aws/bedrock/bedrock-stand-in.ts";

/** The sentence that the scripted model of `npm start` knows; to every other it has nothing to propose. */
export const SCRIPTED = "Bitte mach die Kopfzeile burgunderrot";

/** What the scripted model answers. It does not read: it shows the way of a reading through the system. */
export function scriptedReply({ said }: { said: string[] }): Reply {
  const known = said.some((words) => words.trim() === SCRIPTED);
  const updates = [{ property: "color", value: "#800020", words: "burgunderrot" }];
  return {
    kind: "propose",
    input: { parts: known ? [{ section: "header", updates }] : [], ignored: [], unclear: [] },
  };
}
