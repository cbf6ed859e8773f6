import { MetricUnit, Metrics as Powertools } from "@aws-lambda-powertools/metrics";
import { type Metrics, metricDimensions, metricNamespace, reasonDimension } from "./metrics.ts";

/** Writes each metric into the function's log at once, where CloudWatch takes it from (embedded metric format). */
export function createMetrics(table: string): Metrics {
  const powertools = new Powertools({ namespace: metricNamespace, serviceName: "ux-agent" });
  const one = () => powertools.singleMetric().addDimension(metricDimensions.table, table);
  return {
    count: (name) => void one().addMetric(name, MetricUnit.Count, 1),
    refused: (reason) =>
      void one().addDimension(reasonDimension, reason).addMetric("Refused", MetricUnit.Count, 1),
    milliseconds: (name, value) => void one().addMetric(name, MetricUnit.Milliseconds, value),
  };
}
