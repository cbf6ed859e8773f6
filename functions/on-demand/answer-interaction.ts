import { Logger } from "@aws-lambda-powertools/logger";

/*
 * What an interaction needs beyond its signature and its kind, in one file: a PING and a bad signature do without it, and
 * each file of its own that a start loads costs it more than the bytes in it.
 */
export { createApp } from "#src/app.ts";
export { handleInteraction } from "#src/interactions/handle-interaction.ts";
export { speech } from "#src/words/speech.ts";
export const createLogger = () => new Logger({ serviceName: "ux-agent" });
