export const siteMetadata = Object.freeze({
  title: "Portfolio",
  /* shown in the footer */
  footer: { text: 'Made by hand', year: 2024 },
  social: { "github-url": "https://github.com/ann" },
});

export { siteMetadata as default };
