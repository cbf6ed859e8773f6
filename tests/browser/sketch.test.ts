import { createSocket } from "node:dgram";
import { once } from "node:events";
import { type Browser, chromium } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { drawPage } from "#src/sketch/draw-page.ts";
import { drawSketch } from "#src/sketch/draw-sketch.ts";
import { findChromium } from "#src/sketch/find-chromium.ts";
import type { PageChange } from "#src/sketch/page-change.ts";
import { type ServedSite, serveSite, serving } from "./sketched/serve-site.ts";
import { SITES } from "./sketched/sites.ts";

let browser: Browser;
beforeAll(async () => {
  const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
});
afterAll(() => browser.close());

interface Pixels {
  width: number;
  height: number;
  /** Three bytes a pixel, row by row. */
  data: Buffer;
}

async function pixelsOf(png: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

const colorAt = ({ data, width }: Pixels, x: number, y: number): string =>
  data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3).join();

type Drawn = Extract<Awaited<ReturnType<typeof drawPage>>, { drawn: true }>;

/** How many pixels differ inside the frame, and how many outside of it. */
async function differences({ before, after, box }: Drawn): Promise<{ inside: number; outside: number }> {
  const [one, other] = [await pixelsOf(before), await pixelsOf(after)];
  expect([other.width, other.height]).toEqual([one.width, one.height]);
  const counts = { inside: 0, outside: 0 };
  for (let pixel = 0; pixel < one.width * one.height; pixel += 1) {
    const [start, end] = [pixel * 3, pixel * 3 + 3];
    // A million of them: they are compared where they are.
    if (one.data.compare(other.data, start, end, start, end) === 0) continue;
    const [x, y] = [pixel % one.width, Math.floor(pixel / one.width)];
    const isInside = x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
    counts[isInside ? "inside" : "outside"] += 1;
  }
  return counts;
}

/** Whether the frame is where the box says: on all four sides, in the second picture alone. */
async function isFramed({ before, after, box }: Drawn): Promise<boolean> {
  const [one, other] = [await pixelsOf(before), await pixelsOf(after)];
  const [middleX, middleY] = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
  const sides: [number, number][] = [
    [box.x + 1, middleY],
    [box.x + box.width - 2, middleY],
    [middleX, box.y + 1],
    [middleX, box.y + box.height - 2],
  ];
  const FRAME = "230,0,126";
  return sides.every(([x, y]) => colorAt(other, x, y) === FRAME && colorAt(one, x, y) !== FRAME);
}

async function draw(files: ServedSite, ...changes: PageChange[]) {
  return drawPage(browser, { url: await serveSite(files), changes });
}

describe.each(Object.entries(SITES))("on %s", (_style, { files, asked }) => {
  it.each(asked)("$what is drawn where it is", async ({ change, keeps }) => {
    const drawn = await draw(await files(), change);
    if (!drawn.drawn) throw new Error(drawn.why);
    const { inside, outside } = await differences(drawn);
    expect(drawn.shown).toBe(1);
    expect(await isFramed(drawn)).toBe(true);
    // More than the frame itself.
    expect(inside).toBeGreaterThan(6 * (drawn.box.width + drawn.box.height));
    if (keeps) expect(outside).toBe(0);
  });
});

const morning: PageChange = { kind: "text", before: "Morning", after: "Evening", selector: undefined };

const page = (body: string): ServedSite => ({ "/index.html": `<!doctype html>${body}` });

describe("nothing is drawn", () => {
  it.each<[string, string]>([
    ["does not show the old value", "<h1>Noon</h1>"],
    ["shows it twice", "<h1>Morning</h1><p>Morning</p>"],
    ["shows it to no one", "<h1 hidden>Morning</h1>"],
  ])("where the page %s", async (_why, body) => {
    expect(await draw(page(body), morning)).toEqual({
      drawn: false,
      why: "The page does not show what changes exactly once",
    });
  });

  it("where the two pictures would be the same", async () => {
    expect(await draw(page(`<h1 style="opacity: 0">Morning</h1>`), morning)).toEqual({
      drawn: false,
      why: "The page looks the same afterwards",
    });
  });

  it("where there is no page", async () => {
    expect(await draw({}, morning)).toEqual({ drawn: false, why: "The page answered 404" });
  });

  it("but what is found is drawn, and how much that is is told", async () => {
    const nowhere: PageChange = { kind: "text", before: "Nowhere", after: "x", selector: undefined };
    expect(await draw(page("<h1>Morning</h1>"), morning, nowhere)).toMatchObject({ drawn: true, shown: 1 });
  });
});

/** A list of posts, of which one gets another name. */
const changing = (name: string, count: number): PageChange => {
  const before = Array.from({ length: count }, (_, at) => ({ title: `Post ${at + 1}` }));
  const after = before.map((item) => (item.title === name ? { title: "Changed" } : item));
  return { kind: "list", before, after, selector: undefined };
};

const posts = (count: number, style: string): string =>
  Array.from({ length: count }, (_, at) => `<article style="${style}">Post ${at + 1}</article>`).join("");

describe("a list", () => {
  it("is drawn far down a page that hides something in it", async () => {
    const body = `<div style="height: 2000px"></div><main><p hidden>Page 1</p>${posts(3, "")}</main>`;
    const drawn = await draw(page(body), changing("Post 2", 3));
    expect(drawn).toMatchObject({ drawn: true });
  });

  it("keeps what stands between its items where it is", async () => {
    const body = ["Post 1", "Post 2", "Post 3"]
      .map((title) => `<h2>${title}</h2><p>About ${title}.</p>`)
      .join("");
    const drawn = await draw(page(body), changing("Post 2", 3));
    if (!drawn.drawn) throw new Error(drawn.why);
    expect((await differences(drawn)).outside).toBe(0);
    expect(drawn.box.height).toBeLessThan(60);
  });

  it("of more than a window shows the item that changes", async () => {
    const drawn = await draw(page(posts(9, "height: 300px")), changing("Post 8", 9));
    if (!drawn.drawn) throw new Error(drawn.why);
    const { inside, outside } = await differences(drawn);
    expect(inside).toBeGreaterThan(6 * (drawn.box.width + drawn.box.height));
    expect(outside).toBe(0);
  });
});

/** A server of this machine that no page may reach; what asked it. */
async function forbidden(): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const url = await serving((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(200, { "access-control-allow-origin": "*" }).end("secret");
  });
  return { url: url.slice(0, -1), asked };
}

async function sketch(url: string, local: string, options: Parameters<typeof drawSketch>[2] = {}) {
  const found = await findChromium(process.env["CHROMIUM"]);
  if (!found) throw new Error("There is no Chromium");
  return drawSketch(found, { url, changes: [morning] }, { local, ...options });
}

describe("a hostile page", () => {
  it("reaches nothing of this machine or of AWS: not by a script, a frame, a picture, a socket or UDP", async () => {
    const secret = await forbidden();
    const udp = createSocket("udp4");
    const datagrams: string[] = [];
    udp.on("message", (message) => datagrams.push(message.toString("hex")));
    udp.bind(0, "127.0.0.1");
    await once(udp, "listening");
    onTestFinished(() => void udp.close());
    const targets = [
      secret.url,
      secret.url.replace("127.0.0.1", "localhost"),
      secret.url.replace("127.0.0.1", "[::ffff:127.0.0.1]"),
      secret.url.replace("http:", "https:"),
      "http://169.254.169.254/latest/meta-data/",
      "https://169.254.169.254/",
      "http://127.0.0.1:9001/2018-06-01/runtime/invocation/next",
      "file:///etc/passwd",
    ];
    const script = `
      
      for (const url of ${JSON.stringify(targets)}) {
        fetch(url, { mode: "no-cors" }).catch(() => {});
        for (const name of ["img", "iframe", "script"]) { const part = document.createElement(name); part.src = url; document.body.append(part); }
        try { new WebSocket(url.replace(/^http/, "ws")).onopen = () => {}; } catch {}
      }
      const peer = new RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:${udp.address().port}" }] });
      peer.createDataChannel("x"); peer.createOffer().then((offer) => peer.setLocalDescription(offer));
      fetch("/slow").then(() => (document.querySelector("p").textContent = "Morning"));`;
    const local = await serving((request, response) => {
      // What is tried has a second and a half to arrive.
      if (request.url === "/slow") return void setTimeout(() => response.end(), 1500);
      response.writeHead(200, { "content-type": "text/html" });
      response.end(`<!doctype html><p>…</p><script>${script}</script>`);
    });
    expect(await sketch(local, local)).toMatchObject({ drawn: true });
    expect({ asked: secret.asked, datagrams }).toEqual({ asked: [], datagrams: [] });
  });

  it.each([
    "http://169.254.169.254/latest/meta-data/",
    "file:///etc/passwd",
    "https://127.0.0.1/",
    "https://localhost/",
  ])("is not %s itself", async (url) => {
    expect(await sketch(url, "http://127.0.0.1:1/")).toMatchObject({ drawn: false });
  });

  it("does not lead elsewhere by a redirect", async () => {
    const secret = await forbidden();
    const local = await serving((_, response) => {
      response.writeHead(302, { location: `${secret.url}/` }).end();
    });
    expect(await sketch(local, local)).toMatchObject({ drawn: false });
    expect(secret.asked).toEqual([]);
  });

  it.each<[string, string]>([
    ["its script never rests", "<p>Morning</p><script>setTimeout(() => { for (;;); }, 0)</script>"],
    ["it opens boxes for ever", "<p>Morning</p><script>for (;;) alert(1)</script>"],
    ["it goes to itself for ever", "<p>Morning</p><script>setInterval(() => location.reload(), 5)</script>"],
  ])("ends in time where %s", async (_how, body) => {
    const local = await serveSite({ "/index.html": `<!doctype html>${body}` });
    const began = Date.now();
    const answer = await sketch(local, local, { longest: 5000 });
    expect(Date.now() - began).toBeLessThan(15_000);
    expect(typeof answer.drawn).toBe("boolean");
  });

  it("ends in time where it never answers, or sends 100 MB", async () => {
    const local = await serving((request, response) => {
      if (request.url === "/silent") return;
      response.writeHead(200, { "content-type": "text/html" }).write("<!doctype html><p>Morning</p>");
      response.write("<!--");
      const chunk = Buffer.alloc(256_000, "x");
      let left = 400;
      const pour = (): void => {
        while ((left -= 1) > 0) if (!response.write(chunk)) return void response.once("drain", pour);
        response.end();
      };
      pour();
    });
    expect(await sketch(`${local}silent`, local, { longest: 3000 })).toEqual({
      drawn: false,
      why: "The page takes too long",
    });
    expect(await sketch(`${local}large`, local)).toEqual({ drawn: false, why: "The page is too large" });
  });
});

describe("the Chromium of the npm registry", () => {
  it("draws as an installed one does, as it runs in Lambda", async () => {
    const packed = await findChromium(undefined, []);
    if (!packed) throw new Error("It is not installed");
    const local = await serveSite({ "/index.html": "<!doctype html><h1>Morning</h1>" });
    expect(await drawSketch(packed, { url: local, changes: [morning] }, { local })).toMatchObject({
      drawn: true,
      shown: 1,
    });
  });
});
