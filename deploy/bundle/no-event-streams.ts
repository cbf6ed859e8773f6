/** Stands in for `@smithy/core/event-streams` in the bundles: nothing that the functions ask of AWS answers in events. */
export function EventStreamSerde(): never {
  throw leftOut;
}

export function eventStreamSerdeProvider(): never {
  throw leftOut;
}

const leftOut = new Error("Event streams are left out of the bundles (deploy/bundle/narrow.ts)");
