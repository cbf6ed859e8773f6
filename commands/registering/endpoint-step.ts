import { styleText } from "node:util";
import type { ApplicationApi } from "#src/discord/application-api.ts";

/** What is to be done about the address, in lines for a terminal. */
export interface EndpointStep {
  lines: string[];
  /** Nothing where Discord sends interactions to the right address already. */
  carryOut: (() => Promise<void>) | null;
}

/** Where Discord is to send interactions, beside where it sends them now. */
export async function endpointStep(
  api: Pick<ApplicationApi, "about" | "setEndpoint">,
  wanted: string,
): Promise<EndpointStep> {
  const { interactions_endpoint_url: now } = await api.about();
  if (now === wanted) return { lines: [`  = interactions endpoint ${wanted}`], carryOut: null };
  return {
    lines: [styleText("yellow", `  ~ interactions endpoint ${now ?? "none"} → ${wanted}`)],
    carryOut: () => api.setEndpoint(wanted),
  };
}
