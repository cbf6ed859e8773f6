import { appManifest, gitHubPages, newAppPage } from "#src/publishing/github/app-manifest.ts";
import { takeApp } from "#src/publishing/github/take-app.ts";
import type { Safe } from "./keep-app.ts";
import { receiveCode } from "./receive-code.ts";

interface Options {
  apiUrl: string;
  name: string;
  /** Whose App it is; undefined: the person's own. */
  organization: string | undefined;
  safe: Safe;
  tell: (sentence: string) => void;
}

const HOMEPAGE = "https://github.com/ux-agent/ux-agent";

/**
 * Makes a GitHub App with a person at a browser, keeps its id and its key, and sends the browser on to install it. The key is
 * never shown.
 * @throws UserError in one sentence when that fails
 */
export async function makeGitHubApp({ apiUrl, name, organization, safe, tell }: Options): Promise<void> {
  await safe.check();
  await receiveCode({
    action: newAppPage(gitHubPages(apiUrl), organization),
    manifestFor: (redirectUrl) => appManifest({ name, homepage: HOMEPAGE, redirectUrl }),
    tell: (url) => tell(`Open this page in a browser on this machine: ${url}`),
    take: async (code) => {
      const app = await takeApp(apiUrl, code);
      await safe.keep(app);
      tell(`The App ${app.id} is made, and its key is in ${safe.place}.`);
      tell(`Install it on the site's repository: ${app.installPage}`);
      return app.installPage;
    },
  });
}
