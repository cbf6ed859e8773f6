interface Terminal {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const FRAME_MS = 80;

/** To the beginning of the line, and the line away. */
const CLEAR = "\r\u001B[K";

/**
 * One line that says what is waited for. It is shown only in a terminal that is wide enough for it: a pipe gets nothing,
 * and neither does a terminal that says it has no columns, in which no line could ever be drawn.
 */
export class Spinner {
  readonly #terminal: Terminal;
  readonly #text: string;
  readonly #timer: NodeJS.Timeout;
  #frame = 0;
  #shown = false;

  constructor(text: string, terminal: Terminal = process.stderr) {
    this.#terminal = terminal;
    this.#text = text;
    this.#timer = setInterval(() => this.#draw(), FRAME_MS).unref();
    this.#draw();
  }

  /** Makes room for other words; the line comes again behind them. */
  clear(): void {
    if (this.#shown) this.#terminal.write(CLEAR);
    this.#shown = false;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.clear();
  }

  /** Asked each time, since a window can change its size. */
  #draw(): void {
    const { isTTY = false, columns = 0 } = this.#terminal;
    const line = `${FRAMES[this.#frame % FRAMES.length]} ${this.#text}`;
    this.#frame += 1;
    if (!isTTY || columns <= line.length) return this.clear();
    this.#terminal.write(`\r${line}`);
    this.#shown = true;
  }
}
