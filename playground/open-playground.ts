import { buildPageFiles } from "./page-files.ts";
import { sendJson, sendPageFile } from "./page-server.ts";
import type { Pages } from "./pages.ts";
import { Playground, type PlaygroundParts } from "./playground.ts";
import { answerPlayground, type Served } from "./routes.ts";
import { SitePages } from "./site-pages.ts";

interface Options extends Omit<PlaygroundParts, "url"> {
  /** The server at whose address they open. */
  front: { url: string; showPages: (pages: Pages) => void };
}

/** Opens the playground and the operators' console at the address of a running system. */
export function openPlayground({ front, ...rest }: Options): void {
  const parts = { ...rest, url: front.url };
  const playground = new Playground(parts);
  const pages = parts.repository === null ? null : new SitePages(parts.repository);
  const served: Served = { playground, parts, pages };
  const files = buildPageFiles(["/", "/console"]);
  // A request for a page brings the failure to light; without one it must not end the process.
  files.catch(() => undefined);
  front.showPages({
    beforeDiscord: () => playground.saboteur.beforeDiscord(),
    saw: (exchange) => playground.saw(exchange),
    handle: async ({ method = "GET", url = "/", headers }, response, body) => {
      const { pathname, searchParams: search } = new URL(url, front.url);
      const file = method === "GET" ? (await files).get(pathname) : undefined;
      if (file) sendPageFile(response, file);
      const asked = { method, pathname, search, body, type: headers["content-type"] ?? "" };
      return file !== undefined || answer(served, asked, response);
    },
  });
}

type Ask = Parameters<typeof answerPlayground>;

/** What goes wrong is shown on the page, with its reason: this is a workbench. */
async function answer(...[served, request, response]: Ask): Promise<boolean> {
  try {
    return await answerPlayground(served, request, response);
  } catch (error) {
    sendJson(response, 400, { message: error instanceof Error ? error.message : String(error) });
    return true;
  }
}
