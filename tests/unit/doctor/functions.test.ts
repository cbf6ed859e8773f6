import { expect, test } from "vitest";
import { deployedSettings } from "#src/doctor/functions.ts";
import { awsError, fakeClient } from "#tests/support/fake-aws.ts";

const clients = (environment: object | Error) =>
  ({
    lambda: fakeClient({
      GetFunctionConfigurationCommand: () =>
        environment instanceof Error ? environment : { Environment: { Variables: environment } },
    }),
    ssm: fakeClient({
      GetParametersByPathCommand: ({ Path }) => ({
        Parameters: [
          { Name: `${String(Path)}/DISCORD_BOT_TOKEN`, Value: "the token" },
          { Name: `${String(Path)}/TABLE_NAME`, Value: "another table" },
        ],
      }),
    }),
  }) as never;

test("the settings of a stage are those of `execution`, with its secrets and nothing else from there", async () => {
  const environment = { SECRETS_PATH: "/ux-agent/prod", DISCORD_APPLICATION_ID: "7" };
  expect(await deployedSettings(clients(environment), "prod")).toEqual({
    ...environment,
    DISCORD_BOT_TOKEN: "the token",
  });
});

test("a stage that is not deployed is told in a sentence", async () => {
  await expect(deployedSettings(clients(awsError("ResourceNotFoundException")), "prod")).rejects.toThrow(
    /^There is no function ux-agent-prod-execution .*npx serverless deploy --stage prod/,
  );
});
