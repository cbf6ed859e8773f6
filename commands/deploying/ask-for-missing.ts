import { addToStageFile } from "#deploy/stage/stage-file.ts";
import type { Asking } from "#local/live/live-settings.ts";
import { missingSettings, mustOf, settingProblem } from "#src/doctor/deployment-settings.ts";

type Environment = Record<string, string | undefined>;

interface Missing {
  stage: string;
  /** What is given; the answers are added to it. */
  env: Environment;
  ask: Pick<Asking, "text">;
  folder?: string;
}

/**
 * Asks for each setting that a deployment cannot do without and that is given nowhere, and writes the answers into the
 * stage's file once there is one for each. None of these settings is secret.
 * @returns the file's name; null when nothing was missing
 */
export async function askForMissing({ stage, env, ask, folder }: Missing): Promise<string | null> {
  const missing = missingSettings(env);
  if (missing.length === 0) return null;
  const answers: Record<string, string> = {};
  for (const name of missing) {
    const answer = await ask.text(`${name} is missing. It ${mustOf(name)}:`, "", (given) =>
      settingProblem(name, given),
    );
    answers[name] = answer.trim();
  }
  const file = await addToStageFile(stage, answers, folder);
  Object.assign(env, answers);
  return file;
}
