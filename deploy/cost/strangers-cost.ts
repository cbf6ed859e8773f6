import type { Deployment } from "./deployment.ts";
import { type Cost, DAYS, GB, tracesOf } from "./monthly-cost.ts";
import type { Inputs } from "./read-inputs.ts";

/**
 * US dollars a month when strangers send unsigned requests without a pause. Each is refused with 401 by `interactions`; what is
 * more than the API takes is refused before that, for nothing.
 * @param perSecond as many as the API takes, with REQUESTS_PER_SECOND
 */
export function strangersCost(
  perSecond: number,
  deployment: Deployment,
  { prices, assumptions }: Inputs,
): Cost {
  const requests = perSecond * DAYS * 24 * 3600;
  const seconds = (requests * assumptions.refusalMilliseconds) / 1000;
  const logGb = (requests * assumptions.logBytesPerCall) / GB;
  const traces = deployment.traced ? tracesOf(requests) : 0;
  return {
    "HTTP API": (requests / 1e6) * prices.httpApiMillionRequests,
    "Lambda calls": (requests / 1e6) * prices.lambdaMillionRequests,
    "Lambda time": ((seconds * deployment.memoryMb.interactions) / 1024) * prices.lambdaArmGbSecond,
    Logs: logGb * prices.logsGb + ((logGb * deployment.logDays) / DAYS) * prices.logsGbMonth,
    Traces: (traces / 1e6) * prices.xrayMillionTraces,
  };
}
