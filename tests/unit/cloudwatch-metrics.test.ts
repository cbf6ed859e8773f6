import { MetricUnit, Metrics as Powertools } from "@aws-lambda-powertools/metrics";
import { afterEach, expect, test, vi } from "vitest";
import { createMetrics } from "#src/cloudwatch-metrics.ts";
import { counts, durations } from "#src/metrics.ts";

afterEach(() => vi.restoreAllMocks());

type Line = Record<string, unknown>;

function linesWritten(write: () => void): Line[] {
  const lines: Line[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((line) => {
    lines.push(JSON.parse(String(line)) as Line);
    return true;
  });
  write();
  return lines;
}

/** A metric of the table, as Powertools makes it. */
const powertools = () =>
  new Powertools({ namespace: "UxAgent", serviceName: "ux-agent" })
    .singleMetric()
    .addDimension("TableName", "the-table");

const withoutTime = ({ _aws, ...line }: Line) => ({
  ...line,
  _aws: { ...(_aws as Line), Timestamp: expect.any(Number) as unknown },
});

test("a metric is written as Powertools writes it", () => {
  const [ours = {}, oursRefused = {}, theirs = {}, theirsRefused = {}] = linesWritten(() => {
    const metrics = createMetrics("the-table");
    metrics.milliseconds("AcknowledgeMilliseconds", 12);
    metrics.refused("expired");
    powertools().addMetric("AcknowledgeMilliseconds", MetricUnit.Milliseconds, 12);
    powertools().addDimension("Reason", "expired").addMetric("Refused", MetricUnit.Count, 1);
  });
  expect(ours).toEqual(withoutTime(theirs));
  expect(oursRefused).toEqual(withoutTime(theirsRefused));
});

test("each metric is a line in CloudWatch's embedded metric format", () => {
  const lines = linesWritten(() => {
    const metrics = createMetrics("the-table");
    for (const name of counts) metrics.count(name);
    for (const name of durations) metrics.milliseconds(name, 12);
    metrics.refused("expired");
  });

  expect(lines).toHaveLength(counts.length + durations.length + 1);
  expect(lines.at(0)).toMatchObject({
    _aws: {
      CloudWatchMetrics: [
        {
          Namespace: "UxAgent",
          Dimensions: [["service", "TableName"]],
          Metrics: [{ Name: "Started", Unit: "Count" }],
        },
      ],
    },
    service: "ux-agent",
    TableName: "the-table",
    Started: 1,
  });
  expect(lines.at(-2)).toMatchObject({ [durations.at(-1) ?? ""]: 12 });
  expect(lines.at(-1)).toMatchObject({
    _aws: { CloudWatchMetrics: [{ Dimensions: [["service", "TableName", "Reason"]] }] },
    Reason: "expired",
    Refused: 1,
  });
});
