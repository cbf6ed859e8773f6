import type { APIInteractionResponse, APIModalInteractionResponse } from "discord-api-types/v10";

/** What came back for one interaction: the HTTP response and, when it is one, Discord's reply in it. */
export interface Answer {
  id: string;
  status: number;
  reply: APIInteractionResponse;
  /** What the person reads in an immediate answer. */
  words: string;
  ephemeral: boolean;
}

export function readAnswer(id: string, status: number, text: string): Answer {
  const reply = JSON.parse(text) as APIInteractionResponse;
  const data = "data" in reply && reply.data && "content" in reply.data ? reply.data : undefined;
  return { id, status, reply, words: data?.content ?? "", ephemeral: ((data?.flags ?? 0) & 64) !== 0 };
}

/** The labels of a modal's inputs. */
export const labelsOf = (modal: Answer): string[] => inputsOf(modal).map(({ label }) => label);

/** What can be chosen in a modal, as it is called there. */
export const optionsOf = (modal: Answer): string[] =>
  inputsOf(modal).flatMap(({ input }) => (input.options ?? []).map(({ label }) => label));

/** What Discord sends for a modal, in which what is not given here stays as the form was filled; by the label of the input. */
export const filledIn = (modal: Answer, values: Record<string, string>) => ({
  custom_id: modalOf(modal).custom_id,
  components: inputsOf(modal).map(({ label, input }) => ({
    type: 18,
    component: withValue(input, values[label] ?? filledWith(input)),
  })),
});

type Input = {
  type: number;
  custom_id: string;
  value?: string;
  options?: { value: string; label: string; default?: boolean }[];
};

/** What each input of a modal was filled with, by its label. */
export const prefilledIn = (modal: Answer): Record<string, string> =>
  Object.fromEntries(inputsOf(modal).map(({ label, input }) => [label, filledWith(input)]));

const filledWith = ({ value, options = [] }: Input): string =>
  value ?? options.find((option) => option.default)?.value ?? "";

const modalOf = ({ reply }: Answer) => (reply as APIModalInteractionResponse).data;

const inputsOf = (modal: Answer): { label: string; input: Input }[] =>
  modalOf(modal).components.flatMap((each) =>
    each.type === 18 && "custom_id" in each.component ? [{ label: each.label, input: each.component }] : [],
  );

/** A select has several values, a text input one. */
const withValue = ({ type, custom_id }: Input, value: string) =>
  type === 3 ? { type, custom_id, values: value === "" ? [] : [value] } : { type, custom_id, value };
