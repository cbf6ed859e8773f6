// @ts-check
/** @type {import('@docusaurus/types').Config} */
const config = {
  title: "Oven",
  tagline: "Documentation of the oven",
  themeConfig: {
    navbar: {
      items: [
        { label: "Docs", to: "/docs/intro" },
        { label: "Blog", to: "/blog" },
      ],
    },
  },
};

export default config;
