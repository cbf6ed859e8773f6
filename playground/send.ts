import { InteractionResponseType, MessageFlags } from "discord-api-types/v10";
import * as z from "zod/mini";
import type { DiscordStandIn } from "#stand-ins/discord/discord-stand-in.ts";
import { signedHeaders } from "#stand-ins/discord/signing-key.ts";
import { jsonIn } from "#src/json-in.ts";
import type { Modal, Outcome } from "./wire.ts";

/** Longer than Discord waits, so that a late answer is still seen. */
const PATIENCE_MS = 20_000;

const choice = z.object({ name: z.string(), value: z.string() });

const response = z.object({
  type: z.enum(InteractionResponseType),
  data: z.optional(
    z.looseObject({
      content: z.optional(z.string()),
      flags: z.optional(z.number()),
      choices: z.optional(z.array(choice)),
    }),
  ),
});

/** An interaction as it is sent. */
export interface Signed {
  body: string;
  headers: Record<string, string>;
}

interface Options {
  url: string;
  discord: Pick<DiscordStandIn, "violations">;
}

/** Signs an interaction as Discord does; the key stays on this side. */
export const signed = (signingKey: string, interaction: object): Signed => {
  const body = JSON.stringify(interaction);
  return { body, headers: signedHeaders(signingKey, body, new Date()) };
};

/** Sends an interaction to the service, and returns what its member sees at once. */
export async function send({ url, discord }: Options, { body, headers }: Signed): Promise<Outcome> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const answer = await fetch(`${url}/interactions`, { method: "POST", headers, body, signal }).catch(
    () => null,
  );
  if (!answer?.ok) return { shows: "failed", why: answer ? `HTTP ${answer.status}` : "no answer" };
  const said = await answer.text();
  const refused = discord.violations.find(
    ({ interaction }) => interaction !== undefined && interaction === idIn(body),
  );
  if (refused) return { shows: "failed", why: refused.problems.join("; ") };
  return outcomeOf(said);
}

function outcomeOf(said: string): Outcome {
  const read = response.safeParse(jsonIn(said));
  if (!read.success) return { shows: "failed", why: "what it answered is not a response" };
  const { type, data } = read.data;
  if (type === InteractionResponseType.ApplicationCommandAutocompleteResult)
    return { shows: "choices", choices: data?.choices ?? [] };
  const isForOne = ((data?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  if (type !== InteractionResponseType.Modal)
    return { shows: "message", told: (isForOne && data?.content) || null };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the stand-in has checked it against Discord's limits
  return { shows: "modal", modal: data as unknown as Modal };
}

const idIn = (body: string): string => z.object({ id: z.string() }).parse(JSON.parse(body)).id;
