import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** What happens to the next requests to a table: `lost` ones are carried out, and their answer never arrives. */
export type Fate = "lost" | "away" | "arrives";

/**
 * Decides over the requests that a client makes, each try of one for itself.
 * @returns to be called with the fates of the next tries; those after them arrive
 */
export function fatesOf(client: DynamoDBClient): (...fates: Fate[]) => void {
  let coming: Fate[] = [];
  client.middlewareStack.add(
    (next) => async (args) => {
      const fate = coming.shift() ?? "arrives";
      if (fate === "away") throw lost();
      const answer = await next(args).catch((error: unknown) => {
        if (fate === "lost") throw lost();
        throw error;
      });
      if (fate === "lost") throw lost();
      return answer;
    },
    // Within the client's own retry.
    { step: "finalizeRequest", priority: "low", name: "fates" },
  );
  return (...fates) => {
    coming = fates;
  };
}

const lost = () => Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
