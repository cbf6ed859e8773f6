/** Whether an error is what the JSON body parser throws: 415 for the content type, 422 for the body. */
export const isUnreadableBody = (error: unknown): boolean =>
  error instanceof Error && "statusCode" in error && (error.statusCode === 415 || error.statusCode === 422);
