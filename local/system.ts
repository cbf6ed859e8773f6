import { appendFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { openPlayground } from "#playground/open-playground.ts";
import { readConfig, type Config } from "#src/config.ts";
import { UserError } from "#src/errors.ts";
import { bundleFunctions } from "./bundle-functions.ts";
import type { Cleanup } from "#stand-ins/processes/cleanup.ts";
import { openDatabase, type Database } from "#stand-ins/aws/database.ts";
import { placeOf } from "#stand-ins/aws/dead-letters.ts";
import { DISCORD_PATH, DiscordStandIn } from "#stand-ins/discord/discord-stand-in.ts";
import type { Expiry } from "#stand-ins/aws/expiry.ts";
import { startFrontServer, type FrontServer } from "./front-server.ts";
import { Outage } from "#stand-ins/aws/outage.ts";
import { invokeWithRecords } from "#stand-ins/aws/invoke.ts";
import { openModel } from "./open-model.ts";
import { openLocalQueue } from "./local-queue.ts";
import { keepFunctions, type KeptFunctions } from "./kept-functions.ts";
import { checkRepository, ensureSampleSite } from "./sample-site.ts";
import { seedCatalogue } from "./seed-catalogue.ts";
import { type EventSources, readEventSources } from "#stand-ins/aws/service-file.ts";
import { keepSession, refuseSecond, type Session } from "./session.ts";
import { generateKeyPair } from "#stand-ins/discord/signing-key.ts";
import { logFile, prepareFolder } from "./state-folder.ts";
import { Bell } from "#stand-ins/aws/bell.ts";
import { followStream } from "#stand-ins/aws/stream.ts";
import { warmUp } from "./warm-up.ts";

/** Any number will do while no real Discord checks it. */
const APPLICATION_ID = "1000000000000000001";

const BETWEEN_SWEEPS_MS = 5_000;

type DiscordSession = Pick<Session, "applicationId" | "signingKey" | "standIn">;

type Environment = Record<string, string | undefined>;

interface Options {
  env: Environment;
  /** The folder for everything that is written, relative to the project, which is the working directory. */
  folder: string;
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
  const standIn = new DiscordStandIn();
  const written = new Bell();
  const front = await startFrontServer(config.PORT, standIn, () => written.ring());
  cleanup.add(front.stop);
  const [database, repository] = await cleanup.together([
    startDatabase(config, options),
    siteRepository(config, folder),
  ]);
  const discord = discordSide(config, options, front.url);
  const [model, sources] = await Promise.all([openModel(options), readEventSources()]);
  const queue = await openLocalQueue({ sources, cleanup, giveUp: (task) => void giveUp(options, 1, task) });
  const settings = {
    ...database.env,
    ...discord.env,
    ...model.env,
    QUEUE_URL: queue.url,
    ...(repository ? { SITE_REPOSITORY: repository } : {}),
    ...roomyLimits(env),
  };
  const [functions] = await cleanup.together([
    serveFunctions(options, front, { port: config.PORT, settings, session: discord.session }),
    seedCatalogue(readConfig([], { ...env, ...settings }), database.client, options),
  ]);
  const stream = new Outage();
  const urlOf = (name: "dispatch" | "execution") => () => invokeUrl(functions, sources[name]);
  await follow(config, { database, dispatch: urlOf("dispatch"), sources, stream, written }, options);
  queue.work(urlOf("execution"));
  await checkAnswers(front.url, folder);
  openPlayground({
    ...discord.session,
    front,
    discord: standIn,
    repository,
    table: config.TABLE_NAME,
    client: database.client,
    faults: { crash: functions.crash, stream },
  });
  await keepSession(options, {
    url: front.url,
    siteRepository: repository,
    database: { table: config.TABLE_NAME, env: database.env },
    ...discord.session,
  });
  return front.url;
}

/** Where Lambda's Invoke finds a function now. */
const invokeUrl = (functions: KeptFunctions, { functionName }: { functionName: string }): string =>
  `${functions.invokeUrl()}/2015-03-31/functions/${functionName}/invocations`;

/** One developer plays everyone here, so limits only apply when they are set. */
const roomyLimits = (env: Options["env"]): Record<string, string> =>
  Object.fromEntries(
    ["PERSON_OPEN_LIMIT", "PERSON_HOURLY_LIMIT", "SERVER_OPEN_LIMIT", "SERVER_HOURLY_LIMIT"]
      .filter((name) => !env[name]?.trim())
      .map((name) => [name, "1000"]),
  );

async function startDatabase(config: Config, { env, cleanup }: Options): Promise<Database> {
  const database = await openDatabase({
    table: config.TABLE_NAME,
    endpoint: config.AWS_ENDPOINT_URL_DYNAMODB,
    region: env["AWS_REGION"] ?? "us-east-1",
  });
  cleanup.add(database.stop);
  if (database.expiry) sweepRegularly(database.expiry, cleanup);
  return database;
}

/** The next sweep makes up for one that fails. */
function sweepRegularly(expiry: Expiry, cleanup: Cleanup): void {
  const timer = setInterval(() => void expiry.sweep(new Date()).catch(() => undefined), BETWEEN_SWEEPS_MS);
  cleanup.add(async () => clearInterval(timer));
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

interface Followed {
  database: Database;
  /** Where the function is invoked. */
  dispatch: () => string;
  sources: EventSources;
  stream: Outage;
  written: Bell;
}

async function follow(
  config: Config,
  { database, dispatch, sources, stream, written }: Followed,
  options: Options,
): Promise<void> {
  const end = new AbortController();
  // The embedded engine forgot its data when it ended, so its dead letters mean nothing; a configured database still has its own.
  if (database.expiry) await rm(deadLettersIn(options), { force: true });
  const following = followStream({
    client: database.streams,
    table: config.TABLE_NAME,
    event: sources.dispatch.event,
    invoke: async (batch) => {
      await stream.over(end.signal);
      return invokeWithRecords(dispatch(), batch, end.signal);
    },
    giveUp: (batch, why) => giveUp(options, batch.length, placeOf(batch, why)),
    complete: (record) => database.expiry?.attribute(record) ?? record,
    // A configured database allows five reads in a second.
    written: database.expiry ? written : undefined,
    signal: end.signal,
  }).catch((error: unknown) => {
    if (!end.signal.aborted)
      options.broken(new UserError("The table's stream cannot be followed.", { cause: error }));
  });
  options.cleanup.add(() => {
    end.abort();
    return following;
  });
}

const deadLettersIn = ({ folder }: Options): string => join(folder, "dead-letters.jsonl");

/** Appends an event that could not be handled to a file, one a line, as a deployment's dead-letter queues keep them. */
async function giveUp(options: Options, count: number, letter: string): Promise<void> {
  const file = deadLettersIn(options);
  options.tell(`${count} event(s) could not be handled; see ${file} and ${logFile(options.folder)}.`);
  await appendFile(file, `${letter}\n`);
}

/** Only the loaded function can refuse an unsigned request, so HTTP 401 proves that it works. */
async function checkAnswers(url: string, folder: string): Promise<void> {
  const { status } = await fetch(`${url}/interactions`, { method: "POST", body: "{}" });
  if (status !== 401)
    throw new UserError(`The functions do not work (HTTP ${status}); see ${logFile(folder)}.`);
}
