import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";

/** The exports of a package that are used, by the file below its entrance that has them. */
type Used = Record<string, string[]>;

/** The DynamoDB commands that the functions send. A new one has to be added here. */
const commands = ["BatchGet", "Delete", "Get", "Put", "Query", "Update"];

const commandFiles = (nameOf: (command: string) => string): Used =>
  Object.fromEntries(commands.map(nameOf).map((name) => [`./commands/${name}`, [name]]));

/**
 * Entrances that hand out the whole of a package. What is loaded on demand is bundled as a whole, and ElectroDB asks for
 * the whole of the SDK's document client: so the entrance itself has to be smaller. Anything that is used and not named
 * here ends the build.
 */
const entrances: Record<string, Used> = {
  "@aws-sdk/lib-dynamodb/dist-es/index.js": commandFiles((command) => `${command}Command`),
  "@aws-sdk/client-dynamodb/dist-es/index.js": {
    "./DynamoDBClient": ["DynamoDBClient"],
    "./commands/ScanCommand": ["ScanCommand"],
    ...commandFiles((command) => (command === "Query" ? "QueryCommand" : `${command}ItemCommand`)),
  },
  "@aws-sdk/client-bedrock-runtime/dist-es/index.js": {
    "./BedrockRuntimeClient": ["BedrockRuntimeClient"],
    "./commands/ConverseCommand": ["ConverseCommand"],
  },
  "@aws-sdk/client-lambda/dist-es/index.js": {
    "./LambdaClient": ["LambdaClient"],
    "./commands/InvokeCommand": ["InvokeCommand"],
  },
  "@aws-sdk/client-sqs/dist-es/index.js": {
    "./SQSClient": ["SQSClient"],
    "./commands/SendMessageCommand": ["SendMessageCommand"],
    "./commands/ChangeMessageVisibilityCommand": ["ChangeMessageVisibilityCommand"],
  },
  "@smithy/node-http-handler/dist-es/index.js": {
    // Bedrock's client names the handler of HTTP/2, which we replace. It would load http2 with every start.
    "./node-http-handler": ["NodeHttpHandler", "NodeHttpHandler as NodeHttp2Handler"],
    "@smithy/core/serde": ["streamCollector"],
  },
  "@aws-sdk/client-ssm/dist-es/index.js": {
    "./SSMClient": ["SSMClient"],
    "./commands/GetParameterCommand": ["GetParameterCommand"],
    "./commands/GetParametersByPathCommand": ["GetParametersByPathCommand"],
  },
};

const standIn = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What a package requires that another file is given for. */
const standIns = [
  { by: "electrodb", required: "jsonschema", path: standIn("trusting-validator.ts") },
  { by: "yaml", required: "process", path: standIn("quiet-process.ts") },
];

/** Leaves code out of a bundle that it never reaches. */
export const narrow: Plugin = {
  name: "narrow",
  setup(build) {
    for (const [file, used] of Object.entries(entrances))
      build.onLoad({ filter: endingWith(`node_modules/${file}`) }, () => ({ contents: reexports(used) }));
    for (const { by, required, path } of standIns)
      build.onResolve({ filter: exactly(required) }, ({ importer }) =>
        importer.includes(`node_modules/${by}/`) ? { path } : undefined,
      );
  },
};

const reexports = (used: Used): string =>
  Object.entries(used)
    .map(([file, names]) => `export { ${names.join(", ")} } from "${file}";`)
    .join("\n");

const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
const endingWith = (text: string) => new RegExp(`${literal(text)}$`);
const exactly = (text: string) => new RegExp(`^${literal(text)}$`);
