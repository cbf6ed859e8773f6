import { Logger } from "@aws-lambda-powertools/logger";
// oxlint-disable-next-line import/no-named-as-default -- its types have only the default export
import middy from "@middy/core";
import { readConfig } from "#src/config.ts";
import { inTurns } from "#src/in-turns.ts";
import { once } from "#src/once.ts";
import { type SketchAnswer, type SketchRequest, sketchRequest } from "#src/sketch/page-change.ts";

interface Parts {
  draw: (request: SketchRequest) => Promise<SketchAnswer>;
  log: { info(message: string, details: { host: string | undefined; drawn: boolean; why?: string }): void };
}

/**
 * Draws the live page of a site before and after a change. It has no rights and no secrets: only `execution` invokes it, and
 * only with what it is to draw.
 */
export const createHandler = ({ draw, log }: Parts) =>
  middy<unknown, SketchAnswer>().handler(async (event) => {
    const request = sketchRequest.parse(event);
    const answer = await draw(request);
    const host = URL.parse(request.url)?.host;
    log.info("A page was asked for", {
      host,
      drawn: answer.drawn,
      ...(answer.drawn ? {} : { why: answer.why }),
    });
    return answer;
  });

const config = once(() => readConfig());

/** A Chromium is looked for, or unpacked, once in a container. */
const chromium = once(async () => {
  const { findChromium } = await import("#src/sketch/find-chromium.ts");
  return findChromium(config().CHROMIUM);
});

/** A local system draws in one process for everybody; a container of Lambda only ever draws one page at a time. */
const turn = inTurns(2);

export const handler = createHandler({
  draw: async (request) => {
    const found = await chromium();
    if (!found) return { drawn: false, why: "There is no Chromium here" };
    const { drawSketch } = await import("#src/sketch/draw-sketch.ts");
    return turn(() => drawSketch(found, request, { local: config().LOCAL_PAGE_URL }));
  },
  log: new Logger({ serviceName: "ux-agent" }),
});
