import { afterEach, expect, test, vi } from "vitest";
import { createMetrics } from "#src/cloudwatch-metrics.ts";
import { counts, durations } from "#src/metrics.ts";

afterEach(() => vi.restoreAllMocks());

test("each metric is a line in CloudWatch's embedded metric format", () => {
  const lines: Record<string, unknown>[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((line) => {
    lines.push(JSON.parse(String(line)) as Record<string, unknown>);
    return true;
  });
  const metrics = createMetrics("the-table");
  for (const name of counts) metrics.count(name);
  for (const name of durations) metrics.milliseconds(name, 12);
  metrics.refused("expired");

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
  expect(lines.at(-2)).toMatchObject({ ConfirmedToPublishedMilliseconds: 12 });
  expect(lines.at(-1)).toMatchObject({
    _aws: { CloudWatchMetrics: [{ Dimensions: [["service", "TableName", "Reason"]] }] },
    Reason: "expired",
    Refused: 1,
  });
});
