import type { Metrics } from "#src/metrics.ts";

/** What was counted, in order: `Started`, `Refused: expired`; and every duration. */
export class MemoryMetrics implements Metrics {
  readonly counted: string[] = [];
  readonly durations: { name: string; value: number }[] = [];

  count(name: string): void {
    this.counted.push(name);
  }

  refused(reason: string): void {
    this.counted.push(`Refused: ${reason}`);
  }

  milliseconds(name: string, value: number): void {
    this.durations.push({ name, value });
  }
}
