import { GetParametersByPathCommand, type Parameter, type SSMClient } from "@aws-sdk/client-ssm";

/** Every SSM parameter directly below a path, decrypted; a request for each ten of them. */
export async function* parametersBelow(
  client: Pick<SSMClient, "send">,
  path: string,
): AsyncGenerator<Parameter> {
  let NextToken: string | undefined;
  do {
    const page = await client.send(
      new GetParametersByPathCommand({
        Path: path,
        WithDecryption: true,
        ...(NextToken ? { NextToken } : {}),
      }),
    );
    yield* page.Parameters ?? [];
    NextToken = page.NextToken;
  } while (NextToken);
}
