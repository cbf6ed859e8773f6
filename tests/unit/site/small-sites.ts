/** Small sites as their frameworks have them, each with files that its pages do not use: their names say `dead`. */
export const SMALL_SITES: Record<string, Record<string, string>> = {
  "plain HTML": {
    "index.html": `<title>Mole</title><link rel="stylesheet" href="css/site.css"><h1>Café Mole</h1><a href="menu.html">Menu</a>`,
    "menu.html": `<title>Menu</title><h1>Menu</h1><p>Soup</p>`,
    "css/site.css": ":root { --brand: #08f } h1 { color: var(--brand) }",
    "css/dead.css": ":root { --brand: #f00 } h1 { color: var(--brand) }",
    "old/dead.html": "<h1>Old</h1>",
    "menu-old.html": "<h1>dead</h1>",
    "vendor/jquery.js": "const title = { title: 'dead' };",
  },
  "React and Vite": {
    "index.html": `<title>Mole</title><div id="root"></div><script type="module" src="/src/main.jsx"></script>`,
    "src/main.jsx": `import App from "./App"; import "./site.css"; render(<App />);`,
    "src/App.jsx": `import { Hero } from "@/components/Hero"; // import { Dead } from "./components/Dead";
      export default () => <main><Hero title="Hello" /><p>Words</p></main>;`,
    "src/components/Hero.jsx":
      "export const Hero = ({ title }) => <section><h1>{title}</h1><p>By the sea</p></section>;",
    "src/components/Dead.jsx": "export const Dead = () => <p>dead</p>;",
    "src/site.css": ":root { --primary: #08f } p { color: var(--primary) }",
    "src/data/dead.json": '{ "title": "Dead" }',
  },
  Next: {
    "app/layout.tsx": `import "./globals.css"; export const metadata = { title: "Mole", description: "A café" };
      export default ({ children }) => <body>{children}<footer><p>© Mole</p></footer></body>;`,
    "app/page.tsx": `import links from "../content/links.json"; import Hero from "../components/hero";
      export default () => <main><Hero /><h2>Visit</h2></main>;`,
    "app/about/page.tsx": "export default () => <main><h1>About</h1></main>;",
    "app/globals.css": ":root { --accent: #08f } a { color: var(--accent) }",
    "components/hero/index.tsx": "export default () => <section><h1>Hello</h1></section>;",
    "components/dead/index.tsx": "export default () => <section><h1>Dead</h1></section>;",
    "content/links.json": '[{ "label": "Beans", "href": "/beans" }, { "label": "Visit", "href": "/visit" }]',
    "next.config.js": "export default { title: 'dead' };",
  },
  Hugo: {
    "hugo.toml":
      'baseURL = "https://mole.example"\ntitle = "Mole"\n[params.hero]\ntitle = "Hello"\nbuttontext = "Go"\n',
    "content/_index.md": "---\ntitle: Home\n---\n\nBy the sea.\n",
    "layouts/index.html": `{{ define "main" }}{{ partial "hero.html" . }}<p>{{ range .Site.Data.hours }}{{ .day }}{{ end }}</p>{{ end }}`,
    "layouts/_default/baseof.html": `<body>{{ block "main" . }}{{ end }}{{ partial "footer" . }}</body>`,
    "layouts/partials/hero.html":
      "<section><h1>{{ .Site.Params.hero.title }}</h1><p>Open daily</p></section>",
    "layouts/partials/footer.html": "<footer><p>© Mole</p></footer>",
    "layouts/partials/dead.html": "<section><h2>Dead</h2></section>",
    "data/hours.yaml": "- title: Monday\n  text: 8 to 17\n",
    "themes/other/layouts/partials/dead.html": "<p>dead</p>",
  },
  Jekyll: {
    "_config.yml": "title: Mole\ndescription: A café\nplugins: [jekyll-feed]\n",
    "index.html": "---\nlayout: default\ntitle: Home\n---\n<h1>Hello</h1>{% include hours.html %}",
    "_layouts/default.html": "<body>{{ content }}{% include footer.html %}</body>",
    "_includes/hours.html": "<section id='hours'><h2>Hours</h2><p>Daily</p></section>",
    "_includes/footer.html": "<footer><p>© Mole</p></footer>",
    "_includes/dead.html": "<p>dead</p>",
    "_data/menu.yml": "- title: Beans\n  url: /beans\n- title: Visit\n  url: /visit\n",
    "_layouts/dead.html": "<h1>Dead</h1>",
    "_layouts/home.html": "---\nlayout: default\n---\n<link rel=stylesheet href='/css/site.css'>",
    "css/site.scss": '---\n---\n@import "brand", "parts/menu";\na { color: $brand }\n',
    "_sass/brand.scss": "$brand: #08f;\np { color: $brand }\n",
    "_sass/dead.scss": "$brand: #f00;\np { color: $brand }\n",
    "_staff/ann.md": "---\nname: Ann\nposition: Baker\n---\nBakes at night.\n",
  },
  Nuxt: {
    "nuxt.config.ts": 'export default defineNuxtConfig({ site: { name: "Mole", description: "A café" } });',
    "content/0.index.yml": "title: Mole\nhero:\n  title: Hello\n  subtitle: By the sea\n",
    "content/news/first.md": "# First\n\n::the-note\nWords.\n::\n",
    "pages/index.vue":
      "<template><main><HomeHero :title='page.hero.title' /><LazyShopHours /></main></template>",
    "app.vue": "<template><TheHeader /><NuxtPage /></template>",
    "components/TheHeader.vue": "<template><header><p>Open daily</p></header></template>",
    "components/home/HomeHero.vue":
      "<template><section><h1>{{ title }}</h1><p>Fresh</p></section></template>",
    "components/shop/Hours.vue": "<template><section><h2>Hours</h2></section></template>",
    "components/content/TheNote.vue": "<template><aside><h3>Note</h3><slot /></aside></template>",
    "components/Dead.vue": "<template><p>dead</p></template>",
  },
  Eleventy: {
    "eleventy.config.js": "export default (config) => ({ dir: { input: 'src' }, title: 'dead' });",
    "src/index.njk": `---\ntitle: Home\n---\n{% extends "layouts/base.njk" %}<h1>Hello</h1>`,
    "src/_includes/layouts/base.njk": `<link rel="stylesheet" href="/css/root.css"><body>{% include "parts/footer.njk" %}</body>`,
    "src/_includes/parts/footer.njk": "<footer><p>© Mole</p></footer>",
    "src/_includes/parts/dead.njk": "<p>dead</p>",
    "src/_data/client.js": 'module.exports = { name: "Mole", phoneFormatted: "(555) 123-4567" };',
    "src/styles/root.css": ":root { --primary: #08f } p { color: var(--primary) }",
    "src/admin/config.yml":
      "collections:\n- name: posts\n  folder: src/blog\n  fields:\n  - { name: title, label: Headline of the post }\n",
    "src/admin/index.html": "<title>dead</title>",
    "src/blog/first.md": "---\ntitle: First\n---\n# First\n",
  },
  Docusaurus: {
    "docusaurus.config.ts": `export default { title: "Mole", themeConfig: { navbar: { title: "Mole", items: [
      { label: "Docs", to: "/docs" }, { label: "Blog", to: "/blog" }] } }, presets: [["classic", { title: "dead" }]] };`,
    "src/pages/index.tsx": `import Features from "@site/src/components/Features"; export default () => <main><h1>Hello</h1><Features /></main>;`,
    "src/components/Features/index.tsx":
      "const list = [{ title: 'Fast', description: 'Very.' }]; export default () => <section>{list.map(show)}</section>;",
    "src/components/Dead/index.tsx": "export default () => <section><h2>Dead</h2></section>;",
    "docs/intro.md": "---\ntitle: Intro\n---\n# Intro\n\nWords.\n",
  },
};
