import { Logger } from "@aws-lambda-powertools/logger";
// oxlint-disable-next-line import/no-named-as-default -- its types have only the default export
import middy from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { listConversations } from "#src/admin/list-conversations.ts";
import {
  conversationParameters,
  listParameters,
  openParameters,
  readParameters,
  userParameters,
} from "#src/admin/parameters.ts";
import { openInServer } from "#src/admin/open-conversations.ts";
import { openEverywhere } from "#src/admin/open-everywhere.ts";
import { retryConversation } from "#src/admin/retry-conversation.ts";
import { noConversation, showConversation } from "#src/admin/show-conversation.ts";
import { type App, createApp } from "#src/app.ts";
import { readConfig } from "#src/config.ts";
import { answerErrors } from "./middleware/answer-errors.ts";
import type { ErrorLog } from "./middleware/reply-to-errors.ts";

type Result = APIGatewayProxyStructuredResultV2;
type Route = (app: App, event: APIGatewayProxyEventV2) => Promise<Result>;

/** The routes for operators. API Gateway only lets requests through that are signed with AWS credentials. */
export const createHandler = ({ app, log }: { app: () => App; log: ErrorLog }) =>
  middy<APIGatewayProxyEventV2, Result>()
    .use(answerErrors(log))
    .handler(async (event) => {
      const route = routes[event.routeKey];
      return route ? route(app(), event) : answer(404, { message: "There is no such route." });
    });

const routes: Record<string, Route> = {
  "GET /admin/users/{userId}/conversations": list,
  "GET /admin/conversations": open,
  "GET /admin/conversations/{conversationId}": show,
  "POST /admin/conversations/{conversationId}/retry": retry,
  "DELETE /admin/users/{userId}/conversations": erase,
};

async function list(app: App, event: APIGatewayProxyEventV2): Promise<Result> {
  const query = readParameters(listParameters, parametersOf(event));
  if (!query.ok) return badRequest(query);
  const listed = await listConversations(app, query.data);
  if (!listed.ok) return badRequest(listed);
  const { conversations, cursor } = listed;
  return answer(200, { conversations, cursor });
}

async function open(app: App, event: APIGatewayProxyEventV2): Promise<Result> {
  const query = readParameters(openParameters, parametersOf(event));
  if (!query.ok) return badRequest(query);
  const { guildId } = query.data;
  return answer(200, await (guildId === undefined ? openEverywhere(app) : openInServer(app, guildId)));
}

async function show(app: App, event: APIGatewayProxyEventV2): Promise<Result> {
  const query = readParameters(conversationParameters, parametersOf(event));
  if (!query.ok) return badRequest(query);
  const { conversationId } = query.data;
  const conversation = await showConversation(app, conversationId);
  return conversation ? answer(200, conversation) : answer(404, { message: noConversation(conversationId) });
}

async function retry(app: App, event: APIGatewayProxyEventV2): Promise<Result> {
  const query = readParameters(conversationParameters, parametersOf(event));
  if (!query.ok) return badRequest(query);
  const retried = await retryConversation(app, query.data.conversationId, event.requestContext.requestId);
  if (retried.ok) return answer(200, retried.conversation);
  return answer(retried.reason === "not-found" ? 404 : 409, { message: retried.message });
}

async function erase(app: App, event: APIGatewayProxyEventV2): Promise<Result> {
  const query = readParameters(userParameters, parametersOf(event));
  if (!query.ok) return badRequest(query);
  const erasure = await app.userConversations.erase(query.data.userId);
  return answer(200, erasure.complete ? erasure : { ...erasure, message: MORE_TO_ERASE });
}

const MORE_TO_ERASE = "There is more to erase. Send the same request again until `complete` is true.";

const parametersOf = ({ pathParameters, queryStringParameters }: APIGatewayProxyEventV2) => ({
  ...queryStringParameters,
  ...pathParameters,
});

const badRequest = ({ problem }: { problem: { parameter: string; message: string } }): Result =>
  answer(400, { message: `${problem.parameter} ${problem.message}.` });

const answer = (statusCode: number, body: object): Result => ({
  statusCode,
  // The answers are personal data: no cache on the way may keep them.
  headers: { "content-type": "application/json", "cache-control": "no-store" },
  body: JSON.stringify(body),
});

let app: App | undefined;

export const handler = createHandler({
  app: () => (app ??= createApp(readConfig())),
  log: new Logger({ serviceName: "ux-agent" }),
});
