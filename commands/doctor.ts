import { styleText } from "node:util";
import { Command } from "commander";
import { runProgram } from "./run-program.ts";
import { type Check, type Finding, examine, isHealthy } from "#src/doctor/check.ts";
import { awsOptions, withAws } from "./aws.ts";
import { checksOfDeployment } from "./doctor/deployment.ts";
import { checksOfThisMachine } from "./doctor/this-machine.ts";

interface Options {
  stage?: string;
  region?: string | undefined;
  guild?: string | undefined;
  json?: true;
}

const program = new Command("npm run doctor --")
  .description(
    "Looks at everything that ux-agent needs, and says of what is wrong what to do. It changes nothing.",
  )
  .option("--stage <stage>", "a deployment: prod, dev, …; without it, what `npm start` runs on this machine")
  .option("--region <region>", "of the deployment; without it AWS_REGION, or the profile's")
  .option("--guild <id>", "the server that the slash commands were registered in, when not everywhere")
  .option("--json", "JSON instead of lines")
  .addHelpText(
    "after",
    `
A deployment is looked at with your own AWS credentials (AWS_PROFILE), which must be allowed to read all of it, its
secrets included. The exit code is 0 when nothing is wrong, 1 when something is, and 2 when it could not be looked at.`,
  )
  .action(doctor);

program.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));

void runProgram(program, 2);

async function doctor({ stage, region, guild, json }: Options): Promise<void> {
  const [place, checks] = await (stage === undefined
    ? checksOfThisMachine({ guild })
    : ofDeployment(stage, { region, guild }));
  const findings = await report(checks, { place, json: json === true });
  process.exitCode = isHealthy(findings) ? 0 : 1;
}

async function ofDeployment(
  stage: string,
  { region, guild }: Pick<Options, "region" | "guild">,
): Promise<[string, Check[]]> {
  const options = await awsOptions({ stage, region });
  const checks = await withAws(options, () => checksOfDeployment({ stage, region, guild }, options));
  return [`Stage ${stage} in ${options.region}`, checks];
}

async function report(
  checks: Check[],
  { place, json }: { place: string; json: boolean },
): Promise<Finding[]> {
  if (!json) console.log(styleText("bold", place));
  const findings = await examine(checks, json ? () => {} : (finding) => console.log(lineOf(finding)));
  const problems = findings.filter(({ state }) => state === "problem").length;
  if (json) console.log(JSON.stringify({ place, healthy: problems === 0, findings }, null, 2));
  else console.log(problems === 0 ? styleText("green", "All is well.") : styleText("red", summary(problems)));
  return findings;
}

const summary = (problems: number): string =>
  problems === 1 ? "One thing is wrong." : `${problems} things are wrong.`;

function lineOf(finding: Finding): string {
  const { check, says } = finding;
  switch (finding.state) {
    case "ok":
      return `${styleText("green", "✓")} ${check}: ${says}`;
    case "skipped":
      return styleText("dim", `– ${check}: ${says}`);
    case "problem":
      return `${styleText("red", `✗ ${check}: ${says}`)}\n    → ${finding.remedy}`;
  }
}
