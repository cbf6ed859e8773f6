/** Permissions of a GitHub App, by GitHub's names. */
export type Permissions = Record<string, "read" | "write">;

/** No more than publishing needs. Labels and pull requests share a permission. */
export const TO_PUBLISH = { contents: "write", pull_requests: "write" } as const;

/** What following needs as well. */
export const TO_FOLLOW = { checks: "read", statuses: "read", deployments: "read" } as const;

/** What a GitHub App of a deployment may do: publish, and read what becomes of it. */
export const APP_PERMISSIONS = { ...TO_PUBLISH, ...TO_FOLLOW, metadata: "read" } as const;
