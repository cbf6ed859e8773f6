import { settings as ofTheService } from "#src/config.ts";
import { type Setting, matching, number, optional, usually } from "#src/setting.ts";

type Values = Record<string, string | undefined>;
type Value = string | number | string[] | undefined;

/** What has no default: a deployment is refused without it. */
const required = [
  "DISCORD_PUBLIC_KEY",
  "DISCORD_APPLICATION_ID",
  "DISCORD_GUILD_IDS",
  "GITHUB_REPOSITORY",
] as const;

/** What a function reads of a setting that an operator may give. */
const optionals = [
  "GITHUB_BASE_BRANCH",
  "CONVERSATION_TTL_SECONDS",
  "APPROVAL_TTL_SECONDS",
  "RECORD_RETENTION_DAYS",
  "PERSON_OPEN_LIMIT",
  "PERSON_HOURLY_LIMIT",
  "SERVER_OPEN_LIMIT",
  "SERVER_HOURLY_LIMIT",
  "MODEL_ID",
  "MODEL_DAILY_LIMIT",
  "DISCORD_API_URL",
  "GITHUB_API_URL",
] as const;

/** What only the deployment itself needs. */
const ofTheDeployment = {
  MODEL_ARNS: optional(
    matching(
      /^arn:[^,\s*]+(,arn:[^,\s*]+)*$/,
      "must be the ARNs of the inference profile and of each model behind it, separated by commas and without *",
    ),
  ),
  ALARM_EMAIL: optional(matching(/^[^@\s]+@[^@\s]+$/, "must be an e-mail address")),
  EXECUTION_CONCURRENCY: usually(5, number("must be a whole number of tasks from 2 to 1000", 2, 1000)),
  REQUESTS_PER_SECOND: usually(50, number("must be a whole number of requests from 1 to 10000", 1, 10_000)),
  PICTURES: usually<string>("yes", matching(/^(yes|no)$/, "must be yes or no")),
  LIVE_PICTURES: usually<string>("no", matching(/^(yes|no)$/, "must be yes or no")),
  TRACING: usually<string>(
    "PassThrough",
    matching(/^(Active|PassThrough)$/, "must be Active, or PassThrough for none"),
  ),
  MONTHLY_BUDGET: optional(number("must be a whole number of US dollars from 1 to 1000000", 1, 1_000_000)),
} satisfies Record<string, Setting<Value>>;

const picked = (names: readonly (keyof typeof ofTheService)[]): [string, Setting<Value>][] =>
  names.map((name) => [name, ofTheService[name]]);

/** Every setting that a deployment takes, by its name in `.env.<stage>`: the patterns are those of `src/config.ts`. */
export const deploymentSettings: ReadonlyMap<string, Setting<Value>> = new Map([
  ...picked(required),
  ...picked(optionals),
  ...Object.entries(ofTheDeployment),
]);

export const isRequired = (name: string): boolean => required.some((one) => one === name);

/** What counts where a setting is not given; nothing for one that is then left out. */
export const defaultOf = (name: string): string => String(deploymentSettings.get(name)?.unset ?? "");

/** Each setting that is missing or wrong, in a sentence that begins with its name. A value is never repeated. */
export function settingProblems(given: Values): string[] {
  const wrong = [...deploymentSettings.keys()].flatMap(
    (name) => settingProblem(name, given[name] ?? "") ?? [],
  );
  if (wrong.length > 0) return wrong;
  const alone = given["MONTHLY_BUDGET"]?.trim() && !given["ALARM_EMAIL"]?.trim();
  return alone ? ["MONTHLY_BUDGET needs ALARM_EMAIL: the address that is told of the costs."] : [];
}

/** What is wrong with a value, in a sentence that begins with the setting's name; null when nothing is. */
export function settingProblem(name: string, value: string): string | null {
  const written = value.trim();
  if (written === "") return isRequired(name) ? `${name} is required: it ${mustOf(name)}.` : null;
  const result = deploymentSettings.get(name)?.read(written);
  return result && "problem" in result ? `${name} ${result.problem}.` : null;
}

/** The settings without which a deployment is refused, as far as they are not given. */
export const missingSettings = (given: Values): string[] => required.filter((name) => !given[name]?.trim());

/** What a value has to be, in words that begin with “must”. */
export const mustOf = (name: string): string => deploymentSettings.get(name)?.form?.must ?? "";

/** A setting whose value would be another one than now. */
export interface SettingChange {
  name: string;
  was: string;
  now: string;
  /** Whether it was left out of what is given: an empty value says that on purpose, a missing one may be forgotten. */
  forgotten: boolean;
}

/** A value as it is told: nothing is told as such. */
export const shownValue = (value: string): string => value || "not set";

/** A change in one line. */
export const changeText = ({ name, was, now }: SettingChange): string =>
  `${name}: ${shownValue(was)} → ${shownValue(now)}`;

/** How what is given differs from what runs; both with their defaults. */
export function settingChanges(given: Values, running: Values): SettingChange[] {
  return [...deploymentSettings.keys()].flatMap((name) => {
    const [was, now] = [effective(running[name], name), effective(given[name], name)];
    return was === now ? [] : [{ name, was, now, forgotten: given[name] === undefined }];
  });
}

const effective = (value: string | undefined, name: string): string => value?.trim() || defaultOf(name);
