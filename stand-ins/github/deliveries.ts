import { createHmac, randomUUID } from "node:crypto";
import { REPOSITORY_ID, pullBody, repositoryBody } from "./answers.ts";
import type { FakePull, FakeRepository } from "./repository.ts";

/** A delivery of a webhook: the event's name and what GitHub tells of it. */
export interface Delivery {
  event: string;
  body: object;
}

export const pullRequestDelivery = (
  repository: FakeRepository,
  pull: FakePull,
  action: string,
): Delivery => ({
  event: "pull_request",
  body: {
    action,
    number: pull.number,
    pull_request: pullBody(repository, pull),
    repository: repositoryBody(repository),
  },
});

export const suiteDelivery = (repository: FakeRepository, branch: string, commit: string): Delivery => ({
  event: "check_suite",
  body: {
    action: "completed",
    check_suite: { head_branch: branch, head_sha: commit },
    repository: repositoryBody(repository),
  },
});

export const statusDelivery = (repository: FakeRepository, branch: string, commit: string): Delivery => ({
  event: "status",
  body: { sha: commit, branches: [{ name: branch }], repository: repositoryBody(repository) },
});

/** Some hosts deploy a commit and name no branch. */
export const deploymentDelivery = (repository: FakeRepository, commit: string): Delivery => ({
  event: "deployment_status",
  body: {
    action: "created",
    deployment: { ref: commit, sha: commit },
    deployment_status: { state: "success" },
    repository: repositoryBody(repository),
  },
});

/** The headers that GitHub sends with a delivery of a repository's webhook. */
export const deliveryHeaders = (event: string, body: string, secret: string): Record<string, string> => ({
  "content-type": "application/json",
  "user-agent": "GitHub-Hookshot/044aadd",
  "x-github-delivery": randomUUID(),
  "x-github-event": event,
  "x-github-hook-installation-target-id": String(REPOSITORY_ID),
  "x-github-hook-installation-target-type": "repository",
  "x-hub-signature-256": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
});
