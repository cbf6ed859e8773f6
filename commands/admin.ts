import { styleText } from "node:util";
import { Command, Option } from "commander";
import { UserError } from "#src/errors.ts";
import { erase } from "./admin/erase.ts";
import { list } from "./admin/list.ts";
import { retry } from "./admin/retry.ts";
import { show } from "./admin/show.ts";

const program = new Command("npm run admin --")
  .description("Looks after people's conversations in the table, with your own AWS credentials.")
  .option("--stage <stage>", "the deployment to look at: prod, dev, …")
  .addOption(new Option("--local", "look at what `npm start` runs on this machine").conflicts("stage"))
  .addHelpText(
    "after",
    `
Which table: --stage or --local say it. Without them the environment does (TABLE_NAME, AWS_REGION, AWS_PROFILE,
AWS_ENDPOINT_URL_DYNAMODB, …), and when it says nothing, a running \`npm start\`.

For a pipe, keep npm's own words out of it: npm run --silent admin -- conversations --user 123 --json | jq`,
  );

program
  .command("conversations")
  .description("a user's conversations, live and ended, newest first")
  .requiredOption("--user <id>", "Discord user id")
  .option("--status <status>", "only those with this status")
  .option("--limit <number>", "how many are read, 1 to 100; with --status fewer may be shown", "20")
  .option("--cursor <cursor>", "go on where an earlier page ended")
  .option("--all", "every page")
  .option("--json", "JSON instead of a table")
  .action((_, command: Command) => list(command.optsWithGlobals()));

program
  .command("show")
  .description("one conversation with its time line")
  .argument("<id>", "of the conversation")
  .option("--json", "JSON instead of text")
  .action((id: string, _, command: Command) => show(id, command.optsWithGlobals()));

program
  .command("retry")
  .description("tries a failed conversation again, for its owner")
  .argument("<id>", "of the conversation")
  .action((id: string, _, command: Command) => retry(id, command.optsWithGlobals()));

program
  .command("erase")
  .description("deletes everything that is kept of a user's conversations")
  .requiredOption("--user <id>", "Discord user id")
  .option("--yes", "do not ask first")
  .action((_, command: Command) => erase(command.optsWithGlobals()));

program.parseAsync().catch((error: unknown) => {
  console.error(
    error instanceof UserError ? styleText("red", error.message, { stream: process.stderr }) : error,
  );
  process.exitCode = 1;
});
