import { type Check, ok, problem, skipped, type Verdict } from "./check.ts";
import {
  type SettingChange,
  deploymentSettings,
  shownValue,
  isRequired,
  settingChanges,
  settingProblems,
} from "./deployment-settings.ts";
import type { Deployment } from "./deployment.ts";
import { type Deployed, environmentOf } from "./functions.ts";

/** `DISCORD_PUBLIC_KEY` is the template's parameter `DiscordPublicKey`. */
export const parameterOf = (setting: string): string =>
  setting
    .toLowerCase()
    .split("_")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");

/** The settings of a stage as it runs: the functions have most of them, and the stack the others. */
export function runningSettings(
  functions: Pick<Deployed, "interactions" | "dispatch" | "execution">,
  { parameters }: Pick<Deployment, "parameters">,
): Record<string, string | undefined> {
  const { interactions, dispatch, execution } = functions;
  const environment = Object.assign({}, ...[interactions, dispatch, execution].map(environmentOf));
  return Object.fromEntries(
    [...deploymentSettings.keys()].map((name) => [name, environment[name] ?? parameters[parameterOf(name)]]),
  );
}

/** What is written down for a stage. */
export interface Written {
  /** The file's name. */
  name: string;
  values: Record<string, string>;
}

interface Settings {
  stage: string;
  /** Null: nothing is written down here. */
  written: Written | null;
  /** Null: the functions are not all there. */
  running: Record<string, string | undefined> | null;
}

/** Whether what runs is what is written down for the stage. */
export const settingsCheck = (settings: Settings): Check => ({
  name: "settings",
  look: async () => settingsVerdict(settings),
});

function settingsVerdict({ stage, written, running }: Settings): Verdict {
  if (!written) return skipped(`There is no .env.${stage} here to compare them with.`);
  if (!running) return skipped("The functions are not there to compare with.");
  const wrong = settingProblems(written.values);
  if (wrong.length > 0)
    return problem(
      `${written.name}: ${wrong.join(" ")}`,
      `Correct it in ${written.name}, then: ${deploy(stage)}`,
    );
  const changes = settingChanges(written.values, running);
  if (changes.length === 0) return ok(`What runs is what ${written.name} says.`);
  return problem(
    changes.map((change) => differs(change, written.name)).join(" "),
    `Correct ${written.name} if what runs is right; else: ${deploy(stage)}`,
  );
}

const differs = ({ name, was, now, forgotten }: SettingChange, file: string): string =>
  forgotten
    ? `${name} is ${was}, and ${file} does not name it.`
    : `${name} is ${shownValue(was)}, and ${shownValue(now)} in ${file}.`;

const deploy = (stage: string): string => `npm run deploy -- --stage ${stage}`;

/**
 * Why a deployment may not go on: a value that runs and is no longer named, in a sentence each.
 * @param file where it belongs
 */
export const forgottenSettings = (changes: SettingChange[], file: string): string[] =>
  changes
    .filter(({ forgotten }) => forgotten)
    .map(
      ({ name, was }) =>
        `${name} is ${was} in what runs, and nothing names it now: write it into ${file}${isRequired(name) ? "" : `, or \`${name}=\` if it is to go`}.`,
    );
