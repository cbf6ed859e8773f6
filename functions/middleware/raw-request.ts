import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";

/** The body byte for byte, as its sender signed it; null when there is none. */
export function rawBody({ body, isBase64Encoded }: APIGatewayProxyEventV2): Buffer | null {
  if (!body) return null;
  return Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
}

/** API Gateway lower-cases header names; other servers in its place may not. */
export function header({ headers }: APIGatewayProxyEventV2, name: string): string {
  return headers[name] ?? Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? "";
}

export const response = (statusCode: number, message: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ message }),
});
