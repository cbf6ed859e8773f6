/**
 * How Ajv is to take a large description that few values are checked by. A validator is made once a process and run a few
 * times, so what it takes to make counts, and not how fast it is: each schema is compiled once, however often others refer
 * to it, and as it comes.
 */
export const ajvOptions = {
  inlineRefs: false,
  code: { optimize: false },
  strict: false,
  validateSchema: false,
  logger: false,
  allErrors: true,
} as const;
