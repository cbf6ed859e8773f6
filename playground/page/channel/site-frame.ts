import { html, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { ref } from "lit/directives/ref.js";
import { change, state } from "./state.ts";

/** The width that the site's page is laid out for, in pixels; it is scaled down to what there is. */
const LAID_OUT = 1000;
const MOST_PIXELS = 20_000;

interface Shows {
  label: string;
  /** What it is a page of, for the eye, and for screen readers in full. */
  of: string;
  title: string;
  src: string;
}

/** The site's page in a frame of no origin. Its height is its own to tell; the box around it scrolls. */
export const siteFrame = ({ label, of, title, src }: Shows): TemplateResult =>
  html`<figure class="page">
    <figcaption title=${of}><strong>${label}</strong> <span class="muted small">${of}</span></figcaption>
    <div class="frame" tabindex="-1" ${ref(fit)} @scroll=${together}>
      ${keyed(
        src,
        html`<iframe
          title=${title}
          sandbox="allow-scripts"
          tabindex="-1"
          width=${LAID_OUT}
          src=${src}
          @load=${arrived}
        ></iframe>`,
      )}
      <p class="building small muted">Building the page…</p>
    </div>
  </figure>`;

const arrived = ({ currentTarget }: Event): void => {
  if (currentTarget instanceof HTMLElement) currentTarget.dataset["is"] = "there";
};

const observer = new ResizeObserver((entries) => {
  for (const { target, contentRect } of entries)
    if (target instanceof HTMLElement)
      target.style.setProperty("--scale", String(contentRect.width / LAID_OUT));
});

function fit(element: Element | undefined): void {
  if (element) observer.observe(element);
}

/** The frames beside it show the same part of their pages. */
function together({ currentTarget }: Event): void {
  if (!(currentTarget instanceof HTMLElement)) return;
  const { scrollTop } = currentTarget;
  for (const other of document.querySelectorAll<HTMLElement>(".frame"))
    if (other !== currentTarget && Math.abs(other.scrollTop - scrollTop) > 1) other.scrollTop = scrollTop;
}

/** A page in a frame may be anyone's: what it tells is taken for a height and for a link, and for nothing else. */
export function hearFrames(): void {
  addEventListener("message", ({ source, data }: MessageEvent<unknown>) => {
    const frame = [...document.querySelectorAll("iframe")].find((each) => each.contentWindow === source);
    if (!frame || typeof data !== "object" || data === null) return;
    if ("height" in data && typeof data.height === "number")
      frame.style.setProperty("--height", `${Math.min(Math.max(data.height, 100), MOST_PIXELS)}px`);
    if ("href" in data && typeof data.href === "string") follow(data.href);
  });
}

/** Goes to the page of the site that a link leads to; one that leads elsewhere leads nowhere here. */
function follow(href: string): void {
  const here = new URL(state.page, "http://site.invalid/");
  const to = URL.canParse(href, here) ? new URL(href, here) : null;
  if (to?.origin !== here.origin) return;
  const path = to.pathname.slice(1);
  const page = state.repository?.pages.find((each) =>
    [each, each.replace(/(?:^|\/)index\.html$/, ""), each.replace(/\.html$/, "")].includes(
      path.replace(/\/$/, ""),
    ),
  );
  if (page !== undefined) change({ page });
}
