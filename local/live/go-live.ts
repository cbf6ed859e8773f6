import { planCommands } from "#src/discord/command-plan.ts";
import { commandDefinitions } from "#src/discord/command-definitions.ts";
import type { ApplicationApi } from "#src/discord/application-api.ts";
import { UserError } from "#src/errors.ts";

const PATIENCE_MS = 10_000;

interface Options {
  api: Pick<ApplicationApi, "commands" | "carryOut" | "setEndpoint">;
  /** Where this system answers on this machine. */
  url: string;
  /** Where the internet finds it. */
  publicUrl: string;
  tell: (sentence: string) => void;
}

/**
 * Lets a Discord application send its interactions here: registers the commands, checks that the address leads here, and
 * tells Discord, which tries the address before it takes it.
 * @throws UserError in one sentence that says what to do
 */
export async function goLive({ api, url, publicUrl, tell }: Options): Promise<void> {
  await checkAddress(publicUrl, url);
  tell(`✔ ${publicUrl} leads here.`);
  const plan = planCommands(commandDefinitions, await api.commands(), { prune: false, inGuild: false });
  for (const step of plan) await api.carryOut(step);
  tell("✔ The slash commands are registered.");
  await api.setEndpoint(endpointOf(publicUrl));
  tell("✔ Discord has tried the address, and sends every interaction there from now on.");
}

const endpointOf = (url: string): string => new URL("/interactions", url).href;

/** Only the loaded function refuses what is not signed, with HTTP 401: what lies between must let that through. */
async function checkAddress(publicUrl: string, url: string): Promise<void> {
  if (!URL.canParse(publicUrl) || new URL(publicUrl).protocol !== "https:")
    throw new UserError("PUBLIC_URL must begin with https://: Discord takes no other address.");
  const answer = await fetch(endpointOf(publicUrl), {
    method: "POST",
    body: "{}",
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch((cause: unknown) => {
    throw new UserError(`${publicUrl} does not answer: let the tunnel lead to ${url}.`, { cause });
  });
  await answer.body?.cancel();
  if (answer.status !== 401)
    throw new UserError(
      `${publicUrl} answers ${answer.status} and does not lead here: let the tunnel lead to ${url}, without a page or a sign-in in between.`,
    );
}
