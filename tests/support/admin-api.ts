import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { createHandler } from "#functions/admin.ts";
import type { App } from "#src/app.ts";
import type { Detail, Summary } from "#src/admin/conversation-view.ts";

/** What any route may answer; a test looks at what it expects. */
type Body = Partial<Detail> & {
  message?: string;
  conversations?: Summary[];
  cursor?: string;
  erased?: number;
  complete?: boolean;
};

export interface AdminAnswer {
  status: number;
  body: Body;
  /** As it was sent, to look for what must not be in it. */
  text: string;
  headers: Record<string, string>;
}

/** The admin function as API Gateway calls it. */
export class AdminApi {
  readonly errors: Error[] = [];
  readonly #handler: ReturnType<typeof createHandler>;
  #requests = 0;

  constructor(app: () => App) {
    this.#handler = createHandler({ app, log: { error: (_, { error }) => this.errors.push(error) } });
  }

  list = (userId: string, query?: Record<string, string>) =>
    this.call("GET /admin/users/{userId}/conversations", { userId }, query);
  open = (query?: Record<string, string>) => this.call("GET /admin/conversations", {}, query);
  show = (conversationId: string) =>
    this.call("GET /admin/conversations/{conversationId}", { conversationId });
  retry = (conversationId: string, requestId?: string) =>
    this.call("POST /admin/conversations/{conversationId}/retry", { conversationId }, undefined, requestId);
  erase = (userId: string) => this.call("DELETE /admin/users/{userId}/conversations", { userId });

  async call(
    routeKey: string,
    pathParameters: Record<string, string>,
    queryStringParameters?: Record<string, string>,
    requestId = `request-${(this.#requests += 1)}`,
  ): Promise<AdminAnswer> {
    const event = { version: "2.0", routeKey, pathParameters, queryStringParameters };
    const result = (await this.#handler(
      { ...event, requestContext: { requestId } } as unknown as APIGatewayProxyEventV2,
      {} as Context,
    )) as { statusCode: number; headers: Record<string, string>; body: string };
    const { statusCode: status, headers, body: text } = result;
    return { status, headers, text, body: JSON.parse(text) as Body };
  }
}
