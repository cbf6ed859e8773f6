import { lookUp } from "#src/requests/names.ts";
import { readImages } from "#src/discord/attachments.ts";
import { optionNames } from "#src/discord/commands.ts";
import { guidedForm } from "#src/discord/forms/guided-form.ts";
import type { Interaction } from "#src/discord/interaction.ts";
import { type Reply, onlyYou } from "#src/discord/replies.ts";
import { inert } from "#src/discord/text.ts";
import type { CatalogueSection } from "#src/site/catalogue.ts";
import type { SiteItem } from "#entities/site.ts";
import { accessOf } from "#src/sites/permissions.ts";
import { type BeginPorts, askedFrom, begin } from "./begin.ts";
import { refuseAccess } from "./refuse.ts";
import { type ValuesPorts, valuesNow } from "./values-now.ts";
import { wordsIn } from "./words-in.ts";

export type RequestPorts = BeginPorts &
  ValuesPorts & {
    /** Where Discord's API is, or what stands in for it. */
    discordApi: string;
  };

type Command = Extract<Interaction, { kind: "command" }>;

/** `/ux-update`: starts a conversation, or says at once what is wrong with the request. A section alone opens a form. */
export async function handleRequest(ports: RequestPorts, command: Command): Promise<Reply> {
  const images = readImages(command.attachments, ports.discordApi);
  if (!images.ok) return onlyYou(inert(ports.say.words(images)));
  const access = await accessOf(command, ports.sites);
  if (!access.allowed) return refuseAccess(ports, access);
  const section = sectionAlone(command, access.site);
  if (section) {
    const values = await valuesNow(ports, access.site, section.id);
    return guidedForm(ports.say, { section, values });
  }
  return begin(ports, access.site, {
    ...askedFrom(command, ports.now()),
    ...wordsIn(command.options),
    images: images.images,
  });
}

/** The section that was chosen, if that is all that was given. */
function sectionAlone({ options, attachments }: Command, { catalogue }: SiteItem): CatalogueSection | null {
  const given = Object.entries(options).filter(([, text]) => text.trim() !== "");
  const [[name, words] = []] = given;
  if (given.length !== 1 || name !== optionNames.section || attachments.length > 0) return null;
  return lookUp(catalogue?.sections ?? [], words ?? "").found;
}
