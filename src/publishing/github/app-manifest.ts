import { APP_PERMISSIONS } from "./permissions.ts";

interface App {
  /** As people see it; GitHub has each name once. */
  name: string;
  homepage: string;
  /** Where GitHub sends the browser of the person who has made it. */
  redirectUrl: string;
}

/** The description of a GitHub App from which GitHub makes one: https://docs.github.com/apps/sharing-github-apps */
export const appManifest = ({ name, homepage, redirectUrl }: App) => ({
  name,
  url: homepage,
  redirect_url: redirectUrl,
  public: false,
  default_permissions: APP_PERMISSIONS,
  default_events: [],
});

/** Where GitHub's pages are, by the address of its API; an Enterprise server has both on one host. */
export function gitHubPages(apiUrl: string): string {
  const { origin, hostname } = new URL(apiUrl);
  return hostname === "api.github.com" ? "https://github.com" : origin;
}

/** Where a person makes an App from a manifest. */
export const newAppPage = (pages: string, organization: string | undefined): string =>
  organization === undefined
    ? `${pages}/settings/apps/new`
    : `${pages}/organizations/${encodeURIComponent(organization)}/settings/apps/new`;
