import type { Words } from "#src/words/words.ts";

/** The errors a person may read: their message is one sentence that says what to do. Everything else is a bug or an outage. */
export class UserError extends Error {
  override name = "UserError";
}

/** The environment is not usable; `problems` names every one, each a sentence that starts with the variable. */
export class ConfigError extends UserError {
  override name = "ConfigError";
  readonly problems: string[];

  constructor(problems: string[]) {
    super(`The environment is not usable:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
    this.problems = problems;
  }
}

/** DynamoDB did not do it: the table is not there, credentials are missing, or it cannot be reached. */
export class TableError extends UserError {
  override name = "TableError";
}

/** The outside world (GitHub, Discord, a repository) failed in a way that a later try may mend. */
export class TransientError extends Error {
  override name = "TransientError";
  /** Told to people when it lasts. */
  readonly words: Words;
  readonly retryAfterSeconds: number | undefined;

  constructor(words: Words | string, options: { cause?: unknown; retryAfterSeconds?: number } = {}) {
    const told = typeof words === "string" ? { message: words } : words;
    super(told.message, { cause: options.cause });
    this.words = told;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** The work is asked for too early; nothing is wrong. */
export class TooEarlyError extends TransientError {
  override name = "TooEarlyError";

  constructor(retryAfterSeconds: number) {
    super("It is too early for this", { retryAfterSeconds });
  }
}

/** A stored item is of a shape that only a later release knows. It stays as it is, and so does what was asked of it. */
export class NewerShapeError extends UserError {
  override name = "NewerShapeError";

  constructor() {
    super("This request is handled by a newer version, please try again in a minute.");
  }
}

/** The answers to a write were lost, and nothing could be found out: it may have been made, now or in a moment. */
export class UnknownOutcomeError extends Error {
  override name = "UnknownOutcomeError";

  constructor(options: { cause: unknown }) {
    super("DynamoDB did not say what became of a write", options);
  }
}
