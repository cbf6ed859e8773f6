import type { InteractionResponseType } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { type DiscordRequest } from "#stand-ins/discord/described-requests.ts";
import { conformanceProblems } from "#stand-ins/discord/conformance.ts";
import { messageProblems, responseProblems } from "#stand-ins/discord/limits.ts";
import type { Conversation, Phase } from "#src/conversations/conversation.ts";
import { approvalAnnouncement } from "#src/discord/announcement.ts";
import { editForm } from "#src/discord/forms/edit-form.ts";
import { guidedForm } from "#src/discord/forms/guided-form.ts";
import { requestForm } from "#src/discord/forms/request-form.ts";
import { type Message, endMessage, expiredMessage, messageOf } from "#src/discord/messages.ts";
import { type Reply, answerModal, declineModal, onlyYou } from "#src/discord/replies.ts";
import { refusalText } from "#src/discord/refusals.ts";
import type { CatalogueSection } from "#src/site/catalogue.ts";
import { everyLanguage } from "#src/words/every-language.ts";
import type { Say } from "#src/words/say.ts";
import { sentence } from "#src/words/sentence.ts";
import { inWords } from "#src/words/words.ts";
import { conversationIn, base, phases, recordIn, result } from "#tests/support/conversations/example.ts";

/** Words of people and sites: none, short, and as long as can be stored, of what is escaped, cut in two or counted twice. */
const wordings = [
  "",
  "Hello",
  "x".repeat(3000),
  "*".repeat(2000),
  "🙂".repeat(1500),
  "`<@1> [a](b)\n".repeat(200),
];

const ID = String(10n ** 20n - 1n);

/** A conversation with as much to tell as there can be. */
const telling = (words: string) => ({
  conversation_id: ID,
  revision: 999_999_999,
  approvals_missing: 10,
  approvals: Array.from({ length: 10 }, () => ({ id: ID, name: words })),
  base: { ...base, section_label: words },
  preview_message: words,
  failure: { code: "x", ...inWords(sentence("failed.page-changed", { why: words })) },
  result: { ...result, pull_request: { number: 123_456, url: "https://github.com/acme/site/pull/1" } },
  declined: { by: ID, reason: words },
  clarification_questions: Array.from({ length: 9 }, (_, at) => ({
    id: `value:${at}`,
    text: words,
    label: words || "x",
  })),
  source: { user_id: ID, name: words, message_url: "https://discord.com/channels/1/2/3" },
  request: { description: words, answers: [] },
});

const problemsOfMessage = (data: Message): string[] => [
  ...messageProblems(data),
  ...conformanceProblems("edit", data),
];

const requestFor: Partial<Record<InteractionResponseType, DiscordRequest>> = { 4: "message", 9: "modal" };

function problemsOfReply(reply: Reply): string[] {
  const request = requestFor[reply.type];
  return [
    ...responseProblems(reply.type, "data" in reply ? reply.data : undefined),
    ...(request ? conformanceProblems(request, reply) : [`a reply of type ${reply.type}`]),
  ];
}

const problemsIn = (look: (told: ReturnType<typeof telling>) => string[]): string[] =>
  wordings.flatMap((words) => look(telling(words)));

const section = (label: string): CatalogueSection => ({
  id: "header",
  label: label || "x",
  names: [],
  properties: Array.from({ length: 3 }, (_, at) => ({
    id: `p${at}`,
    label: label || "x",
    names: [],
    value: "text",
    rules: {},
  })),
});

describe.each(Object.entries(everyLanguage))("whatever people write, Discord takes in %s", (_, say) => {
  it.each(phases)("the message of a conversation that is %s", (phase: Phase) => {
    const problems = problemsIn((told) => problemsOfMessage(messageOf(say, conversationIn(phase, told))));
    expect(problems).toEqual([]);
  });

  it("the message of what has ended", () => {
    const outcomes = ["published", "failed", "cancelled", "expired", "withdrawn"] as const;
    const problems = problemsIn((told) =>
      outcomes.flatMap((outcome) => problemsOfMessage(endMessage(say, recordIn(outcome, told)))),
    );
    expect(problems).toEqual([]);
    expect(problemsOfMessage(expiredMessage(say, true))).toEqual([]);
  });

  it("every form", () => {
    const problems = problemsIn((told) =>
      formsFor(say, conversationIn("clarifying", told), told.preview_message).flatMap(problemsOfReply),
    );
    expect(problems).toEqual([]);
  });

  it("a refusal, and an announcement", () => {
    const problems = problemsIn((told) => {
      const { failure, result } = told;
      const refused = [
        refusalText(say, { refused: "failed", failure }),
        refusalText(say, { refused: "published", result }),
      ];
      const approving = conversationIn("approving", told) as Parameters<typeof approvalAnnouncement>[1];
      const { body } = approvalAnnouncement(say, approving, ["1", "2"]);
      return [
        ...refused.flatMap((text) => problemsOfReply(onlyYou(text))),
        ...conformanceProblems("post", body),
        ...messageProblems(body),
      ];
    });
    expect(problems).toEqual([]);
  });
});

function formsFor(say: Say, conversation: Conversation, label: string): Reply[] {
  const { conversation_id } = conversation;
  return [
    answerModal(say, { conversation }),
    declineModal(say, { conversation }),
    editForm(say, { conversation, catalogue: undefined }),
    guidedForm(say, { section: section(label), values: { p0: label } }),
    requestForm(say, { conversation_id, words: label, images: 3, left: 12 }),
    requestForm(say, { conversation_id, words: label, images: 0, left: 0 }),
  ];
}
