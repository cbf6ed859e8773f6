import { defaultOf, deploymentSettings, isRequired } from "#src/doctor/deployment-settings.ts";
import { parameterOf } from "#src/doctor/settings.ts";

/** A parameter of a CloudFormation template. */
export interface Parameter {
  Type: "String" | "Number";
  Default: string;
  ConstraintDescription?: string;
  AllowedPattern?: string;
  MinValue?: number;
  MaxValue?: number;
}

/**
 * A parameter for every setting, so that CloudFormation refuses a wrong value in the words of `src/config.ts` whatever way
 * the template reaches it, and tells afterwards what was given.
 * @param given the environment of the deployment
 */
export const stackParameters = (given: Record<string, string | undefined>): Record<string, Parameter> =>
  Object.fromEntries(
    [...deploymentSettings.keys()].map((name) => [
      parameterOf(name),
      parameterFor(name, given[name]?.trim() || defaultOf(name)),
    ]),
  );

function parameterFor(name: string, value: string): Parameter {
  const form = deploymentSettings.get(name)?.form;
  if (!form) return { Type: "String", Default: value };
  const described = { Default: value, ConstraintDescription: `set ${name}: it ${plain(form.must)}` };
  // An optional number has no value that would say that there is none.
  if ("least" in form)
    return defaultOf(name) === ""
      ? { Type: "String", ...described, AllowedPattern: "^$|^[1-9][0-9]*$" }
      : { Type: "Number", ...described, MinValue: form.least, MaxValue: form.most };
  const pattern = isRequired(name) ? form.pattern : `^$|${form.pattern}`;
  return { Type: "String", ...described, AllowedPattern: pattern };
}

/** CloudFormation keeps only ASCII of a description. */
const plain = (words: string): string => words.replaceAll("→", ">");
