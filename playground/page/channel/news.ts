import type { News } from "#playground/wire.ts";
import { followNewest } from "./follow-asked.ts";
import { change, state } from "./state.ts";
import { refreshStored } from "./stored.ts";

const PAYLOADS_KEPT = 200;

type Hear = { [Name in keyof News]: (data: News[Name]) => void };

const hear: Hear = {
  messages({ changed, removed }) {
    state.heard = true;
    for (const id of removed) state.messages.delete(id);
    for (const message of changed) {
      const known = state.messages.get(message.id);
      const earlier = known ? [...known.earlier, known.message] : [];
      state.messages.set(message.id, { message, earlier });
    }
    followNewest();
    void refreshStored();
  },
  payload(payload) {
    if (state.payloads.some(({ id }) => id === payload.id)) return;
    state.payloads = [...state.payloads, payload].slice(-PAYLOADS_KEPT);
  },
  violations(violations) {
    state.violations = violations;
  },
  repository(repository) {
    state.repository = repository;
    if (!repository.pages.includes(state.page)) state.page = repository.pages[0] ?? state.page;
    followNewest();
  },
  faults(faults) {
    state.faults = faults;
  },
};

/** Listens to the server for as long as the page is open; after a restart it starts anew. */
export function listen(): void {
  const source = new EventSource("/playground/news");
  source.addEventListener("open", () => {
    state.payloads = [];
    state.messages.clear();
    change({ connected: true });
  });
  source.addEventListener("error", () => change({ connected: false }));
  hearOf(source, "messages");
  hearOf(source, "payload");
  hearOf(source, "violations");
  hearOf(source, "repository");
  hearOf(source, "faults");
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it ties the cast to the listener
function hearOf<Name extends keyof News>(source: EventSource, name: Name): void {
  const told: Hear[Name] = hear[name];
  source.addEventListener(name, ({ data }: MessageEvent<string>) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own server, whose news have these types
    told(JSON.parse(data) as News[Name]);
    change();
  });
}
