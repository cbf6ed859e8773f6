import { Logger } from "@aws-lambda-powertools/logger";
import { type Replacements, createApp } from "#src/app.ts";
import type { Config } from "#src/config.ts";
import { createFarewells } from "#src/conversations/farewells.ts";
import { createFollowings } from "#src/conversations/followings.ts";
import { createHints } from "#src/conversations/hints.ts";
import { createPublications } from "#src/conversations/publications.ts";
import type { ExecutionPorts } from "./carry-out.ts";
import type { LookAgainPorts } from "./look-again.ts";
import { createDiscordClient } from "#src/discord/discord-client.ts";
import { createMessageBoard } from "#src/discord/message-board.ts";
import type { GitHubTiming } from "#src/publishing/github/connection.ts";
import { createModelBudget } from "#src/sites/model-budget.ts";
import { createSiteOpener } from "#src/sites/open-sites.ts";
import type { SketchAnswer, SketchRequest } from "#src/sketch/page-change.ts";
import { createAskModel } from "./ask-model.ts";
import { createFetchPicture } from "./fetch-picture.ts";
import { type Postpone, createPostpone } from "./postpone.ts";

const log = new Logger({ serviceName: "ux-agent" });

interface ExecutionReplacements extends Replacements {
  /** Of requests to Discord. */
  backoff?: { first: number; factor: number };
  warn?: ExecutionPorts["warn"];
  tell?: ExecutionPorts["tell"];
  /** Of requests to GitHub. */
  timing?: Partial<GitHubTiming>;
  postpone?: Postpone;
}

/** Everything `execution` needs of the outside world, besides the table. */
export function createExecutionApp(config: Config, replacements: ExecutionReplacements = {}) {
  const app = createApp(config, replacements);
  const place = { table: config.TABLE_NAME, client: app.client, now: app.now };
  const discord = createDiscordClient({
    apiUrl: config.DISCORD_API_URL,
    applicationId: config.DISCORD_APPLICATION_ID ?? "",
    botToken: config.DISCORD_BOT_TOKEN,
    ...(replacements.backoff ? { backoff: replacements.backoff } : {}),
  });
  return {
    ...app,
    farewells: createFarewells(place),
    followings: createFollowings({ ...place, days: config.RECORD_RETENTION_DAYS }),
    hints: createHints(place),
    publications: createPublications({ ...place, repository: app.conversations }),
    board: createMessageBoard(discord, app.now, app.metrics),
    tell: replacements.tell ?? ((message, details) => log.info(message, details)),
    warn:
      replacements.warn ??
      ((message, { error, ...rest }) => log.warn(message, { ...rest, error: String(error) })),
    postpone: replacements.postpone ?? createPostpone(config.QUEUE_URL ?? ""),
    model: config.MODEL_ID
      ? {
          ask: createAskModel(config.MODEL_ID),
          budget: createModelBudget({ ...place, most: config.MODEL_DAILY_LIMIT }),
        }
      : null,
    sketch: config.PICTURES_FUNCTION
      ? { draw: createDraw(config.PICTURES_FUNCTION), page: config.LOCAL_PAGE_URL }
      : null,
    fetchPicture: createFetchPicture(config.DISCORD_API_URL, app.now),
    openSite: createSiteOpener(config, app.sites, replacements.timing),
  } satisfies ExecutionPorts & LookAgainPorts & { postpone: Postpone };
}

/** Its code is loaded with the first picture. */
const createDraw =
  (functionName: string) =>
  async (request: SketchRequest): Promise<SketchAnswer> => {
    const { drawByLambda } = await import("./draw-by-lambda.ts");
    return drawByLambda(functionName, request);
  };

export type ExecutionApp = ReturnType<typeof createExecutionApp>;
