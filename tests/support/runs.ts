const factor = Number(process.env["PROPERTY_RUNS"] ?? 1);

/** How often a property is tried: as often as its test says, or, for a long search, PROPERTY_RUNS times as often. */
export const runs = (usual: number): number => Math.ceil(usual * factor);

/** How long a test of a property may take, in milliseconds; a long search may take longer. */
export const within = (usual: number): number => usual * Math.max(1, factor);

/** Whether a search is made in small: in `npm test` it is, in `npm run test:slow` it is not, nor in `.ci/run`. */
const inSmall = factor < 0.5;

/** Every case in `npm run test:slow`; in `npm test` one of so many, the first among them. */
export const some = <T>(cases: readonly T[], oneOf: number): readonly T[] =>
  inSmall ? cases.filter((_, at) => at % oneOf === 0) : cases;
