import { siteSources } from "../site-files.ts";
import { DEFINITION } from "./terminal.ts";

/** What a framework finds by its place or its name, so that no file has to name it. */
const FOUND_BY_PLACE =
  /(?:^|\/)(?:pages|app|routes|views|content|public|static|layouts|templates|_\w+)\/|(?:^|\/)(?:index|main|app|page|layout|_?document|root|404)\.[a-z]+$|\.config\.[cm]?[jt]sx?$|\.(?:html?|php|md|mdx|json|ya?ml|toml)$/i;

/** Those of the files that no other file of the repository names, and that no framework finds by itself. */
export async function deadFiles(repository: string, files: string[]): Promise<string[]> {
  const asked = [...new Set(files)].filter((file) => !FOUND_BY_PLACE.test(file));
  if (asked.length === 0) return [];
  const texts = (await siteSources(repository, { settings: true })).map(({ path, content }) => ({
    path,
    text: new TextDecoder().decode(content),
  }));
  return asked.filter((file) => {
    const isThere = texts.some(({ path }) => path === file);
    return (
      isThere &&
      !texts.some(({ path, text }) => path !== file && !path.endsWith(DEFINITION) && names(text, file))
    );
  });
}

/** Whether a text has the name of a file as the end of a path: `"./Header"`, `'@/ui/Header.jsx'`. */
function names(text: string, file: string): boolean {
  const name = /([^/]+?)(?:\.module)?\.[a-z]+$/i.exec(file)?.[1] ?? file;
  const written = name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?:["'\`(]|/)_?${written}(?:\\.[\\w.]+)?["'\`)?#]`).test(text);
}
