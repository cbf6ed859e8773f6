import { once } from "node:events";
import type { Server } from "node:http";

/** A server of this machine that listens. */
export interface Listening {
  /** `http://127.0.0.1:1234`. */
  url: string;
  /** Ends connections that are still open, too, and waits until nothing is. */
  stop: () => Promise<void>;
}

/**
 * Has a server listen on the loopback interface, on a port that is free unless one is named.
 * @throws when it is not
 */
export async function listenLocally(server: Server, port = 0): Promise<Listening> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
