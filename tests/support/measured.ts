/** What a test counted, for the benchmark: `deploy/benchmark/counted.ts` reads it from the report of the run. */
export const note = ({ meta }: { meta: object }, counted: Record<string, number>): void =>
  void Object.assign(meta, { counted });
