import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { openPlayground } from "#playground/open-playground.ts";
import { readConfig, type Config } from "#src/config.ts";
import { UserError } from "#src/errors.ts";
import { hasChromium } from "#src/sketch/find-chromium.ts";
import { bundleFunctions } from "./bundle-functions.ts";
import type { Cleanup } from "#stand-ins/processes/cleanup.ts";
import { DISCORD_PATH, DiscordStandIn } from "#stand-ins/discord/discord-stand-in.ts";
import { startFrontServer, type FrontServer } from "./front-server.ts";
import { Outage } from "#stand-ins/aws/outage.ts";
import { openModel } from "./open-model.ts";
import { openLocalQueue } from "./local-queue.ts";
import { keepFunctions, type KeptFunctions } from "./kept-functions.ts";
import { lookDaily } from "./look-daily.ts";
import { checkRepository, ensureSampleSite } from "./sample-site.ts";
import { seedCatalogue } from "./seed-catalogue.ts";
import { readEventSources } from "#stand-ins/aws/service-file.ts";
import { keepSession, refuseSecond, type Session } from "./session.ts";
import { generateKeyPair } from "#stand-ins/discord/signing-key.ts";
import { giveUp } from "./give-up.ts";
import { openLocalDatabase } from "./local-database.ts";
import { followLocally } from "./local-stream.ts";
import { logFile, openState, prepareFolder } from "./state-folder.ts";
import { Bell } from "#stand-ins/aws/bell.ts";
import { warmUp } from "./warm-up.ts";

/** Any number will do while no real Discord checks it. */
const APPLICATION_ID = "1000000000000000001";

const LIMITS = ["PERSON_OPEN_LIMIT", "PERSON_HOURLY_LIMIT", "SERVER_OPEN_LIMIT", "SERVER_HOURLY_LIMIT"];

/** As `serverless.yml` calls the function that draws, run here. */
const PICTURES = "ux-agent-local-pictures";

type DiscordSession = Pick<Session, "applicationId" | "signingKey" | "standIn">;

type Environment = Record<string, string | undefined>;

interface Options {
  env: Environment;
  /** The folder for everything that is written, relative to the project, which is the working directory. */
  folder: string;
  /** Whether what the last run in this folder kept is forgotten; the site's repository stays. */
  fresh?: boolean;
  cleanup: Cleanup;
  /** Called with a sentence for the person who started it. */
  tell: (sentence: string) => void;
  /** Called when a part ends unexpectedly. */
  broken: (error: Error) => void;
}

/**
 * Starts all of ux-agent on this machine: every part that the environment does not replace with a real one.
 * @returns its address, once every part answers
 * @throws UserError when something is missing; `cleanup` stops the parts that have started by then
 */
export async function startSystem(options: Options): Promise<string> {
  const { env, folder, cleanup } = options;
  const config = readConfig([], env);
  await refuseSecond(folder);
  await prepareFolder(folder);
  const { state, standIn, written, front } = await openFront(config, options);
  const kept = { ...options, state };
  const [database, repository] = await cleanup.together([
    openLocalDatabase(config, kept),
    siteRepository(config, folder),
  ]);
  const discord = discordSide(config, options, front.url);
  const [model, sources] = await Promise.all([openModel(options), readEventSources()]);
  const queue = await openLocalQueue({ ...kept, sources, giveUp: (task) => void giveUp(options, 1, task) });
  const settings = {
    ...database.env,
    ...discord.env,
    ...model.env,
    QUEUE_URL: queue.url,
    ...(await siteSettings(config, repository, front)),
    ...roomyLimits(env),
  };
  const [functions] = await cleanup.together([
    serveFunctions(options, front, { port: config.PORT, settings, session: discord.session }),
    seedCatalogue(readConfig([], { ...env, ...settings }), database.client, options),
  ]);
  const stream = new Outage();
  const urlOf = (name: "dispatch" | "execution") => () => invokeUrl(functions, sources[name]);
  const table = config.TABLE_NAME;
  followLocally({ table, database, dispatch: urlOf("dispatch"), sources, stream, written }, kept);
  queue.work(urlOf("execution"));
  await checkAnswers(front.url, folder);
  if (config.GITHUB_TOKEN || config.GITHUB_APP_ID) lookDaily(urlOf("execution"), cleanup);
  openPlayground({
    ...discord.session,
    front,
    discord: standIn,
    repository,
    table,
    client: database.client,
    faults: { crash: functions.crash, stream },
  });
  await keepSession(options, {
    url: front.url,
    siteRepository: repository,
    database: { table, env: database.env },
    ...discord.session,
  });
  return front.url;
}

/** What the last run kept, and the address that everything is at. */
async function openFront({ PORT }: Config, { folder, fresh = false, cleanup }: Options) {
  const state = await openState(folder, { fresh });
  cleanup.add(async () => state.keep.close());
  const standIn = new DiscordStandIn(Date.now, { keep: state.keep });
  const written = new Bell();
  const front = await startFrontServer(PORT, standIn, () => written.ring());
  cleanup.add(front.stop);
  return { state, standIn, written, front };
}

/** Where Lambda's Invoke finds a function now. */
const invokeUrl = (functions: KeptFunctions, { functionName }: { functionName: string }): string =>
  `${functions.invokeUrl()}/2015-03-31/functions/${functionName}/invocations`;

/** One developer plays everyone where Discord is ours, so limits only apply there when they are set. */
const roomyLimits = (env: Options["env"]): Record<string, string> =>
  Object.fromEntries(
    (env["DISCORD_PUBLIC_KEY"]?.trim() ? [] : LIMITS)
      .filter((name) => !env[name]?.trim())
      .map((name) => [name, "1000"]),
  );

/** Previews show the live page where this machine has a Chromium; the page of a site that is only here is the playground's. */
async function siteSettings(
  { CHROMIUM }: Config,
  repository: string | null,
  { url }: FrontServer,
): Promise<Record<string, string>> {
  return {
    ...(repository === null
      ? {}
      : { SITE_REPOSITORY: repository, LOCAL_PAGE_URL: `${url}/playground/pages/base` }),
    ...((await hasChromium(CHROMIUM)) ? { PICTURES_FUNCTION: PICTURES } : {}),
  };
}

/** The local repository to publish to: the configured one, or else the sample site; null when publishing to GitHub. */
async function siteRepository(config: Config, folder: string): Promise<string | null> {
  if (config.GITHUB_REPOSITORY) return null;
  const repository = resolve(config.SITE_REPOSITORY ?? join(folder, "site"));
  await (config.SITE_REPOSITORY ? checkRepository(repository) : ensureSampleSite(repository));
  return repository;
}

/** A key pair and a REST API that stand in for Discord's, unless real ones are configured. */
function discordSide(config: Config, { env, tell }: Options, frontUrl: string) {
  const keys = config.DISCORD_PUBLIC_KEY ? null : generateKeyPair();
  const standIn = !env["DISCORD_API_URL"]?.trim();
  const applicationId = config.DISCORD_APPLICATION_ID ?? APPLICATION_ID;
  if (!keys && standIn)
    tell(
      "Messages go to a stand-in for Discord; for the real one also set DISCORD_API_URL=https://discord.com/api/v10.",
    );
  return {
    env: {
      DISCORD_APPLICATION_ID: applicationId,
      ...(keys ? { DISCORD_PUBLIC_KEY: keys.publicKey } : {}),
      ...(standIn
        ? { DISCORD_API_URL: frontUrl + DISCORD_PATH, DISCORD_BOT_TOKEN: config.DISCORD_BOT_TOKEN ?? "local" }
        : {}),
    },
    session: { applicationId, signingKey: keys?.privateKey ?? null, standIn },
  };
}

async function serveFunctions(
  { env, folder, cleanup, broken }: Options,
  front: FrontServer,
  { port, settings, session }: { port: number; settings: Record<string, string>; session: DiscordSession },
): Promise<KeptFunctions> {
  const buildFolder = join(folder, `build-${port}`);
  cleanup.add(() => rm(buildFolder, { recursive: true, force: true }));
  const functions = await bundleFunctions(buildFolder);
  return keepFunctions({
    env: { ...env, ...settings },
    functions,
    logFile: logFile(folder),
    front,
    cleanup,
    warmUp: (functions) => warmUp(functions, session),
    lost: () => broken(new UserError(`The functions have ended; see ${logFile(folder)}.`)),
  });
}

/** Only the loaded function can refuse an unsigned request, so HTTP 401 proves that it works. */
async function checkAnswers(url: string, folder: string): Promise<void> {
  const { status } = await fetch(`${url}/interactions`, { method: "POST", body: "{}" });
  if (status !== 401)
    throw new UserError(`The functions do not work (HTTP ${status}); see ${logFile(folder)}.`);
}
