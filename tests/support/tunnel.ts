import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { request } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { generate } from "selfsigned";

/** An https address that leads to a port of this machine, as a tunnel or a reverse proxy makes one. */
export interface Tunnel {
  url: string;
  /** The file of the authority that vouches for it, for NODE_EXTRA_CA_CERTS. */
  authority: string;
  stop(): Promise<void>;
}

/** One for all tunnels of this process, which trusts it, since it also plays Discord. */
let certificate: Promise<{ key: string; cert: string }> | undefined;

async function newCertificate() {
  const altNames = [{ type: 7 as const, ip: "127.0.0.1" }];
  const { private: key, cert } = await generate([{ name: "commonName", value: "tunnel" }], {
    extensions: [{ name: "subjectAltName", altNames }],
  });
  setDefaultCACertificates([...getCACertificates(), cert]);
  return { key, cert };
}

/** @param folder where the authority's file is written */
export async function openTunnel(port: number, folder: string): Promise<Tunnel> {
  const { key, cert } = await (certificate ??= newCertificate());
  const authority = join(folder, "authority.pem");
  await writeFile(authority, cert);
  const server = createServer({ key, cert }, (incoming, outgoing) => {
    const { method, url: path, headers } = incoming;
    const forwarded = request({ host: "127.0.0.1", port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    forwarded.on("error", () => outgoing.writeHead(502).end());
    incoming.pipe(forwarded);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a server has that listens on a port
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${own}`,
    authority,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
