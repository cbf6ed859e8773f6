import { expect, test } from "vitest";
import { askForSecrets } from "#commands/deploying/ask-for-secrets.ts";
import { fakeClient } from "#tests/support/fake-aws.ts";

const path = "/ux-agent/prod";

/** Asks on a stage that has these parameters, with these answers; what was asked and what was put. */
async function asking(there: string[], answers: string[]) {
  const asked: string[] = [];
  const put: Record<string, unknown>[] = [];
  const client = fakeClient({
    GetParametersByPathCommand: () => ({
      Parameters: there.map((name) => ({ Name: `${path}/${name}`, Value: "x", Type: "SecureString" })),
    }),
    PutParameterCommand: (input) => put.push(input),
  });
  const ask = {
    secret: async (question: string) => {
      asked.push(question.split(" ")[0] ?? "");
      return answers.shift() ?? "";
    },
  };
  const names = await askForSecrets({ path, repository: "acme/site", client: client as never, ask });
  return { asked, put, names };
}

test("the secrets of a new stage are asked for and put there encrypted, over nothing that is there", async () => {
  const { put, names } = await asking([], [" ghp_1 ", "bot"]);
  expect(names).toEqual(["GITHUB_TOKEN", "DISCORD_BOT_TOKEN"]);
  expect(put).toEqual([
    { Name: `${path}/GITHUB_TOKEN`, Value: "ghp_1", Type: "SecureString" },
    { Name: `${path}/DISCORD_BOT_TOKEN`, Value: "bot", Type: "SecureString" },
  ]);
});

test("an empty answer leaves a secret out, for a GitHub App or for later", async () => {
  expect(await asking([], ["", "bot"])).toMatchObject({ names: ["DISCORD_BOT_TOKEN"] });
  expect(await asking(["DISCORD_BOT_TOKEN"], [""])).toMatchObject({ asked: ["GITHUB_TOKEN"], put: [] });
});

test.each(["GITHUB_TOKEN", "GITHUB_APP_ID", "GITHUB_APP_PRIVATE_KEY"])(
  "a stage that has %s is asked for nothing",
  async (name) => {
    expect(await asking([name], [])).toEqual({ asked: [], put: [], names: [] });
  },
);
