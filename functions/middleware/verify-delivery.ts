import type { MiddlewareObj } from "@middy/core";
import { verify } from "@octokit/webhooks-methods";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { webhookSecret } from "#src/publishing/github/webhook-secret.ts";
import { header, rawBody, response } from "./raw-request.ts";

/** The repository whose webhook a delivery says to be of; only its secret can sign for it. */
export const repositoryOf = (event: APIGatewayProxyEventV2): string =>
  header(event, "x-github-hook-installation-target-id");

/**
 * Only lets deliveries through that GitHub signed with the secret of the repository that they are said to be of: HMAC
 * SHA-256 over the raw body. It must run before any middleware parses the body.
 * @param master from which the secrets are made; undefined when there is none, so that nothing is let through
 */
export const verifyDelivery = (
  master: () => Promise<string | undefined>,
): MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> => ({
  before: async ({ event }) => {
    const body = rawBody(event)?.toString();
    if (!body) return response(400, "The request has no body.");
    const signature = header(event, "x-hub-signature-256");
    const repository = repositoryOf(event);
    // Neither of a repository nor signed: not even the secret is read.
    if (!/^\d{1,20}$/.test(repository) || !/^sha256=[0-9a-f]{64}$/.test(signature)) return notSigned();
    const secret = await master();
    const isSigned = secret && (await verify(webhookSecret(secret, repository), body, signature));
    return isSigned ? undefined : notSigned();
  },
});

const notSigned = () =>
  response(401, "The signature is not that of a repository's webhook: see docs/operations.md, “Following”.");
