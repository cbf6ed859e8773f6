import { Argument, Command, Option } from "commander";
import { runProgram } from "./run-program.ts";
import { blockPerson, listBlocked, unblockPerson } from "./admin/block.ts";
import { erase } from "./admin/erase.ts";
import { exportTable } from "./admin/export.ts";
import { importTable } from "./admin/import.ts";
import { list } from "./admin/list.ts";
import { turnModel } from "./admin/model.ts";
import { listOpen } from "./admin/open.ts";
import { redriveAll } from "./admin/redrive.ts";
import { retry } from "./admin/retry.ts";
import { show } from "./admin/show.ts";
import { listSites, removeSite, setSite, showSite } from "./admin/site.ts";
import { registerWebhooks } from "./admin/webhook.ts";

const program = new Command("npm run admin --")
  .description(
    "Looks after people's conversations and servers' sites in the table, with your own AWS credentials.",
  )
  .option("--stage <stage>", "the deployment to look at: prod, dev, …")
  .option("--region <region>", "of the deployment; without it AWS_REGION, or the profile's")
  .addOption(
    new Option("--local", "look at what `npm start` runs on this machine").conflicts(["stage", "region"]),
  )
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
  .command("open")
  .description("what is open, failed and waiting, in all servers or in one")
  .option("--guild <id>", "Discord server id")
  .option("--json", "JSON instead of a table")
  .action((_, command: Command) => listOpen(command.optsWithGlobals()));

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
  .command("redrive")
  .description("has what `execution` gave up, or never got, tried once more; see docs/operations.md")
  .action((_, command: Command) => redriveAll(command.optsWithGlobals()));

program
  .command("erase")
  .description("deletes everything that is kept of a user's conversations")
  .requiredOption("--user <id>", "Discord user id")
  .option("--yes", "do not ask first")
  .action((_, command: Command) => erase(command.optsWithGlobals()));

program
  .command("export")
  .description("writes everything that is kept to a file, without secrets, to move it to another table")
  .argument("<file>", "where to; one that was begun is gone on with")
  .action((file: string, _, command: Command) => exportTable(file, command.optsWithGlobals()));

program
  .command("import")
  .description("puts what was exported into a table, unless that has something newer")
  .argument("<file>", "that `export` has written")
  .action((file: string, _, command: Command) => importTable(file, command.optsWithGlobals()));

program
  .command("block")
  .description("refuses everything that a person does in a server, and publishes nothing more of theirs")
  .requiredOption("--guild <id>", "Discord server id")
  .requiredOption("--user <id>", "Discord user id")
  .action((_, command: Command) => blockPerson(command.optsWithGlobals()));

program
  .command("unblock")
  .description("lets a person who was blocked go on")
  .requiredOption("--guild <id>", "Discord server id")
  .requiredOption("--user <id>", "Discord user id")
  .action((_, command: Command) => unblockPerson(command.optsWithGlobals()));

program
  .command("blocked")
  .description("who is blocked in a server")
  .requiredOption("--guild <id>", "Discord server id")
  .action((_, command: Command) => listBlocked(command.optsWithGlobals()));

program
  .command("model")
  .description("stops that a model is asked what words mean, or allows it again, at once")
  .addArgument(new Argument("<state>", "of the switch").choices(["on", "off"]))
  .action((state: "on" | "off", _, command: Command) => turnModel(state, command.optsWithGlobals()));

program
  .command("webhook")
  .description("lets GitHub report what becomes of pull requests")
  .command("register")
  .description(
    "makes the webhook of each repository of a deployment, or puts it right; see docs/operations.md",
  )
  .action((_, command: Command) => registerWebhooks(command.optsWithGlobals()));

const site = program.command("site").description("which server has which site, and who may do what there");
const addTo = (id: string, ids: string[] | undefined) => [...(ids ?? []), id];

site
  .command("set")
  .description("stores a server's site in place of the one it had")
  .requiredOption("--guild <id>", "Discord server id, or default for the site of all others")
  .option(
    "--repository <owner/name>",
    "on GitHub, where the bot must be able to open pull requests; beside `npm start` also a folder",
  )
  .option("--base-branch <branch>", "without it, the repository's default branch")
  .option("--config-path <path>", "of ux-agent.json in the repository, when it is not at its top")
  .option("--asker-role <id>", "a role that may ask for changes; without any, everyone", addTo)
  .option("--admin-role <id>", "a role that may administer besides Manage Server", addTo)
  .option("--approver-role <id>", "a role whose members approve what others ask for", addTo)
  .option("--approvals <number>", "how many of them a change needs; without it the owner confirms alone")
  .option("--person-open <number>", "the most requests of one person that are open at a time")
  .option("--person-hourly <number>", "the most requests of one person within an hour")
  .option("--server-open <number>", "the most requests of the server that are open at a time")
  .option("--server-hourly <number>", "the most requests of the server within an hour")
  .option("--log-channel <id>", "a channel of the server in which the bot tells how each request ended")
  .option("--pictures <on|off>", "whether previews show the live page before and after the change")
  .action((_, command: Command) => setSite(command.optsWithGlobals()));

site
  .command("show")
  .description("a server's own site, or the rules of the default")
  .argument("<guild>", "Discord server id, or default")
  .option("--json", "JSON instead of text")
  .action((guild: string, _, command: Command) => showSite(guild, command.optsWithGlobals()));

site
  .command("list")
  .description("every server that has a site of its own")
  .option("--json", "JSON instead of a table, with the default and what can be changed")
  .action((_, command: Command) => listSites(command.optsWithGlobals()));

site
  .command("remove")
  .description("forgets a server's own site; what is under way there fails")
  .argument("<guild>", "Discord server id, or default")
  .action((guild: string, _, command: Command) => removeSite(guild, command.optsWithGlobals()));

void runProgram(program);
