/** The requests that we make, by the names that Discord's own description of its API has for their bodies. */
export const requestSchemas = {
  autocomplete: "ApplicationCommandAutocompleteCallbackRequest",
  message: "CreateMessageInteractionCallbackRequest",
  modal: "ModalInteractionCallbackRequest",
  pong: "PongInteractionCallbackRequest",
  update: "UpdateMessageInteractionCallbackRequest",
  edit: "MessageEditRequestPartial",
  editByToken: "IncomingWebhookUpdateRequestPartial",
  post: "MessageCreateRequest",
  command: "ApplicationCommandCreateRequest",
} as const;

export type DiscordRequest = keyof typeof requestSchemas;

/** What is wrong with the body of a request, by Discord's description; nothing is an empty list. */
export type Conformance = (request: DiscordRequest, body: unknown) => string[];
