import type { SiteItem } from "#entities/site.ts";
import type { Opening } from "#src/discord/opening.ts";
import { chosenSectionForm } from "#src/discord/forms/guided-form.ts";
import { type FilledForm, readForm } from "#src/discord/forms/read-form.ts";
import { LINKED, requestInputs } from "#src/discord/forms/request-form.ts";
import type { Interaction } from "#src/discord/interaction.ts";
import { type Reply, onlyYou } from "#src/discord/replies.ts";
import { inert } from "#src/discord/text.ts";
import { type FormValue, answerOf } from "#src/requests/form-values.ts";
import type { Say } from "#src/words/say.ts";
import { accessOf } from "#src/sites/permissions.ts";
import { askedFrom, begin } from "./begin.ts";
import type { RequestPorts } from "./handle-request.ts";
import { refuseAccess } from "./refuse.ts";
import { wrongValue } from "./revise.ts";
import { valuesNow } from "./values-now.ts";
import { commandFor } from "./words-in.ts";
import { toldBy } from "#src/words/words.ts";

type Modal = Extract<Interaction, { kind: "modal" }>;
type Select = Extract<Interaction, { kind: "button" }>;
type OfSection = Extract<Opening, { opens: "section" }>;

/** Opens the form with those values of a section that were chosen. */
export async function openChosen(
  ports: RequestPorts,
  select: Select,
  { section: id }: OfSection,
): Promise<Reply> {
  const access = await accessOf(select, ports.sites);
  if (!access.allowed) return refuseAccess(ports, access);
  const section = access.site.catalogue?.sections.find((one) => one.id === id);
  if (!section) return onlyYou(ports.say("start.section-gone"));
  const values = await valuesNow(ports, access.site, id);
  return chosenSectionForm(ports.say, { section, values, chosen: select.values ?? [] });
}

/** Starts a conversation with what was written into a form. */
export async function handleOpening(ports: RequestPorts, modal: Modal, opening: Opening): Promise<Reply> {
  const access = await accessOf(modal, ports.sites);
  if (!access.allowed) return refuseAccess(ports, access);
  const asked = { ...askedFrom(modal, ports.now()), images: [] };
  if (opening.opens === "message") {
    const { conversation_id, images } = opening;
    const words = modal.inputs[requestInputs.words] ?? "";
    const linked = modal.inputs[requestInputs.link] === LINKED;
    const said = words.trim() === "" ? {} : { description: words };
    return begin(ports, access.site, { ...asked, ...said, opened: { conversation_id, images, linked } });
  }
  const form = readForm(modal.inputs);
  const values = form.values.filter(({ value }) => value !== "");
  const problem = problemWith(ports.say, { site: access.site, form, values });
  if (problem !== null) return onlyYou(inert(problem));
  return begin(ports, access.site, { ...asked, ...requestOf(opening, form, values) });
}

interface Filled {
  site: SiteItem;
  form: FilledForm;
  values: FormValue[];
}

function problemWith(say: Say, { site, form, values }: Filled): string | null {
  if (!form.words && values.length === 0) return say("start.unchanged");
  const wrong = wrongValue(site, values);
  return wrong && say("start.wrong-value", { problem: toldBy(wrong) });
}

/** Values alone are an exact command. Words beside them are about the section of the form. */
function requestOf({ section }: OfSection, { words }: FilledForm, values: FormValue[]) {
  if (!words) return { command: commandFor(section, values) };
  return { ...words, answers: [{ question: "section", answer: section }, ...values.map(answerOf)] };
}
