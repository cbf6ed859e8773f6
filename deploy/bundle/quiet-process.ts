/**
 * Stands in for `process` in the bundles of `yaml`, which looks at an environment variable for each token that it reads:
 * a fifth of what an edit of a YAML file took. Set, it would print the tokens.
 */
export const env = {};

export const emitWarning = process.emitWarning.bind(process);
