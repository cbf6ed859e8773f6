import type { Exchange } from "./exchange.ts";
import type { Signed } from "./send.ts";
import type { Payload } from "./wire.ts";

/** How many are kept to be looked at, and sent again. */
const KEPT = 200;
const HIDDEN = "(hidden)";

/** The last requests and answers between the service and Discord. */
export class PayloadLog {
  readonly #kept: { id: number; payload: () => Payload; signed: Signed | null }[] = [];
  readonly #ours = new Map<string, Signed>();
  #count = 0;

  /** Told before an interaction is sent from here, so that it can be sent again. */
  sending(signed: Signed): void {
    this.#ours.set(signed.body, signed);
  }

  /** Answers what makes it readable, which takes time that a log without readers need not spend. */
  add(exchange: Exchange): () => Payload {
    const signed = this.#ours.get(exchange.request) ?? null;
    this.#ours.delete(exchange.request);
    const id = ++this.#count;
    const payload = () => payloadOf(exchange, id, signed !== null);
    this.#kept.push({ id, payload, signed });
    if (this.#kept.length > KEPT) this.#kept.shift();
    return payload;
  }

  all(): Payload[] {
    return this.#kept.map(({ payload }) => payload());
  }

  /** What was sent, to the letter; undefined when it was not from here or too long ago. */
  signedOf(id: number): Signed | undefined {
    return this.#kept.find((kept) => kept.id === id)?.signed ?? undefined;
  }
}

const payloadOf = (exchange: Exchange, id: number, replayable: boolean): Payload => ({
  id,
  from: exchange.from,
  method: exchange.method,
  path: exchange.path.replace(/(\/webhooks\/\w+\/)[^/]+/, `$1${HIDDEN}`),
  sent: exchange.sent,
  took: exchange.took,
  status: exchange.status,
  request: shown(exchange.request),
  response: shown(exchange.response),
  replayable,
});

/** JSON as a value, without reply tokens; anything else as its text. */
function shown(text: string): unknown {
  if (text === "") return null;
  try {
    return JSON.parse(text, (key, value: unknown) => (key === "token" ? HIDDEN : value));
  } catch {
    return text;
  }
}
