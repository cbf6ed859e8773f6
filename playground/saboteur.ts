import type { Outage } from "#stand-ins/aws/outage.ts";
import type { Faults } from "./wire.ts";

const STREAM_LOST_MS = 10_000;

export interface FaultParts {
  /** Ends the functions at once and starts them again. */
  crash: () => Promise<void>;
  stream: Pick<Outage, "begin" | "endsAt">;
}

/** Breaks parts of the running system on demand, as real machines break. */
export class Saboteur {
  #execution: Faults["execution"] = "well";
  readonly #parts: FaultParts;
  readonly #tell: (faults: Faults) => void;

  /** @param tell called when a fault begins or ends */
  constructor(parts: FaultParts, tell: (faults: Faults) => void) {
    this.#parts = parts;
    this.#tell = tell;
  }

  get faults(): Faults {
    const { endsAt } = this.#parts.stream;
    return { execution: this.#execution, streamLostUntil: endsAt > Date.now() ? endsAt : null };
  }

  /** The next request of `execution` to Discord ends its process, in the middle of its work. */
  doom(): void {
    if (this.#execution === "well") this.#become("doomed");
  }

  loseStream(): void {
    this.#parts.stream.begin(STREAM_LOST_MS);
    this.#tell(this.faults);
    setTimeout(() => this.#tell(this.faults), STREAM_LOST_MS + 50).unref();
  }

  /** Whether a request of the service to Discord gets through. */
  beforeDiscord(): boolean {
    if (this.#execution === "doomed") void this.#crash();
    return this.#execution === "well";
  }

  async #crash(): Promise<void> {
    this.#become("restarting");
    await this.#parts.crash();
    this.#become("well");
  }

  #become(execution: Faults["execution"]): void {
    this.#execution = execution;
    this.#tell(this.faults);
  }
}
