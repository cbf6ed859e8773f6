import * as z from "zod/mini";
import { OBJECT_ID, conversationIn } from "#src/publishing/names.ts";

/** Of what a delivery of a webhook may be about, by conversation or by commit. */
export type About = { conversation_id: string } | { commit: string };

/** `not-ours`: from another repository than the one whose secret signed it. */
export type Delivered = { read: true; about: About[] } | { read: false; why: "not-ours" | "malformed" };

const branch = z.nullish(z.string());
const commit = z.string().check(z.regex(OBJECT_ID));

const pullRequest = z.object({
  pull_request: z.object({
    head: z.object({ ref: z.string(), repo: z.nullish(z.object({ id: z.number() })) }),
  }),
});
const checkSuite = z.object({ check_suite: z.object({ head_branch: branch, head_sha: commit }) });
const checkRun = z.object({
  check_run: z.object({ head_sha: commit, check_suite: z.nullish(z.object({ head_branch: branch })) }),
});
const status = z.object({ sha: commit, branches: z.array(z.object({ name: z.string() })) });
const deployment = z.object({ deployment: z.object({ ref: z.string(), sha: commit }) });

type Reader = (body: unknown, repository: number) => About[] | null;

const reader =
  <Body>(shape: z.ZodMiniType<Body>, tells: (body: Body, repository: number) => About[]): Reader =>
  (body, repository) => {
    const read = shape.safeParse(body);
    return read.success ? tells(read.data, repository) : null;
  };

/** What is read of each event. GitHub has 70 others, which tell nothing here. */
const readers: Record<string, Reader> = {
  ping: () => [],
  // A branch of a fork may have any name.
  pull_request: reader(pullRequest, ({ pull_request: { head } }, repository) =>
    head.repo?.id === repository ? ofBranches([head.ref]) : [],
  ),
  check_suite: reader(checkSuite, ({ check_suite: { head_branch, head_sha } }) =>
    ofBranchOr(head_branch, head_sha),
  ),
  check_run: reader(checkRun, ({ check_run: { head_sha, check_suite } }) =>
    ofBranchOr(check_suite?.head_branch, head_sha),
  ),
  status: reader(status, ({ branches }) => ofBranches(branches.map(({ name }) => name))),
  deployment_status: reader(deployment, ({ deployment: { ref, sha } }) =>
    ofBranchOr(ref === sha ? null : ref, sha),
  ),
};

/** The events that a webhook is registered for. */
export const followedEvents = ["pull_request", "check_suite", "status", "deployment_status"];

const owner = z.object({ repository: z.object({ id: z.number() }) });

/**
 * What a delivery is about: conversations whose branch it names, or a commit of which only its id is known.
 * @param repository the id of the repository whose secret signed it
 */
export function readDelivery(event: string, body: unknown, repository: string): Delivered {
  const of = owner.safeParse(body);
  if (!of.success) return { read: false, why: "malformed" };
  const { id } = of.data.repository;
  if (String(id) !== repository) return { read: false, why: "not-ours" };
  const about = Object.hasOwn(readers, event) ? readers[event]?.(body, id) : [];
  return about ? { read: true, about } : { read: false, why: "malformed" };
}

/** As many branches as GitHub names of a commit. */
const MOST_BRANCHES = 10;

const ofBranches = (names: string[]): About[] =>
  [...new Set(names.slice(0, MOST_BRANCHES).flatMap((name) => conversationIn(name) ?? []))].map(
    (conversation_id) => ({ conversation_id }),
  );

/** A branch that is named tells it; without a name, what was published may be found by its commit. */
const ofBranchOr = (name: string | null | undefined, sha: string): About[] =>
  name ? ofBranches([name.replace(/^refs\/heads\//, "")]) : [{ commit: sha }];
