import { type Metrics, metricDimensions, metricNamespace, reasonDimension } from "./metrics.ts";

type Unit = "Count" | "Milliseconds";

interface Metric {
  name: string;
  unit: Unit;
  value: number;
  dimensions?: Record<string, string>;
}

/**
 * Writes each metric into the function's log at once, where CloudWatch takes it from (embedded metric format). Not through
 * `console`, which puts words before it in Lambda.
 */
export function createMetrics(table: string): Metrics {
  const own = { [metricDimensions.service]: "ux-agent", [metricDimensions.table]: table };
  const one = ({ name, unit, value, dimensions = own }: Metric): void => {
    const line = { _aws: described(name, unit, dimensions), ...dimensions, [name]: value };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  };
  return {
    count: (name) => one({ name, unit: "Count", value: 1 }),
    refused: (reason) =>
      one({ name: "Refused", unit: "Count", value: 1, dimensions: { ...own, [reasonDimension]: reason } }),
    milliseconds: (name, value) => one({ name, unit: "Milliseconds", value }),
  };
}

const described = (Name: string, Unit: Unit, dimensions: Record<string, string>) => ({
  Timestamp: Date.now(),
  CloudWatchMetrics: [
    { Namespace: metricNamespace, Dimensions: [Object.keys(dimensions)], Metrics: [{ Name, Unit }] },
  ],
});
