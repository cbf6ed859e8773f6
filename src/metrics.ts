/** Where CloudWatch keeps the metrics. The dashboard and the alarms are tested against the names in this file. */
export const metricNamespace = "UxAgent";

/** Every metric is told apart by these; the table's name is another one in each stage. */
export const metricDimensions = { service: "service", table: "TableName" } as const;
/** `Refused` has one more. */
export const reasonDimension = "Reason";

/** What happened, each time once: what is delivered or clicked again does not count. */
export const counts = [
  "Started",
  "Previewed",
  "Confirmed",
  "Published",
  "Withdrawn",
  /** What was published was merged on GitHub, or closed there without that. */
  "Merged",
  "ClosedUnmerged",
  "Cancelled",
  "Expired",
  /** No preview could be made, most often because of what was asked. */
  "Undrafted",
  /** A decision could not be carried out: confirmed but not published, or not withdrawn. */
  "Failed",
  /** A model was asked what words mean. */
  "ModelAsked",
  /** It would have been, but for the day's budget or an operator. */
  "ModelNotAsked",
  /** It gave no usable answer, or none in time. */
  "ModelFailed",
  /** A message was edited as the bot, because the reply token had run out. */
  "ReplyTokenFallbacks",
] as const;

export const durations = [
  /** From API Gateway to the answer, the start of a container included; Discord waits 3,000. */
  "AcknowledgeMilliseconds",
  /** From the click on Confirm, or on Try again, to the pull request. */
  "ConfirmedToPublishedMilliseconds",
  /** From the request to the merge on GitHub. */
  "AskedToMergedMilliseconds",
  /** That a model took to answer. */
  "ModelMilliseconds",
] as const;

export type CountName = (typeof counts)[number];
export type DurationName = (typeof durations)[number];

/** Where it is noted how it goes. */
export interface Metrics {
  count(name: CountName): void;
  /** A click that was not accepted, and why, in the words of `EventRefusal`. */
  refused(reason: string): void;
  milliseconds(name: DurationName, value: number): void;
}
