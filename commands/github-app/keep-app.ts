import { PutParameterCommand, type SSMClient } from "@aws-sdk/client-ssm";
import { keepAnswers, readAnswers } from "#local/live/kept-answers.ts";
import { readParameters } from "#src/doctor/functions.ts";
import { UserError } from "#src/errors.ts";
import type { NewApp } from "#src/publishing/github/take-app.ts";

/** Where an App's id and key are kept. */
export interface Safe {
  /** @throws UserError when there is another way to sign in already: a service takes one */
  check(): Promise<void>;
  keep(app: NewApp): Promise<void>;
  /** In words, where that is. */
  place: string;
}

/** The parameters by which a stage signs in to GitHub; it has one of these ways, or none yet. */
export const WAYS_TO_GITHUB = ["GITHUB_TOKEN", "GITHUB_APP_ID", "GITHUB_APP_PRIVATE_KEY"];

/** The parameters of a deployed stage, encrypted. */
export function parameterSafe(client: Pick<SSMClient, "send">, path: string): Safe {
  return {
    place: `the parameters below ${path}`,
    check: async () => {
      const parameters = await readParameters(client, path);
      const there = WAYS_TO_GITHUB.find((name) => parameters.has(name));
      if (there)
        throw new UserError(
          `${path}/${there} is there already, and a stage has one way to sign in to GitHub: delete it first (aws ssm delete-parameter --name ${path}/${there}).`,
        );
    },
    keep: async (app) => {
      for (const [name, Value] of Object.entries(secretsOf(app)))
        await client.send(
          new PutParameterCommand({ Name: `${path}/${name}`, Value, Type: "SecureString", Overwrite: true }),
        );
    },
  };
}

/** The file of answers of `npm start -- --live`, which git leaves out and only its owner may read. */
export function fileSafe(folder: string): Safe {
  return {
    place: `${folder}/live.env`,
    check: async () => {},
    keep: async (app) => {
      const { GITHUB_TOKEN: _, ...answers } = await readAnswers(folder);
      await keepAnswers(folder, { ...answers, ...secretsOf(app) });
    },
  };
}

const secretsOf = ({ id, privateKey }: NewApp) => ({ GITHUB_APP_ID: id, GITHUB_APP_PRIVATE_KEY: privateKey });
