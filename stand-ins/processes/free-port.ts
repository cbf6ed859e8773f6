import { once } from "node:events";
import { createServer } from "node:net";

/** A port that nothing listened on a moment ago, of the loopback interface or one of its other addresses. */
export async function freePort(host = "127.0.0.1"): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("the loopback interface has no port");
  return address.port;
}
