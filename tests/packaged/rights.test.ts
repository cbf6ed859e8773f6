import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { buildFunction } from "#deploy/bundle/build-function.ts";
import { createSiteEntity } from "#entities/site.ts";
import { type Statement, allows } from "#tests/support/iam-policy.ts";
import { resourcesOf } from "#tests/support/packaged-template.ts";
import { actionsOfPorts, eventsOfCallers } from "#tests/support/port-actions.ts";
import type { Requested } from "#tests/support/recorded-requests.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";

/**
 * What a function may do is compared with what its code can ask for, in two steps: which methods of the ports to the
 * table are called in the files of its bundle, and which requests each of these methods makes when it is really called.
 */
const functions = ["interactions", "dispatch", "execution", "github", "pictures", "admin"];

/** The ports themselves, and what puts them together: they name methods without any function calling them. */
const PORTS = new Set([
  "src/conversations/askings.ts",
  "src/conversations/conversation-repository.ts",
  "src/conversations/farewells.ts",
  "src/conversations/user-conversations.ts",
  "src/conversations/guild-conversations.ts",
  "src/conversations/scan-guild-index.ts",
  "src/sites/site-directory.ts",
  "src/sites/site-values.ts",
  "src/sites/read-with-usage.ts",
  "src/sites/usage-counter.ts",
  "src/sites/blocked-people.ts",
  "src/conversations/open-among.ts",
  "src/conversations/undo-claims-in-table.ts",
  "src/conversations/followings.ts",
  "src/conversations/hints.ts",
  "src/conversations/publications.ts",
]);

const template = inject("templates").dev;
let folder: string;
let actions: Record<string, Requested[]>;
beforeAll(async () => {
  folder = await mkdtemp(`${tmpdir()}/ux-agent-rights-`);
  actions = await actionsOfPorts();
}, 120_000);
afterAll(() => removeFolder(folder));

/** `conversations.find`, `sites.keepCatalogue`, … as they are called in a file. */
function callsIn(file: string, code: string): string[] {
  const calls = [
    ...code.matchAll(
      /\b(askings|conversations|farewells|userConversations|guildConversations|blockedPeople|sites|usage|undoClaims|followings|hints|publications)\.(\w+)\(/g,
    ),
  ].map(([, port, method]) => `${port}.${method}`);
  return calls.flatMap((call) =>
    call === "conversations.apply"
      ? (eventsOfCallers[file] ?? ["an event that nobody knows of"]).map((event) => `${call} ${event}`)
      : call,
  );
}

/** What the code of a function can ask AWS for: requests to the table, and actions of other services. */
async function neededBy(name: string): Promise<{ requests: Requested[]; others: string[] }> {
  const { parts } = await buildFunction(name, folder);
  const own = [...parts.keys()].filter((file) => /^(src|functions)\//.test(file) && !PORTS.has(file));
  const calls = await Promise.all(own.map(async (file) => callsIn(file, await readFile(file, "utf8"))));
  const requests = calls.flat().flatMap((call) => {
    const known = actions[call];
    if (!known) throw new Error(`Nobody knows what ${call} asks for`);
    return known;
  });
  return { requests, others: otherServices([...parts.keys()]) };
}

/** The requests to other services whose commands are in the bundle; DynamoDB's are told by the ports. */
const otherServices = (files: string[]): string[] =>
  files.flatMap((file) => {
    const [, service, command] = /@aws-sdk\/client-([\w-]+)\/.*commands\/(\w+)Command\.js$/.exec(file) ?? [];
    return service && service !== "dynamodb" ? [actionOf(service, `${command}`)] : [];
  });

/** Two rights are named after another call. They are not part of the role: there is one only where it is of use. */
const actionOf = (service: string, command: string): string =>
  ({ "bedrock-runtime": "bedrock:InvokeModel", lambda: "lambda:InvokeFunction" })[service] ??
  `${service}:${command}`;

const policyOf = (name: "ModelRight" | "PicturesRight" | "TraceRight", of = template) => {
  const right = resourcesOf(of, "AWS::IAM::Policy")[name];
  const { Roles, PolicyDocument } = (right?.Properties ?? {}) as {
    Roles: unknown;
    PolicyDocument: { Statement: { Action: string; Resource: unknown }[] };
  };
  return { Condition: right?.Condition, roles: Roles, statements: PolicyDocument.Statement };
};

const roleOf = (name: string): Statement[] => {
  const role = template.Resources[`${name[0]?.toUpperCase()}${name.slice(1)}IamRoleLambdaExecution`];
  const [policy] = (role?.Properties["Policies"] ?? []) as { PolicyDocument: { Statement: Statement[] } }[];
  return policy?.PolicyDocument.Statement ?? [];
};

/** What Lambda itself does in the name of the function: log, read the stream and the queue. */
const LAMBDAS_OWN =
  /^(logs:|sqs:(ReceiveMessage|DeleteMessage|GetQueueAttributes)$|dynamodb:(GetRecords|GetShardIterator|DescribeStream|ListStreams)$)/;

/** The parts of a role that its code uses. */
const ownRights = (name: string): Statement[] =>
  roleOf(name).flatMap((statement) =>
    statement.Action.filter((action) => !LAMBDAS_OWN.test(action)).map((action) => ({
      ...statement,
      Action: [action],
    })),
  );

const isOfTable = ({ Action }: Statement): boolean => Action.join("").startsWith("dynamodb:");

const mayDo = (name: string, request: Requested): boolean =>
  ownRights(name).some((statement) => isOfTable(statement) && allows(statement, request));

describe.each(functions)("the role of %s", (name) => {
  it("allows what its code can ask for, no more and no less", async () => {
    const { requests, others } = await neededBy(name);
    const rights = ownRights(name);
    expect(requests.filter((request) => !mayDo(name, request))).toEqual([]);
    const unused = rights.filter((right) => isOfTable(right) && !requests.some((one) => allows(right, one)));
    expect(unused).toEqual([]);
    const elsewhere = rights.filter((right) => !isOfTable(right)).flatMap(({ Action }) => Action);
    const more = name === "execution" ? (["ModelRight", "PicturesRight"] as const) : [];
    const conditional = more.flatMap((right) => policyOf(right).statements.map(({ Action }) => Action));
    expect([...elsewhere, ...conditional].toSorted()).toEqual([...new Set(others)].toSorted());
  });

  it("names each action and each resource", () => {
    for (const { Effect, Action, Resource } of roleOf(name)) {
      expect(Effect).toBe("Allow");
      expect(Action.join(" ")).not.toContain("*");
      expect(Resource).not.toBe("*");
    }
  });
});

/** A request for one item by the names of its attributes. */
const one = (action: string, pk: string, ...attributes: string[]): Requested => ({
  action: `dynamodb:${action}`,
  leadingKeys: [pk],
  attributes: ["pk", "sk", ...attributes],
});

describe("interactions", () => {
  it("may wish for a catalogue, and write nothing else of a site", () => {
    expect(mayDo("interactions", one("UpdateItem", "site", "catalogue_wanted_at"))).toBe(true);
    const others = Object.keys(
      createSiteEntity({ table: "t", client: new DynamoDBClient() }).schema.attributes,
    );
    for (const attribute of others.filter((name) => name !== "catalogue_wanted_at"))
      expect(mayDo("interactions", one("UpdateItem", "site", "catalogue_wanted_at", attribute))).toBe(false);
    for (const action of ["PutItem", "DeleteItem"])
      expect(mayDo("interactions", one(action, "site", "catalogue_wanted_at"))).toBe(false);
  });

  it("may write conversations, and nothing of another kind", () => {
    for (const action of ["PutItem", "UpdateItem", "DeleteItem"]) {
      expect(mayDo("interactions", one(action, "conversation#1", "status"))).toBe(true);
      expect(mayDo("interactions", one(action, "another#1", "status"))).toBe(false);
    }
  });
});

const mayNote = (pk: string, ...attributes: string[]) =>
  mayDo("github", one("UpdateItem", pk, "hinted_at", ...attributes));

describe("github", () => {
  it("may note a time on what is followed, and touch nothing that people wrote", () => {
    expect(mayNote("following")).toBe(true);
    expect(mayNote("commit#1#c0ffee")).toBe(true);
    expect(mayNote("following", "looked_at")).toBe(false);
    for (const pk of ["conversation#1", "site", "farewell#1", "blocked#1"]) expect(mayNote(pk)).toBe(false);
    for (const action of ["GetItem", "PutItem", "DeleteItem"])
      expect(mayDo("github", one(action, "following"))).toBe(false);
  });
});

describe("the roles", () => {
  it("are one for each function; the framework's shared one has no right", () => {
    const used = Object.values(resourcesOf(template, "AWS::Lambda::Function")).map(
      ({ Properties }) => Properties["Role"],
    );
    const own = ["Interactions", "Dispatch", "Execution", "Github", "Pictures", "Admin"].map(
      (name) => `${name}IamRoleLambdaExecution`,
    );
    expect(used).toEqual(own.map((role) => ({ "Fn::GetAtt": [role, "Arn"] })));
    expect(template.Resources["IamRoleLambdaExecution"]?.Properties["Policies"]).toEqual([]);
  });

  it("let only execution read secrets, and only those of its stage; and github the one that is its own", () => {
    const reading = functions.filter((name) =>
      roleOf(name).some(({ Action }) => Action.join(" ").includes("ssm:")),
    );
    expect(reading).toEqual(["execution", "github"]);
    const resources = roleOf("execution").find(({ Action }) =>
      Action.includes("ssm:GetParametersByPath"),
    )?.Resource;
    const arn = "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/ux-agent/dev";
    expect(resources).toEqual([{ "Fn::Sub": arn }, { "Fn::Sub": `${arn}/*` }]);
    const own = roleOf("github").find(({ Action }) => Action.includes("ssm:GetParameter"));
    expect(own?.Resource).toEqual({ "Fn::Sub": `${arn}/GITHUB_WEBHOOK_SECRET` });
  });
});

describe("X-Ray", () => {
  it("is told by every function but the one without rights, and only where tracing is on", () => {
    const traced = Object.entries(resourcesOf(template, "AWS::Lambda::Function")).filter(
      ([, { Properties }]) => Properties["FunctionName"] !== "ux-agent-dev-pictures",
    );
    const roles = traced.map(([name]) => ({ Ref: name.replace("LambdaFunction", "IamRoleLambdaExecution") }));
    expect(policyOf("TraceRight")).toMatchObject({ Condition: "Traced", roles });
    expect(template.Parameters["Tracing"]?.Default).toBe("PassThrough");
  });
});

describe("a model", () => {
  it("may be asked by execution alone, and only where one is named, and only that one", () => {
    expect(policyOf("ModelRight")).toEqual({
      Condition: "HasModel",
      roles: [{ Ref: "ExecutionIamRoleLambdaExecution" }],
      statements: [
        {
          Effect: "Allow",
          Action: "bedrock:InvokeModel",
          Resource: {
            "Fn::If": [
              "HasModelArns",
              { "Fn::Split": [",", { Ref: "ModelArns" }] },
              [{ "Fn::Sub": "arn:${AWS::Partition}:bedrock:${AWS::Region}::foundation-model/${ModelId}" }],
            ],
          },
        },
      ],
    });
    expect(template.Parameters["ModelId"]?.Default).toBe("");
  });
});

describe("the function that draws the live page", () => {
  it("may do nothing but write its own log", () => {
    expect(roleOf("pictures")).toEqual([
      {
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:CreateLogGroup", "logs:PutLogEvents"],
        Resource: [
          {
            "Fn::Sub":
              "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/ux-agent-dev-pictures:*:*",
          },
        ],
      },
    ]);
    const role = template.Resources["PicturesIamRoleLambdaExecution"];
    expect(role?.Properties["ManagedPolicyArns"]).toEqual([]);
  });

  it("has no secret, and no queue, in its environment", () => {
    const { Environment } = template.Resources["PicturesLambdaFunction"]?.Properties ?? {};
    const { Variables } = Environment as { Variables: Record<string, unknown> };
    expect(
      Object.keys(Variables).filter((name) => /SECRET|TOKEN|KEY|QUEUE|GITHUB|DISCORD/.test(name)),
    ).toEqual([]);
  });

  it("may be invoked by execution alone, and is deployed only where it is wanted", () => {
    const policy = { Condition: "DrawsTheLivePage", roles: [{ Ref: "ExecutionIamRoleLambdaExecution" }] };
    const arn =
      "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:ux-agent-dev-pictures";
    expect(policyOf("PicturesRight")).toEqual({
      ...policy,
      statements: [{ Effect: "Allow", Action: "lambda:InvokeFunction", Resource: { "Fn::Sub": arn } }],
    });
    const { prod } = inject("templates");
    expect(Object.keys(prod.Resources).filter((name) => /^Pictures(?!Right)/.test(name))).toEqual([]);
    expect(policyOf("PicturesRight", prod)).toMatchObject(policy);
    expect([template, prod].map(({ Parameters }) => Parameters["LivePictures"]?.Default)).toEqual([
      "yes",
      "no",
    ]);
  });
});

describe("what the code can ask for", () => {
  it("is known of every event that a file applies", () => {
    expect(
      Object.keys(actions)
        .filter((call) => call.startsWith("conversations.apply "))
        .toSorted(),
    ).toEqual(
      Object.values(eventsOfCallers)
        .flat()
        .map((event) => `conversations.apply ${event}`)
        .toSorted(),
    );
  });
});
