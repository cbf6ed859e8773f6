import { execFile } from "node:child_process";
import type { ProgramEnded, ProgramStart } from "./programs.ts";

/** The process that {@link runProgram} starts programs from; it ends with the process that it was started by. */
process.on("message", ({ id, program, args, options, input }: ProgramStart) => {
  const child = execFile(program, args, { ...options, encoding: "buffer" }, (error, stdout, stderr) => {
    const failed = error && { code: error.code ?? null, killed: error.killed === true };
    process.send?.({ id, stdout, stderr, failed } satisfies ProgramEnded);
  });
  // A program that ends before it has read everything says why on its own.
  child.stdin?.on("error", () => {});
  child.stdin?.end(input);
});
process.on("disconnect", () => process.exit());
