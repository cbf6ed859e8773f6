import type { Plugin } from "esbuild";

/** What ElectroDB uses of the parts of the SDK that it requires. A new command has to be added here. */
const used: Record<string, string[]> = {
  "@aws-sdk/lib-dynamodb": [
    "BatchGetCommand",
    "DeleteCommand",
    "GetCommand",
    "PutCommand",
    "QueryCommand",
    "UpdateCommand",
  ],
  "@aws-sdk/util-dynamodb": ["unmarshall"],
};

/** What we use of ElectroDB, by the file that has it. */
const entrance = `
  export { Entity } from "./src/entity";
  export { CustomAttributeType } from "./src/schema";
  export { createConversions } from "./src/conversions";`;

const NAMESPACE = "required-by-electrodb";

/**
 * Imports the SDK in the place of ElectroDB, which is CommonJS and requires it. A module that is required has to be able
 * to wait: esbuild wraps it, and every module that it imports, in a function, leaves nothing of them out, and V8 reads
 * them twice. So ElectroDB gets an empty object, and its entrance fills that with what is used.
 */
export const importForElectroDb: Plugin = {
  name: "import-for-electrodb",
  setup(build) {
    build.onResolve({ filter: /^@aws-sdk\// }, ({ path, kind, importer }) =>
      kind === "require-call" && /node_modules\/electrodb\//.test(importer)
        ? { path, namespace: NAMESPACE }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: NAMESPACE }, () => ({ contents: "module.exports = {};" }));
    build.onLoad({ filter: /node_modules\/electrodb\/index\.js$/ }, () => ({
      contents: [...Object.entries(used).map(filled), entrance].join("\n"),
    }));
  },
};

const filled = ([name, exports]: [string, string[]]): string => {
  const names = `{ ${exports.join(", ")} }`;
  return `import ${names} from "${name}"; Object.assign(require("${name}"), ${names});`;
};
