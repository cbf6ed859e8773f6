/** What a client of the AWS SDK is handed. */
interface Sent {
  constructor: { name: string };
  input: Record<string, unknown>;
}

type Answer = (input: Record<string, unknown>) => unknown;

/** Something of the shape of an SDK client that answers commands by their name; an error is thrown. */
export const fakeClient = (answers: Record<string, Answer>) => ({
  send: async (sent: unknown) => {
    const { constructor, input } = sent as Sent;
    const answer = answers[constructor.name]?.(input);
    if (answer === undefined) throw new Error(`The fake does not know ${constructor.name}`);
    if (answer instanceof Error) throw answer;
    return answer;
  },
});

/** An error as the SDK throws it. */
export const awsError = (name: string, message = name): Error => Object.assign(new Error(message), { name });
