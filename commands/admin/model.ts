import { createModelBudget } from "#src/sites/model-budget.ts";
import { type Choice, withTable } from "./choose-table.ts";

/** Lets `execution` ask the model, or stops that, from the next request on. */
export async function turnModel(to: "on" | "off", choice: Choice): Promise<void> {
  await withTable(choice, async ({ client, now }, place, table) => {
    await createModelBudget({ table, client, now, most: 0 }).turn(to);
    console.log(
      to === "on"
        ? `The model is asked again, in ${place}, wherever MODEL_ID names one.`
        : `No model is asked any more, in ${place}. The rules' own questions are asked instead.`,
    );
  });
}
