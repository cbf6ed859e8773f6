import type { Message } from "#stand-ins/discord/messages.ts";
import { type Answer, labelsOf } from "#tests/support/answer.ts";
import { ANN } from "#tests/support/people.ts";
import type { MemberChange } from "#tests/support/interaction-bodies.ts";
import type { TestSystem } from "#tests/support/system.ts";

export const [HEADER, FOOTER, NAVBAR, HOME] = [
  "src/components/Header.jsx",
  "src/components/Footer.jsx",
  "src/components/NavBar.jsx",
  "src/pages/Home.jsx",
] as const;

/** A system with its site in a Git repository, where things are published, merged and undone. */
export class Undoing {
  readonly system: TestSystem;
  readonly #original: string;

  private constructor(system: TestSystem, original: string) {
    this.system = system;
    this.#original = original;
  }

  static async on(system: TestSystem): Promise<Undoing> {
    return new Undoing(system, (await system.site.git("rev-parse", "main")).trim());
  }

  /** The site as it was at first. */
  async reset(): Promise<void> {
    await this.system.site.git("reset", "--quiet", "--hard", this.#original);
  }

  onMain = (path: string): Promise<string> => this.system.site.git("show", `main:${path}`);

  /** A file as a conversation published it. */
  async published(id: string, path: string): Promise<string> {
    return this.system.site.git("show", `${await this.branchOf(id)}:${path}`);
  }

  async branchOf(id: string): Promise<string> {
    const { result } = (await this.system.table.item(id)) as { result?: { branch: string } };
    return result?.branch ?? "";
  }

  confirm = (message: Message): Promise<Message> => this.system.confirm(ANN, message);

  /** Publishes and merges a change of Ann's; its message as it is then. */
  async merged(command: string): Promise<{ id: string; message: Message }> {
    const { id, message } = await this.system.preview(ANN, { command });
    const published = await this.confirm(message);
    await this.merge(id);
    return { id, message: published };
  }

  async merge(id: string): Promise<void> {
    await this.system.site.git("merge", "--quiet", "--no-edit", await this.branchOf(id));
  }

  /** Presses Undo and has done what comes of it. */
  async undo(message: Message, member: MemberChange = {}): Promise<Answer> {
    const answer = await this.system.press(ANN, message, "Undo", member);
    await this.system.deliver();
    return answer;
  }

  /** Presses Undo and Confirm; the id of the undo. */
  async undone(message: Message): Promise<string> {
    const { id } = await this.undo(message);
    await this.confirm(this.system.message);
    return id;
  }

  /** Answers the one question of the newest message. */
  async answer(value: string, before: () => Promise<unknown> = async () => {}): Promise<void> {
    const { system } = this;
    const modal = await system.press(ANN, system.message, "Answer");
    await before();
    const [label = ""] = labelsOf(modal);
    await system.submit(ANN, modal, system.message, { [label]: value });
    await system.deliver();
  }
}
