import { describe, expect, it } from "vitest";
import { isOwnRequest } from "#playground/is-own-request.ts";

const own = (headers: Record<string, string>) => isOwnRequest({ headers }, 3000);

describe("a request to a server of this machine", () => {
  it.each([
    ["a program", { host: "127.0.0.1:3000" }],
    ["a program that says localhost", { host: "localhost:3000" }],
    ["an address typed into a browser", { host: "127.0.0.1:3000", "sec-fetch-site": "none" }],
    ["its own page", { host: "127.0.0.1:3000", "sec-fetch-site": "same-origin" }],
    ["its own page, writing", { host: "localhost:3000", origin: "http://localhost:3000" }],
  ])("is its own from %s", (_, headers) => {
    expect(own(headers)).toBe(true);
  });

  it.each([
    ["another site", { host: "127.0.0.1:3000", origin: "https://evil.example" }],
    ["another site that reads only", { host: "127.0.0.1:3000", "sec-fetch-site": "cross-site" }],
    ["another port of this machine", { host: "127.0.0.1:3000", origin: "http://127.0.0.1:5173" }],
    ["another port that reads only", { host: "127.0.0.1:3000", "sec-fetch-site": "same-site" }],
    ["the other name of this machine", { host: "127.0.0.1:3000", origin: "http://localhost:3000" }],
    ["https", { host: "127.0.0.1:3000", origin: "https://127.0.0.1:3000" }],
    ["a sandboxed page", { host: "127.0.0.1:3000", origin: "null" }],
    ["a name that was rebound", { host: "evil.example:3000" }],
    ["a name that looks like this machine", { host: "127.0.0.1.evil.example:3000" }],
    ["another port's name", { host: "127.0.0.1:3001" }],
    ["this machine's name without its port", { host: "127.0.0.1" }],
    ["no host", {}],
    ["a tunnel", { host: "127.0.0.1:3000", "x-forwarded-for": "203.0.113.7" }],
    ["a proxy", { host: "127.0.0.1:3000", forwarded: "for=203.0.113.7" }],
  ])("is refused from %s", (_, headers) => {
    expect(own(headers)).toBe(false);
  });
});
