/** Why a file is not looked at, in words that go behind a number of files. */
export type SkipReason =
  | "made by a build"
  | "code of others"
  | "archived or a copy"
  | "pages of a CMS"
  | "tests and examples"
  | "settings of tools"
  | "about the repository";

/** By the names of folders, the first that fits. */
const FOLDERS: [SkipReason, RegExp][] = [
  [
    "code of others",
    /^(?:node_modules|bower_components|jspm_packages|vendors?|third[-_]?party|plugins|themes)$/i,
  ],
  ["made by a build", /^(?:dist|build|out|_site|_gen|_build|coverage|storybook-static)$/i],
  ["archived or a copy", /^_?(?:archived?|archives|old|backups?|bak|deprecated|legacy|unused|trash)$/i],
  ["pages of a CMS", /^(?:admin|cms|tina|studio|netlify-cms|decap|keystatic)$/i],
  [
    "tests and examples",
    /^(?:tests?|__tests__|__mocks__|specs?|e2e|cypress|playwright|fixtures|stories|archetypes)$/i,
  ],
  ["settings of tools", /^\.(?!(?:vitepress|vuepress)$)/],
];

/** By the names of files. */
const FILES: [SkipReason, RegExp][] = [
  ["made by a build", /\.min\.[a-z]+$|\.map$/i],
  [
    "code of others",
    /^(?:jquery|bootstrap|font-?awesome|all|normalize|reset|swiper|slick|aos|animate|owl\.carousel|magnific-popup|modernizr|popper|lodash|isotope|wow|gsap|highlight|prism)(?:[-.][\w.-]*)?\.(?:css|js)$/i,
  ],
  ["archived or a copy", /(?:[-_. ](?:old|bak|backup|copy|orig|deprecated|unused)|\(\d+\)| copy)\.[a-z]+$/i],
  ["tests and examples", /\.(?:test|spec|stories|cy)\.[a-z]+$/i],
  ["about the repository", /^(?:license|changelog|contributing|code_of_conduct|security|authors)\.[a-z]+$/i],
  [
    "settings of tools",
    /^\.|^(?:package|package-lock|tsconfig|jsconfig|composer|manifest|lerna|netlify|vercel)\.(?:json|toml)$|\.webmanifest$|^(?!(?:docusaurus|nuxt|app)\.)[\w-]+(?:\.[\w-]+)*\.config\.[cm]?[jt]s$/,
  ],
];

/** Why a file cannot hold what people see of a site, by its path; null when it may. */
export function skipReason(path: string): SkipReason | null {
  const parts = path.split("/");
  const name = parts.at(-1) ?? "";
  const folders = parts.slice(0, -1);
  const byFolder = FOLDERS.find(([, folder]) => folders.some((part) => folder.test(part)));
  const found = byFolder ?? FILES.find(([, file]) => file.test(name));
  if (found !== undefined) return found[0];
  return /^readme\.md$/i.test(path) ? "about the repository" : null;
}
