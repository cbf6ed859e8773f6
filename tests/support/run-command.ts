import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";

const project = fileURLToPath(new URL("../..", import.meta.url));

export interface Ended {
  code: number;
  out: string;
  err: string;
}

/** A command of `commands/` in a process of its own, where nothing is set but what is said. */
export function runCommand(
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  const bare = {
    HOME: "/nowhere",
    PATH: process.env["PATH"],
    AWS_EC2_METADATA_DISABLED: "true",
    NO_COLOR: "1",
    NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"],
  };
  return new Promise((resolve) => {
    const options = { cwd: project, env: { ...bare, ...env } };
    const child = execFile(process.execPath, [`commands/${command}.ts`, ...args], options, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

export const LOCAL_CREDENTIALS = {
  AWS_REGION: "us-east-1",
  AWS_ACCESS_KEY_ID: "local",
  AWS_SECRET_ACCESS_KEY: "local",
};

/** The environment in which a command looks at this table of the tests' engine. */
export const reaching = (table: string): Record<string, string> => ({
  ...LOCAL_CREDENTIALS,
  AWS_ENDPOINT_URL_DYNAMODB: inject("engineUrl"),
  TABLE_NAME: table,
});
