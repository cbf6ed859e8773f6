import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";

/** The program behind `npx serverless`. */
export const serverless = createRequire(import.meta.url).resolve("serverless/bin/serverless.js");

/** Runs `npx serverless …` in this terminal, and answers its exit code. */
export async function runFramework(args: string[]): Promise<number> {
  const child = spawn(process.execPath, [serverless, ...args], { stdio: "inherit" });
  const [code] = await once(child, "exit");
  return code ?? 1;
}
