import { stat } from "node:fs/promises";
import { type ApplicationApi, createApplicationApi } from "#src/discord/application-api.ts";
import { UserError } from "#src/errors.ts";
import { keepAnswers, readAnswers } from "./kept-answers.ts";

type Environment = Record<string, string | undefined>;

/** Asks the person who starts it; null without a terminal. */
export interface Asking {
  /** @param problemOf what is wrong with an answer, which is then asked for again; null when nothing is */
  text(question: string, suggestion?: string, problemOf?: (answer: string) => string | null): Promise<string>;
  secret(question: string): Promise<string>;
}

interface Options {
  env: Environment;
  /** Where the answers are kept, for this user only. */
  folder: string;
  ask: Asking | null;
}

const DISCORD_API_URL = "https://discord.com/api/v10";

/**
 * The environment of a system that real people use: what is given, what the last answers were, and what is asked now. The
 * rest Discord tells, who knows the application by its bot's token.
 * @throws UserError when something is missing and there is nobody to ask, or Discord refuses the token
 */
export async function liveSettings({ env, folder, ask }: Options): Promise<Environment> {
  const settings: Environment = { DISCORD_API_URL, ...(await readAnswers(folder)), ...given(env) };
  const needed = async (name: string, question: () => Promise<string>) => {
    settings[name] ||= (await question()).trim();
    if (!settings[name]) throw new UserError(`${name} is needed: start again with it.`);
  };
  const questions = ask ?? unanswered;
  await needed("DISCORD_BOT_TOKEN", () =>
    questions.secret("The bot's token (Discord developer portal → Bot → Reset Token):"),
  );
  const application = await applicationOf(settings);
  Object.assign(settings, application.identity);
  await needed("DISCORD_GUILD_IDS", () =>
    questions.text(
      "The ids of the servers that may change the site, separated by commas:",
      application.servers,
    ),
  );
  if (ask && !settings["GITHUB_REPOSITORY"] && !settings["SITE_REPOSITORY"])
    Object.assign(settings, await repositoryFor(await ask.text(REPOSITORY)));
  if (settings["GITHUB_REPOSITORY"] && !settings["GITHUB_APP_ID"])
    await needed("GITHUB_TOKEN", () => questions.secret("A token that may write to that repository:"));
  await needed("PUBLIC_URL", () => questions.text(ADDRESS));
  await keep(folder, settings, env);
  return settings;
}

const REPOSITORY =
  "The site's repository (owner/name on GitHub, or a folder of this machine; leave it empty to try the sample site):";
const ADDRESS =
  "The https address that leads here, such as that of `cloudflared tunnel --url http://127.0.0.1:3000`:";

const WITHOUT_TERMINAL =
  "There is no terminal to ask in: set DISCORD_BOT_TOKEN, DISCORD_GUILD_IDS, PUBLIC_URL, and GITHUB_REPOSITORY with GITHUB_TOKEN, or SITE_REPOSITORY.";

const refuse = (): never => {
  throw new UserError(WITHOUT_TERMINAL);
};
/** Every question where there is no terminal. */
const unanswered: Asking = { text: refuse, secret: refuse };

const given = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));

/** What Discord says of the application that a token belongs to. */
async function applicationOf(settings: Environment) {
  const api = apiOf(settings);
  const [{ id, verify_key }, servers] = await Promise.all([api.about(), api.servers()]);
  return {
    identity: { DISCORD_APPLICATION_ID: id, DISCORD_PUBLIC_KEY: verify_key },
    servers: servers.map((server) => server.id).join(","),
  };
}

export const apiOf = (settings: Environment): ApplicationApi =>
  createApplicationApi({
    apiUrl: settings["DISCORD_API_URL"] ?? DISCORD_API_URL,
    applicationId: settings["DISCORD_APPLICATION_ID"] ?? "",
    botToken: settings["DISCORD_BOT_TOKEN"] ?? "",
  });

async function repositoryFor(answer: string): Promise<Environment> {
  const name = answer.trim();
  if (name === "") return {};
  const isFolder = await stat(name).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? { SITE_REPOSITORY: name } : { GITHUB_REPOSITORY: name };
}

const KEPT = [
  "DISCORD_BOT_TOKEN",
  "DISCORD_GUILD_IDS",
  "GITHUB_REPOSITORY",
  "GITHUB_TOKEN",
  "GITHUB_APP_ID",
  "GITHUB_APP_PRIVATE_KEY",
  "SITE_REPOSITORY",
  "PUBLIC_URL",
];

/** Only answers are kept: what is set in the environment is set again the next time. */
async function keep(folder: string, settings: Environment, env: Environment): Promise<void> {
  const answers = KEPT.filter((name) => !env[name]?.trim());
  await keepAnswers(folder, Object.fromEntries(answers.map((name) => [name, settings[name]])));
}
