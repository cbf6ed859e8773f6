import * as React from "react"
import Layout from "../components/layout"
import Seo from "../components/seo"

const IndexPage = () => (
  <Layout pageTitle="Home">
    <Hero title='Small batches' ctaLink="/shop" ctaText={"Order now"} image="images/hero.jpg" />
    <p>
      Roasted in {new Date().getFullYear()} by <strong>two friends</strong>.
    </p>
  </Layout>
)

export const Head = () => <Seo title="Home" />

export default IndexPage
