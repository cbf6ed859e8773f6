/**
 * What a conversation asks of the table from start to published: 4 writes, one to count it, one read a step of work, and one
 * that looks who is blocked before it is published.
 */
export const CONVERSATION_REQUESTS = [
  "PutItemCommand",
  "GetItemCommand",
  "UpdateItemCommand",
  "UpdateItemCommand",
  "UpdateItemCommand",
  "GetItemCommand",
  "GetItemCommand",
  "UpdateItemCommand",
];
