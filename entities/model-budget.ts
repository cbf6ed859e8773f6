import { table } from "./table.ts";

/**
 * The counter of the calls of a model: how many there were today, and whether an operator has switched them off. One
 * conditional update asks and counts, which ElectroDB cannot describe, hence no entity.
 */
export const modelBudgetKey = {
  [table.partitionKey]: { S: "model" },
  [table.sortKey]: { S: "budget" },
};
