import { styleText } from "node:util";
import { Command, InvalidArgumentError } from "commander";
import { UserError } from "#src/errors.ts";
import { askToConfirm } from "./demo/ask-to-confirm.ts";
import type { Message } from "#stand-ins/discord/messages.ts";
import { pressButton, useCommand, type Person, type Seen, type Service } from "#stand-ins/discord/member.ts";
import { findPublished } from "./demo/published-commit.ts";
import { buttonFor, diffIn, settledMessage } from "#stand-ins/discord/read-message.ts";
import { runProgram } from "./run-program.ts";
import { runningSession, type Session } from "#local/session.ts";
import { markdown, shownMessage } from "./demo/show-message.ts";
import { Spinner } from "#local/spinner.ts";

interface Options {
  command?: string;
  description?: string;
  user: string;
  cancel?: true;
  yes?: true;
}

const DEFAULT_COMMAND = 'section:header text:"Welcome" color:"#FF0080"';

const program = new Command("npm run demo --")
  .description(
    "Plays Discord for a running `npm start`: sends /ux-update, shows the preview, confirms, shows the commit.",
  )
  .option("--command <text>", `what to change, e.g. ${DEFAULT_COMMAND}`)
  .option("--description <words>", "what to change, in your own words")
  .option("--user <name>", "who asks", nameOf, "Ada")
  .option("--cancel", "press Cancel instead of Confirm")
  .option("--yes", "press Confirm without asking")
  .action(run);

void runProgram(program);

function nameOf(value: string): string {
  if (!value.trim()) throw new InvalidArgumentError("It must be a name.");
  return value.trim();
}

async function run(options: Options): Promise<void> {
  const session = await openSession();
  const member = { service: signer(session), person: { id: idOf(options.user), name: options.user } };
  const preview = await ask(member, requestOf(options));
  const [confirm, cancel] = [buttonFor(preview, "confirm"), buttonFor(preview, "cancel")];
  if (!confirm || !cancel) throw new UserError("There is nothing to confirm, so the demo ends here.");
  const confirmed = await decide(options);
  const after = await press(member, preview, confirmed ? confirm : cancel);
  console.log(`\n${shownMessage(after)}`);
  if (confirmed) await showCommit(session, preview, confirm);
}

async function openSession(): Promise<Session> {
  const session = await runningSession();
  if (!session)
    throw new UserError("ux-agent does not run here: start it with `npm start` in another terminal.");
  if (!session.standIn)
    throw new UserError(
      "`npm start` was given DISCORD_API_URL, so messages go there and the demo cannot read them.",
    );
  return session;
}

function signer({ url, applicationId, signingKey }: Session): Service {
  if (!signingKey)
    throw new UserError(
      "`npm start` was given DISCORD_PUBLIC_KEY, and the demo does not have the key that signs for it.",
    );
  return { url, applicationId, signingKey };
}

const requestOf = ({ command, description }: Options): Record<string, string> => ({
  ...(description ? { description } : {}),
  ...(command || !description ? { command: command ?? DEFAULT_COMMAND } : {}),
});

/** The id of a person, derived from the name: another name is another person. */
const idOf = (name: string): string =>
  String(Buffer.from(name).reduce((id, byte) => (id * 257n + BigInt(byte)) % 10n ** 17n, 7n) + 10n ** 17n);

/** The person that the demo plays, and the service that gets their interactions. */
interface Member {
  service: Service;
  person: Person;
}

async function ask({ service, person }: Member, options: Record<string, string>): Promise<Message> {
  const typed = Object.entries(options).map(([name, value]) => `${name}: ${value}`);
  console.log(`${styleText("bold", person.name)}: /ux-update ${typed.join(" ")}\n`);
  const seen = await useCommand(service, person, { name: "ux-update", options });
  const preview = await watched("Preparing a preview…", service, seen);
  console.log(shownMessage(preview));
  return preview;
}

async function press({ service, person }: Member, message: Message, customId: string): Promise<Message> {
  console.log(
    `\n${styleText("bold", person.name)} presses ${customId.startsWith("confirm") ? "Confirm" : "Cancel"}.`,
  );
  const seen = await pressButton(service, person, { message, customId });
  return watched("Publishing…", service, seen);
}

async function watched(text: string, service: Service, seen: Seen): Promise<Message> {
  if (seen.kind === "only you") throw new UserError(markdown(seen.content));
  const spinner = new Spinner(text);
  try {
    return await settledMessage(service, seen.token);
  } finally {
    spinner.stop();
  }
}

async function decide({ cancel, yes }: Options): Promise<boolean> {
  if (cancel) return false;
  return yes ?? askToConfirm({ input: process.stdin, output: process.stdout });
}

async function showCommit({ siteRepository }: Session, preview: Message, customId: string): Promise<void> {
  if (!siteRepository) return;
  const commit = await findPublished(siteRepository, customId.split(":")[1] ?? "");
  if (!commit) throw new UserError("The change was not published.");
  console.log(`\n${markdown(`\`\`\`diff\n${commit.shown.trimEnd()}\n\`\`\``)}\n`);
  const diff = diffIn(preview);
  if (diff === null) return console.log("The preview was too long to be shown whole, so it is not compared.");
  if (!(await commit.changesOnly(diff))) throw new UserError("The commit is not what the preview showed.");
  console.log(
    styleText(
      "green",
      `✔ Commit ${commit.id.slice(0, 10)} on ${commit.branch} is exactly what the preview showed.`,
    ),
  );
}
