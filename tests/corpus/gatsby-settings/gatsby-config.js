/**
 * See: https://www.gatsbyjs.com/docs/reference/config-files/gatsby-config/
 */
module.exports = {
  siteMetadata: {
    title: `Gatsby Default Starter`,
    description: `Kick off your next, great Gatsby project with this default starter.`,
    author: `@gatsbyjs`,
    siteUrl: `https://gatsbystarterdefaultsource.gatsbyjs.io/`,
    menuLinks: [
      { name: `Home`, link: `/` },
      { name: `Blog`, link: `/blog` },
    ],
  },
  plugins: [
    `gatsby-plugin-image`,
    { resolve: `gatsby-plugin-manifest`, options: { name: `gatsby-starter-default`, background_color: `#663399` } },
  ],
}
