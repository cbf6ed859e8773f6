/** What a file is by its place: where a site begins, and what is found without being named. */
export type Place = "home" | "settings" | "page" | "content";

/** Folders that hold the first page of a site. */
const ROOT =
  "(?:(?:src|public|static|site|website|docs|www|app|pages|content|layouts|templates|views|exampleSite|dist|resources|frontend|client|web)/)*";
const PAGES = "html?|php|mdx?|markdown|njk|nunjucks|liquid|ejs|hbs|pug|astro|vue|svelte|[cm]?[jt]sx?";

const HOME = new RegExp(
  `^${ROOT}(?:index|home|_index)\\.(?:${PAGES})$|^${ROOT}(?:page|\\+page)\\.[a-z]+$|^content/(?:\\d+\\.)?index\\.(?:ya?ml|json|toml)$|^(?:docs|documentation|website)/readme\\.md$`,
  "i",
);
const START = new RegExp(
  `^(?:src/|client/|frontend/)?(?:main|index|app|_app)\\.(?:[jt]sx?|vue|svelte)$`,
  "i",
);
const SETTINGS = [
  /^(?:[\w-]+\/)?(?:_config|hugo|config|mkdocs|site)\.(?:ya?ml|toml|json)$/i,
  /^(?:[\w-]+\/)?config\/_default\/[\w.-]+\.(?:ya?ml|toml|json)$/i,
  /^(?:[\w-]+\/)?(?:docusaurus\.config|gatsby-config|\.(?:vuepress|vitepress)\/config|nuxt\.config|app\.config)\.[cm]?[jt]s$/i,
  /(?:^|\/)_data\/[\w-]*(?:meta|site|global|client|config|settings)[\w-]*\.[a-z]+$/i,
];
const PAGE = [
  /^(?:[\w-]+\/)?(?:src\/)?app\/(?:.*\/)?(?:page|layout|template|not-found|error)\.(?:[jt]sx?|mdx?)$/i,
  /^(?:[\w-]+\/)?(?:src\/)?pages\/(?!api\/).*\.(?:astro|vue|svelte|[jt]sx?|mdx?|html|njk|liquid)$/i,
  /^(?:src\/|app\/)?routes\/.*\.(?:svelte|[jt]sx?)$/i,
  /^(?:src\/)?(?:layouts|_layouts)\/(?:_default\/.*|default|baseof|base|index|home)\.[a-z]+$/i,
  /\.11tydata\.[cm]?js(?:on)?$/i,
  /^resources\/views\/(?:welcome|home|index)\.blade\.php$/i,
  /^error\.vue$/i,
];
/** Folders of a generator that hold no pages; another one that begins with `_` is a collection of Jekyll. */
const PARTS =
  /(?:^|\/)(?:_(?:layouts|includes|data|sass|plugins|drafts|config|components|partials|templates|assets|site|src)|components?|partials?|includes?|layouts?|templates?|views|snippets|sections|blocks|shortcodes|archetypes)\//i;
const CONTENT = /(?:^|\/)(?:content|docs|_[a-z]\w*|posts|blog|articles|collections|projects|events|team)\//i;
const DATA =
  /(?:^|\/)(?:_data|data|content|locales?|i18n|translations?|messages|lang)\/.*\.(?:json|ya?ml|toml)$|(?:^|\/)_data\/.*\.[cm]?[jt]s$/i;

/** What a framework or a web server finds by its place; null for what something else has to name. */
export function servedByPlace(path: string, text: string): Place | null {
  if (HOME.test(path)) return "home";
  if (SETTINGS.some((each) => each.test(path))) return "settings";
  if (START.test(path) || PAGE.some((each) => each.test(path))) return "page";
  return PARTS.test(path) ? null : byEnding(path, text);
}

/** Pages that a web server gives as they are, and those that a generator makes of what is written. */
function byEnding(path: string, text: string): Place | null {
  const isContent = CONTENT.test(path);
  if (/\.(?:html?|php)$/i.test(path)) return isContent ? "content" : "page";
  if (!/\.(?:mdx?|markdown|njk|liquid)$/i.test(path)) return null;
  if (isContent) return "content";
  return text.startsWith("---") && !path.includes("/") ? "page" : null;
}

/** Whether a file of data stands in a folder that generators read as a whole. */
export function isDataByPlace(path: string): boolean {
  return DATA.test(path);
}
