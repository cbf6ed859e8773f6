import { expect, test, vi } from "vitest";
import { connectToGitHub } from "#src/publishing/github/connection.ts";

const headers = { "content-type": "application/json" };

async function write(): Promise<void> {
  const octokit = connectToGitHub({ fetch: async () => new Response("{}", { headers }) });
  await octokit.request("POST /repos/{owner}/{repo}/git/blobs", { owner: "acme", repo: "site", content: "" });
}

test("a connection leaves nothing running, however many there are", async () => {
  await write();
  const started = vi.spyOn(globalThis, "setInterval");
  await write();
  expect(started).not.toHaveBeenCalled();
});
