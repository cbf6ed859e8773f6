import { AwsClient } from "aws4fetch";

interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/** Sends requests to an API of AWS, signed with the owner's credentials. */
export type SignedFetch = (
  url: string,
  request: { method: string; body?: Buffer<ArrayBuffer> },
) => Promise<Response>;

/**
 * Signs for API Gateway (SigV4).
 * @param credentials asked each time, since what a sign-in gives ends after a while
 */
export const signedFetch =
  (credentials: () => Promise<Credentials>, region: string): SignedFetch =>
  async (url, request) => {
    const client = new AwsClient({ ...(await credentials()), service: "execute-api", region, retries: 0 });
    return client.fetch(url, request);
  };
