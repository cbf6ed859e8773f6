/** The slash commands by the names that people type, and the command in the menu of a message. */
export const commandNames = {
  update: "ux-update",
  status: "ux-status",
  admin: "ux-admin",
  request: "Request a change",
} as const;

/** Their options. Those of a request are also what its modal asks for. */
export const optionNames = {
  description: "description",
  section: "section",
  property: "property",
  value: "value",
  command: "command",
  user: "user",
} as const;
/** An option of `/ux-update` that takes words; each is read in `src/interactions/words-in.ts`. */
export type RequestOption = Exclude<keyof typeof optionNames, "user">;
export const imageOptions = ["image", "image2", "image3"] as const;
