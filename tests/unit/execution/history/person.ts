import type { MemorySite } from "#tests/support/conversations/memory-site.ts";
import { MemorySite as Site, footOf, pageOf } from "#tests/support/conversations/memory-site.ts";
import { type Answer, filledIn, labelsOf } from "#tests/support/answer.ts";
import { ANN, BOB } from "#tests/support/people.ts";
import { buttonsOf, customIdOf, diffOf } from "#tests/support/shown-message.ts";
import type { Random } from "./random.ts";
import type { Town } from "./town.ts";
import { troublesAt } from "./troubles.ts";

const asked: Record<string, string>[] = [
  { command: 'section:header text:"A"' },
  { command: 'section:header text:"B"' },
  { command: 'section:header text:"A" section:footer text:"A"' },
  { description: "change the header text" },
];
const values = ["C", "D", "E"];

/** How likely a person presses each button, where it is there. */
const taste: Record<string, number> = {
  Confirm: 6,
  Edit: 1.5,
  Cancel: 0.8,
  Answer: 8,
  "Try again": 8,
  Withdraw: 1,
};

/** One person with one request: what they do, what befalls them, and what they confirmed. */
export class Person {
  readonly id: string;
  readonly isTroubled: boolean;
  /** The lines that the message showed beside each Confirm that its owner pressed. */
  readonly confirmed: string[] = [];
  /** A stranger's click that was not refused, or a response that Discord would not take. */
  readonly wrong: string[] = [];
  readonly site: MemorySite = new Site();
  readonly #town: Town;
  readonly #random: Random;
  readonly #start: Record<string, unknown>;

  constructor(town: Town, random: Random) {
    this.#town = town;
    this.#random = random;
    this.isTroubled = random.happens(0.3);
    this.#start = this.#town.bodies.slash(ANN, random.oneOf(asked));
    this.id = String(this.#start["id"]);
    town.lives.set(this.id, { site: this.site, troubles: {}, bot: random.happens(0.5) });
  }

  async live(): Promise<void> {
    const random = this.#random;
    const befalls = this.isTroubled ? Math.floor(random.between(0, 4)) : -1;
    if (befalls === 0) this.#befall();
    await this.#send(this.#start);
    this.#town.noteMessage(this.id, String(this.#start["token"]));
    const acts = random.between(1, 5);
    for (let act = 1; act <= acts; act += 1) {
      await this.#town.clock.pause(random.between(4, 40) * 1000);
      if (act === befalls) this.#befall();
      if (random.happens(0.1)) this.site.page = pageOf(random.oneOf(["T0", "T1"]), random.oneOf(["", "x"]));
      if (random.happens(0.1)) this.site.foot = footOf(random.oneOf(["F0", "F1"]));
      await this.#act();
    }
  }

  /** The owner presses whatever the message offers, as someone does who comes back much later. */
  async lookAgain(): Promise<void> {
    const message = this.#town.messageOf(this.id);
    const [label] = message ? buttonsOf(message) : [];
    if (!message || label === undefined || label === "Withdraw") return;
    await this.#press(ANN, label);
  }

  #befall(): void {
    const life = this.#town.lives.get(this.id);
    if (life) life.troubles = troublesAt(this.#town.clock.time, this.#random);
  }

  async #act(): Promise<void> {
    const message = this.#town.messageOf(this.id);
    const labels = message ? buttonsOf(message) : [];
    const weights = labels.map((label) => taste[label] ?? 0);
    let left = this.#random.between(0, weights.reduce((sum, one) => sum + one, 0) + 0.5);
    const label = labels.find((_, at) => (left -= weights[at] ?? 0) < 0);
    if (label === undefined) return;
    if (this.#random.happens(0.05)) await this.#asStranger(label);
    await this.#press(ANN, label);
    if (!this.#random.happens(0.1)) return;
    await this.#town.clock.pause(150);
    await this.#press(ANN, label);
  }

  async #asStranger(label: string): Promise<void> {
    const { ephemeral, words, reply } = await this.#press(BOB, label);
    // Without a word (6) where the table did not say what became of it.
    if (!ephemeral && reply.type !== 6) this.wrong.push(`a stranger pressed ${label}: ${words}`);
  }

  async #press(user: typeof ANN, label: string): Promise<Answer> {
    const message = this.#town.messageOf(this.id);
    if (!message || !buttonsOf(message).includes(label)) return NOTHING;
    if (user === ANN && label === "Confirm") this.confirmed.push(diffOf(message));
    const answer = await this.#send(this.#town.bodies.press(user, message, customIdOf(message, label)));
    if (answer.reply.type !== 9) return answer;
    await this.#town.clock.pause(this.#random.between(2, 10) * 1000);
    const value = this.#random.oneOf(values);
    const answers = Object.fromEntries(labelsOf(answer).map((name) => [name, value]));
    const inputs = label === "Edit" ? { Command: `section:header text:"${value}"` } : answers;
    return this.#send(this.#town.bodies.submit(user, message, filledIn(answer, inputs)));
  }

  /** One in 25 answers comes too late. */
  async #send(payload: Record<string, unknown>): Promise<Answer> {
    const isLate = this.isTroubled && this.#random.happens(0.04);
    const answer = await this.#town.send(this.id, { ...payload, guild_id: `2${this.id}` }, isLate);
    if (answer.status !== 200) this.wrong.push(`answered ${answer.status}: ${answer.words}`);
    return answer;
  }
}

const NOTHING: Answer = { id: "", status: 200, reply: { type: 6 }, words: "", ephemeral: true };
