import { once } from "node:events";
import { type IncomingMessage, createServer, request } from "node:http";
import {
  type AddressInfo,
  type Server,
  type Socket,
  connect,
  createServer as createTcpServer,
} from "node:net";
import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import { publicAddress } from "#src/sketch/public-address.ts";
import { type Proxy, type ProxyOptions, startProxy } from "#src/sketch/start-proxy.ts";

/** Answers in the place of the system's resolver. */
const resolve = (addresses: string[]) => async () => addresses;

describe("a host", () => {
  it.each([
    "127.0.0.1",
    "127.8.9.10",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.169.254",
    "169.254.170.2",
    "192.0.0.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "[::1]",
    "fe80::1",
    "fd00:ec2::254",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:a9fe:a9fe",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "ff02::1",
    "2001:db8::1",
  ])("is not public as the address %s", async (address) => {
    expect(await publicAddress(address)).toBeNull();
    expect(await publicAddress("rebound.example", async () => [address.replaceAll(/[[\]]/g, "")])).toBeNull();
  });

  it("is what all of its addresses are", async () => {
    expect(await publicAddress("a.example", resolve(["93.184.216.34"]))).toBe("93.184.216.34");
    expect(await publicAddress("a.example", resolve(["2606:2800:220:1::1"]))).toBe("2606:2800:220:1::1");
    expect(await publicAddress("a.example", resolve(["93.184.216.34", "127.0.0.1"]))).toBeNull();
    expect(await publicAddress("a.example", resolve([]))).toBeNull();
    expect(await publicAddress("a.example", () => Promise.reject(new Error("ENOTFOUND")))).toBeNull();
    expect(await publicAddress("93.184.216.34")).toBe("93.184.216.34");
  });
});

let proxy: Proxy | undefined;
afterEach(async () => {
  await proxy?.stop();
  proxy = undefined;
});

async function start(options: Partial<ProxyOptions> = {}): Promise<URL> {
  proxy = await startProxy({ most: 1_000_000, ...options });
  return new URL(proxy.url);
}

/** Asks the proxy for a tunnel; the status it answers, and the tunnel. */
async function tunnelTo(
  target: string,
  { hostname, port }: URL,
): Promise<{ status: number; socket: Socket }> {
  const asked = request({ hostname, port, method: "CONNECT", path: target }).end();
  const [answer, socket] = (await once(asked, "connect")) as [IncomingMessage, Socket];
  onTestFinished(() => void socket.destroy());
  return { status: answer.statusCode ?? 0, socket };
}

async function listening(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

describe("a tunnel of the proxy", () => {
  const PUBLIC = "93.184.216.34";

  it("leads to the address that was checked, and asks for a name once", async () => {
    const echo = await listening(createTcpServer((socket) => socket.pipe(socket)));
    const [asked, opened]: string[][] = [[], []];
    // A name that leads to this machine the second time.
    const resolve = async (name: string) => (asked?.push(name) === 1 ? [PUBLIC] : ["127.0.0.1"]);
    const open = (address: string) => {
      opened?.push(address);
      return connect(echo, "127.0.0.1");
    };
    const url = await start({ resolve, open });
    for (const _ of [1, 2]) {
      const { status, socket } = await tunnelTo("site.example:443", url);
      expect(status).toBe(200);
      socket.write("hello");
      expect(String((await once(socket, "data"))[0])).toBe("hello");
    }
    expect({ asked, opened }).toEqual({ asked: ["site.example"], opened: [PUBLIC, PUBLIC] });
  });

  it.each([
    "169.254.169.254:443",
    "127.0.0.1:443",
    "[::1]:443",
    "[::ffff:127.0.0.1]:443",
    "localhost:443",
    "2130706433:443",
    "site.example:80",
    "site.example:9001",
    "site.example:22",
    "%%%:443",
  ])("does not lead to %s", async (target) => {
    const opened: string[] = [];
    const url = await start({
      resolve: async (name) => (name === "site.example" ? [PUBLIC] : ["127.0.0.1"]),
      open: (address) => {
        opened.push(address);
        return connect(9, "127.0.0.1");
      },
    });
    expect((await tunnelTo(target, url)).status).toBe(403);
    expect([...(proxy?.traffic.refused ?? [])]).toEqual([target]);
    expect(opened).toEqual([]);
  });

  it("is cut off, with all others, when the page brings too much", async () => {
    const pouring = await listening(
      createTcpServer((socket) => {
        socket.on("error", () => {});
        const pour = () =>
          void (socket.write(Buffer.alloc(64_000)) ? setImmediate(pour) : socket.once("drain", pour));
        pour();
      }),
    );
    const url = await start({
      resolve: async () => [PUBLIC],
      open: () => connect(pouring, "127.0.0.1"),
    });
    const { socket } = await tunnelTo("site.example:443", url);
    let received = 0;
    socket.on("data", (chunk: Uint8Array) => (received += chunk.byteLength));
    socket.on("error", () => {});
    await once(socket, "close");
    expect(proxy?.traffic.isOver).toBe(true);
    expect(received).toBeLessThan(3_000_000);
    const after = await tunnelTo("site.example:443", url).catch((error: unknown) => error);
    expect(after).toBeInstanceOf(Error);
  });
});

/** The status of what the proxy answers without a tunnel. */
const get = async (target: string, { hostname, port }: URL): Promise<number> => {
  const [answer] = (await once(request({ hostname, port, path: target }).end(), "response")) as [
    IncomingMessage,
  ];
  answer.resume();
  return answer.statusCode ?? 0;
};

describe("what is not TLS", () => {
  it("is refused, but for the page of a local system", async () => {
    const asked: string[] = [];
    const server = createServer(({ url = "" }, response) => {
      asked.push(url);
      response.end("<h1>Hello</h1>");
    });
    const port = await listening(server);
    const local = `http://127.0.0.1:${port}/pages/base`;
    const url = await start({ local });
    expect(await get(local, url)).toBe(200);
    for (const other of [
      `http://127.0.0.1:${port}/`,
      `http://127.0.0.1:${port}/pages/../secrets`,
      `http://localhost:${port}/pages/base`,
      "http://169.254.169.254/latest/meta-data/",
      "http://example.com/",
      "file:///etc/passwd",
    ])
      expect([other, await get(other, url)]).toEqual([other, 403]);
    expect(asked).toEqual(["/pages/base"]);
  });

  it("goes over the connections that there are, each of which is followed once", async () => {
    const warned: string[] = [];
    const warn = ({ name }: Error) => void warned.push(name);
    process.on("warning", warn);
    onTestFinished(() => void process.off("warning", warn));
    const port = await listening(createServer((_, response) => response.end("<h1>Hello</h1>")));
    const local = `http://127.0.0.1:${port}/pages/base`;
    const url = await start({ local });
    for (let asked = 0; asked < 15; asked += 1) expect(await get(local, url)).toBe(200);
    expect(warned).toEqual([]);
  });

  it("is refused without one", async () => {
    expect(await get("http://127.0.0.1:1/", await start())).toBe(403);
  });
});
