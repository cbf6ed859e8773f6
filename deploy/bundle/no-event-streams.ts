/** Stands in for `@smithy/core/event-streams` in the bundles: nothing that the functions ask of AWS answers in events. */
export function EventStreamSerde(): never {
  throw new Error("Event streams are left out of the bundles (deploy/bundle/narrow.ts)");
}

export const eventStreamSerdeProvider = EventStreamSerde;
