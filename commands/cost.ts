import { Command, InvalidArgumentError } from "commander";
import { runProgram } from "./run-program.ts";
import { deployment } from "#deploy/cost/deployment.ts";
import { type Cost, monthlyCost, monthlyCostAfterFree, totalOf } from "#deploy/cost/monthly-cost.ts";
import { drawingCostOfThousand } from "#deploy/cost/drawing-cost.ts";
import { modelCostOfThousand } from "#deploy/cost/model-cost.ts";
import { strangersCost } from "#deploy/cost/strangers-cost.ts";
import { defaultOf } from "#src/doctor/deployment-settings.ts";
import { type Inputs, readInputs } from "#deploy/cost/read-inputs.ts";

/** As many as the API takes, unless a deployment says otherwise. */
const STRANGERS = Number(defaultOf("REQUESTS_PER_SECOND"));

function show(counts: number[], inputs: Inputs): void {
  const costs = counts.map((count) => monthlyCost(count, deployment, inputs));
  const totals = costs.map(totalOf);
  const each = totals.map((total, at) => (total / (counts[at] ?? 1)) * 1000);
  const after = counts.map((count) => totalOf(monthlyCostAfterFree(count, deployment, inputs)));
  print(`US dollars a month in ${inputs.region}, list prices of ${inputs.date}`, []);
  print(
    "conversations a month",
    counts.map((count) => count.toLocaleString("en")),
  );
  for (const what of Object.keys(costs[0] ?? {}))
    print(
      what,
      costs.map((cost) => dollars(cost[what])),
    );
  print("in all", totals.map(dollars));
  print("for 1,000 conversations", each.map(dollars));
  print("in all, after what is always free", after.map(dollars));
  const strangers = totalOf(strangersCost(STRANGERS, deployment, inputs));
  print(`${STRANGERS} unsigned requests a second`, [dollars(strangers)]);
  print("1,000 requests a model reads, more", [dollars(modelCostOfThousand(inputs))]);
  print("and each waits, in seconds", [dollars(inputs.assumptions.modelMilliseconds / 1000)]);
  print("1,000 pictures of the live page", [dollars(drawingCostOfThousand(inputs))]);
}

const dollars = (amount: Cost[string] = 0): string =>
  amount.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const print = (what: string, cells: string[]): void =>
  console.log([what.padEnd(34), ...cells.map((cell) => cell.padStart(12))].join(""));

function numbersIn(text: string): number[] {
  const numbers = text.split(",").map((each) => Number(each.trim() || "none"));
  if (numbers.some((each) => !Number.isInteger(each) || each < 1))
    throw new InvalidArgumentError("They must be whole numbers from 1 on, with commas between them.");
  return numbers;
}

const program = new Command("npm run cost --")
  .description(
    "What ux-agent costs a month in AWS: what a conversation uses (measured), times prices (inputs).",
  )
  .option("--inputs <file>", "JSON with prices and assumptions in place of those of deploy/cost/inputs.json")
  .option(
    "--conversations <numbers>",
    "how many a month, with commas between them",
    numbersIn,
    [1000, 100_000, 10_000_000],
  )
  .action(async (options: { inputs?: string; conversations: number[] }) =>
    show(options.conversations, await readInputs(options.inputs)),
  );

await runProgram(program);
