import type { Detail, List, OpenList } from "./admin-api.ts";
import { type Address, readAddress } from "./address.ts";

/** Something that a page loads: not asked for yet, loading, there, or refused with the reason. */
export type Loadable<T> =
  | { is: "idle" }
  | { is: "loading" }
  | { is: "there"; value: T }
  | { is: "refused"; why: string };

export interface State {
  address: Address;
  list: Loadable<List>;
  /** What is open in all servers, shown while no user is searched for. */
  open: Loadable<OpenList>;
  detail: Loadable<Detail>;
  /** What was done, for screen readers. */
  told: string;
  erasing: boolean;
  busy: boolean;
}

export const state: State = {
  address: readAddress(),
  list: { is: "idle" },
  open: { is: "idle" },
  detail: { is: "idle" },
  told: "",
  erasing: false,
  busy: false,
};

let draw = () => {};

export function drawWith(function_: () => void): void {
  draw = function_;
}

export function change(by: Partial<State> = {}): void {
  Object.assign(state, by);
  draw();
}
