/** How often a property is tried: as often as its test says, or, for a long search, PROPERTY_RUNS times as often. */
export const runs = (usual: number): number => Math.ceil(usual * Number(process.env["PROPERTY_RUNS"] ?? 1));
