/** The part of Bottleneck that Octokit uses; it comes without a declaration of its own. */
declare module "bottleneck/light.js" {
  export { default } from "bottleneck";
}
