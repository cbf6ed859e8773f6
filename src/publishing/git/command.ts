import { devNull } from "node:os";
import { dirname } from "node:path";
import { type ProgramEnded, runProgram } from "./programs.ts";
import { refuse, unavailable, type PublishingRefused } from "#src/publishing/refusal.ts";
import { sentence } from "#src/words/sentence.ts";

/** Runs `git` with arguments; answers what it printed. Trouble is a {@link GitError}, or a refusal when git cannot be run. */
export type Git = (
  args: string[],
  options?: { input?: string | Uint8Array; env?: Environment },
) => Promise<Buffer>;

type Environment = Record<string, string>;

/** Longer than any plumbing command on a site takes; what takes longer is stuck. */
const TIMEOUT_MS = 30_000;
/** Above the largest file that is read, and any list that is asked for. */
const MAX_OUTPUT_BYTES = 16_000_000;

/**
 * A repository's own settings can name programs, and they may be a stranger's. These take the place of the ones that
 * every command would follow: hooks, a file monitor, transports. The rest would write files beside a temporary index or
 * change the encoding. Commands that print patches also need {@link PLAIN_PATCH}.
 */
const SETTINGS = [
  `core.hooksPath=${devNull}`,
  "core.fsmonitor=false",
  "core.alternateRefsCommand=",
  "core.sshCommand=false",
  "protocol.allow=never",
  "core.splitIndex=false",
  "core.filesRefLockTimeout=2000",
  "i18n.commitEncoding=UTF-8",
  "i18n.logOutputEncoding=UTF-8",
  "log.showSignature=false",
].flatMap((setting) => ["-c", setting]);

/** Options for a command that prints a patch: git then runs none of the programs that a repository names for it. */
export const PLAIN_PATCH = ["--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-color"];

/** Trouble that no later try mends: a file of settings that is broken, or written for a newer git. */
const UNREADABLE_SETTINGS = /bad (?:numeric )?config|unknown repository extension|Expected git repo version/;
const ANOTHER_OWNER = /detected dubious ownership/;
/** Not `bad file`: that is also how git answers to the id of an object that it never had. */
const DAMAGED =
  /could not get object info|unable to (?:read tree|unpack)|could not fetch [0-9a-f]{40}|Could not read [0-9a-f]{40}|not a tree object|bad object|object file .* is empty|loose object .* is corrupt|error building trees/;

/** git ran and did not do it. */
export class GitError extends Error {
  override readonly name = "GitError";
  readonly exitCode: number;

  constructor(stderr: string, exitCode: number) {
    super(stderr.trim());
    this.exitCode = exitCode;
  }
}

/**
 * git on one repository and no other (a path that is no repository does not find one above it), in an environment
 * that nothing of the user or the machine reaches into.
 *
 * @param repository absolute, with links resolved: git compares it with the ceiling as text
 */
export function gitIn(repository: string): Git {
  const environment = sterileEnvironment(repository);
  return async (args, { input, env } = {}) => {
    const { stdout, stderr, failed } = await runProgram({
      program: "git",
      args: ["-C", repository, ...SETTINGS, ...args],
      options: {
        env: { ...environment, ...env },
        timeout: TIMEOUT_MS,
        maxBuffer: MAX_OUTPUT_BYTES,
        killSignal: "SIGKILL",
      },
      input,
    });
    if (failed) throw gitTrouble(failed, Buffer.from(stderr).toString("utf8"));
    return Buffer.from(stdout);
  };
}

function sterileEnvironment(repository: string): Environment {
  return {
    PATH: process.env["PATH"] ?? "",
    LC_ALL: "C",
    // A list without an entry: no transport, whatever `protocol.<name>.allow` says in the repository.
    GIT_ALLOW_PROTOCOL: "",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_CEILING_DIRECTORIES: dirname(repository),
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_LITERAL_PATHSPECS: "1",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
  };
}

function gitTrouble(failed: NonNullable<ProgramEnded["failed"]>, stderr: string): Error | PublishingRefused {
  if (failed.code === "ENOENT") return refuse("unavailable", sentence("repository.no-git"));
  if (failed.killed) return unavailable(sentence("repository.git-slow"));
  if (ANOTHER_OWNER.test(stderr)) return refuse("no-permission", sentence("repository.another-owner"));
  if (UNREADABLE_SETTINGS.test(stderr)) return refuse("unavailable", sentence("repository.git-settings"));
  if (DAMAGED.test(stderr)) return refuse("unavailable", sentence("repository.damaged"));
  if (/not a git repository|cannot change to .*Not a directory/.test(stderr)) {
    return refuse("not-found", sentence("repository.not-git"));
  }
  if (/[Pp]ermission denied|insufficient permission|[Rr]ead-only file system/.test(stderr)) {
    return refuse("no-permission", sentence("repository.read-only"));
  }
  if (/No space left/.test(stderr)) return unavailable(sentence("repository.no-space"));
  return new GitError(stderr, typeof failed.code === "number" ? failed.code : -1);
}
