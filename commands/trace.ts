import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { Command } from "commander";
import { mapStack } from "#deploy/trace/map-stack.ts";
import { readPackage } from "#deploy/trace/read-package.ts";
import { runProgram } from "./run-program.ts";

const program = new Command("npm run trace --")
  .description(
    "Names the lines of the source for a stack from a function's log. Paste the stack, or name a file that holds it.\n" +
      "The functions run without source maps, which would slow every start; the maps are in the package that was deployed.",
  )
  .argument("[file]", "where the stack is; without it, standard input")
  .option(
    "--package <folder>",
    "what `npx serverless package` wrote and `npx serverless deploy` uploaded",
    ".serverless",
  )
  .action(async (file: string | undefined, options: { package: string }) => {
    const stack = file === undefined ? await text(process.stdin) : await readFile(file, "utf8");
    const { stack: mapped, unknown } = mapStack(stack, await readPackage(options.package));
    process.stdout.write(mapped);
    if (unknown.length > 0)
      console.error(
        `Not in ${options.package}: ${unknown.join(", ")}. Package the commit that was deployed and try again.`,
      );
  });

await runProgram(program);
