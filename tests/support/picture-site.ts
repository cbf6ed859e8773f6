import type { DiscordStandIn } from "#stand-ins/discord/discord-stand-in.ts";
import { sampleFiles } from "./github-site.ts";
import { photograph } from "./pictures.ts";

/** The page of the sample site that has a picture here, and the settings that name it. */
export const PAGE = "src/pages/Home.jsx";
export const SETTINGS = "ux-agent.json";

/** The page with a picture in it. */
export const pageWithPicture = (page: string): string =>
  page.replace(
    '<h2 className="hero-text">',
    '<img className="hero-picture" src="/images/pier.webp" alt="The old pier" />\n        <h2 className="hero-text">',
  );

/** The settings with that picture, in the section `home`. */
export function settingsWithPicture(settings: string, rules: object = {}): string {
  const site = JSON.parse(settings) as { sections: { id: string; properties: object[] }[] };
  site.sections
    .find(({ id }) => id === "home")
    ?.properties.push(
      {
        id: "picture",
        names: ["photo", "image"],
        kind: "image",
        selector: ".hero-picture",
        folder: "public/images",
        maxWidth: 320,
        alt: "picture-words",
        ...rules,
      },
      { id: "picture-words", kind: "attribute", selector: ".hero-picture", attribute: "alt" },
    );
  return JSON.stringify(site, null, 2);
}

/** The files of the sample site with that page and those settings. */
export const filesWithPicture = async () =>
  (await sampleFiles()).map(({ path, content }) => {
    if (path === PAGE) return { path, content: pageWithPicture(content) };
    return { path, content: path === SETTINGS ? settingsWithPicture(content) : content };
  });

/** Uploads a picture as the client does before it sends the command, and answers as what the command names it. */
export async function upload(
  { channel }: DiscordStandIn,
  content: Uint8Array | Promise<Uint8Array> = photograph(),
  { filename = "New pier.jpg", content_type = "image/jpeg" } = {},
) {
  const attachment = channel.upload({ filename, content_type, content: new Uint8Array(await content) });
  return { ...attachment, width: 400, height: 300 };
}
