import assert from "node:assert/strict";
import { deliveryHeaders, pullRequestDelivery } from "#stand-ins/github/deliveries.ts";
import { run } from "./run.ts";
import type { World } from "./steps.ts";
import { until } from "./until.ts";
import { workedOff } from "./wiring.ts";

/** Has GitHub report what becomes of a pull request, which the message then tells. A forged report is refused. */
export async function follow({ stage, emulator, outside, env }: World): Promise<string> {
  const register = ["commands/admin.ts", "--stage", stage.name, "webhook", "register"];
  const said = await run(process.execPath, register, { env: { ...env, ...emulator.env, ...outside.env } });
  const { state } = outside.github;
  const [hook] = state.hooks;
  const [pull] = state.pulls;
  assert(hook && pull, `no webhook was made: ${said}`);
  assert.equal(hook.config.url, (await stage.outputs())["GithubWebhookUrl"]);
  state.merge(pull.head, "octocat");
  const { event, body } = pullRequestDelivery(state, pull, "closed");
  const text = JSON.stringify(body);
  const send = (secret: string) =>
    stage.send({
      method: "POST",
      path: "/github/webhook",
      headers: deliveryHeaders(event, text, secret),
      body: text,
    });
  assert.equal((await send("another")).status, 401, "a forged report is answered");
  const answer = await send(hook.config.secret ?? "");
  assert.equal(answer.body, '{"message":"Noted."}', `a report was answered ${answer.status}`);
  const isTold = () => outside.discord.channel.messages().some(({ content }) => content.startsWith("🚀"));
  assert(await until(isTold, 60), "Discord was not told of the merge");
  await workedOff(stage, emulator);
  assert.deepEqual(outside.github.problems, [], "what GitHub would not have taken");
  return `GitHub's webhook was made, and a merge that it reported is told in Discord`;
}
