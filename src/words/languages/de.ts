import { formsOf } from "#src/words/forms.ts";
import type { Language } from "#src/words/language.ts";

const { plural, number, and, or } = formsOf("de-DE");

export const de: Language = {
  // Buttons
  "button.confirm": "Bestätigen",
  "button.approve": "Freigeben",
  "button.decline": "Ablehnen",
  "button.edit": "Bearbeiten",
  "button.cancel": "Abbrechen",
  "button.answer": "Antworten",
  "button.as-understood": "So übernehmen",
  "button.as-meant": "Ja, so war’s gemeint",
  "button.retry": "Noch einmal versuchen",
  "button.withdraw": "Zurückziehen",
  "button.undo": "Rückgängig machen",
  "button.block": "Sperren",
  "button.unblock": "Entsperren",
  "button.pull-request": ({ number: of }) => `Pull-Request #${of}`,
  "button.site": "Website öffnen",
  "button.preview": "Vorschau",

  // The message of a conversation
  "message.drafting": "⏳ Die Vorschau wird vorbereitet …",
  "message.publishing": "⏳ Wird veröffentlicht …",
  "message.withdrawing": "⏳ Wird zurückgezogen …",
  "message.withdrawn":
    "↩️ Zurückgezogen: Von dieser Änderung ist nichts mehr da, was übernommen werden könnte.",
  "message.cancelled": "❌ Abgebrochen. Es wurde nichts geändert.",
  "message.expired":
    "⌛ Abgelaufen: Es wurde nichts geändert. Mit `/ux-update` kannst du noch einmal fragen.",
  "message.expired-failed":
    "⌛ Abgelaufen: Das Veröffentlichen ist fehlgeschlagen und lässt sich nicht mehr wiederholen. Vielleicht ist die Änderung trotzdem veröffentlicht: Sieh im Repository der Website nach, bevor du mit `/ux-update` noch einmal fragst.",
  "message.failed": "Das hat nicht geklappt.",
  "message.failed-late":
    "Das ließ sich nicht rechtzeitig erledigen. Mit `/ux-update` kannst du noch einmal fragen.",
  "message.perhaps-stored":
    "⏳ Ich konnte nicht herausfinden, ob deine Anfrage gespeichert wurde. Wenn hier nicht innerhalb einer Minute eine Vorschau erscheint, nimm noch einmal `/ux-update`.",
  "message.perhaps-asked":
    "⏳ Ich konnte nicht herausfinden, ob deine Anfrage gespeichert wurde. Drücke **Antworten**, um es zu sehen. Wurde sie nicht gespeichert, nimm noch einmal `/ux-update`.",
  "message.expires": ({ when }) => `Das läuft ${when} ab.`,
  "message.press-answer": ({ when }) => `Drücke **Antworten**, um weiterzumachen. Das läuft ${when} ab.`,
  "message.understood": ({ section, changes }) => `Verstanden habe ich für **${section}**: ${changes}.`,
  "message.source": ({ who }) => `💬 Aus einer Nachricht von ${who}`,
  "message.source-linked": ({ who, url }) => `💬 Aus einer Nachricht von ${who} · [Nachricht](${url})`,
  "message.published": "✅ Veröffentlicht",
  "message.published-pull-request": ({ pull_request }) =>
    `✅ Veröffentlicht als Entwurf eines Pull-Requests: ${pull_request}`,
  "message.published-branch": ({ branch, commit }) =>
    `✅ Veröffentlicht als Branch \`${branch}\`, Commit \`${commit}\``,
  "message.merged": ({ pull_request }) => `🚀 Übernommen: ${pull_request}`,
  "message.merged-by": ({ pull_request, who, when }) => `🚀 Von ${who} übernommen, ${when}: ${pull_request}`,
  "message.closed": ({ pull_request }) => `🚪 Geschlossen, ohne übernommen zu werden: ${pull_request}`,
  "message.branch-changed":
    "⚠️ Der Branch wurde auf GitHub geändert. Es ist also vielleicht nicht mehr das, was du gesehen hast.",
  "checks.pending": "⏳ Die Prüfungen laufen",
  "checks.passed": "✅ Alle Prüfungen bestanden",
  "checks.failed": "❌ Prüfungen fehlgeschlagen",
  "checks.see": "ansehen",

  // A preview
  "preview.this": "**Das würde sich ändern.**",
  "preview.not-published": "Veröffentlicht wird erst, wenn du bestätigst.",
  "preview.attached": "Es ist zu lang für diese Nachricht: **Die angehängten Dateien zeigen alles.**",
  "preview.not-whole":
    "Es ist zu lang für diese Nachricht und lässt sich hier deshalb nicht bestätigen. Drücke **Bearbeiten** und ändere etwas, um eine vollständige Vorschau zu bekommen.",
  "preview.page-changed":
    "⚠️ Die Seite hat sich geändert, seit du bestätigt hast. Deshalb wurde nichts veröffentlicht. Bitte sieh noch einmal hin.",
  "preview.page-changed-approvals":
    "⚠️ Die Seite hat sich geändert, seit du bestätigt hast. Deshalb wurde nichts veröffentlicht. Bitte sieh noch einmal hin. Die Freigaben beginnen von vorn.",
  "preview.declined": ({ who }) => `👎 ${who} hat das abgelehnt.`,
  "preview.declined-because": ({ who, reason }) => `👎 ${who} hat das abgelehnt: ${reason}`,
  "preview.edited":
    "✏️ Du hast geändert, was andere freigeben sollten. Die Freigaben beginnen deshalb von vorn.",
  "preview.takes-back": ({ what }) => `↩️ Das macht ${what} rückgängig.`,

  // Pictures of the live page
  "sketch.title": "Skizze auf der Live-Seite",
  "sketch.now": "Jetzt",
  "sketch.asked": "Wie gewünscht",
  "sketch.some-asked": ({ shown, all }) => `Wie gewünscht (${shown} von ${all} Änderungen)`,
  "sketch.now-described": "Der Teil der Live-Seite, den die Änderung betrifft, wie er jetzt ist",
  "sketch.asked-described":
    "Derselbe Teil der Live-Seite, wie er aussehen würde. Ein Rahmen zeigt die Änderung",

  // Approvals
  "approval.missing": ({ missing }) =>
    `🙋 **Das würde sich ändern. ${plural(missing, { one: "Es fehlt noch 1 Freigabe", other: `Es fehlen noch ${number(missing)} Freigaben` })}.**`,
  "approval.given": ({ who }) => `Freigegeben von ${and(who)}.`,
  "approval.not-published": "Vorher wird nichts veröffentlicht.",
  "approval.asked": ({ roles, who, section }) =>
    `🙋 ${roles} ${who} bittet euch, eine Änderung an **${section}** freizugeben. Nehmt dafür die Buttons unter der Vorschau.`,

  // The line of a log channel
  "end.published": ({ what }) => `✅ Veröffentlicht: ${what}`,
  "end.failed": ({ what }) => `❌ Fehlgeschlagen: ${what}`,
  "end.declined": ({ who, what }) => `👎 Abgelehnt von ${who}: ${what}`,
  "end.withdrawn": ({ what }) => `↩️ Zurückgezogen: ${what}`,
  "end.expired": ({ what }) => `⌛ Abgelaufen: ${what}`,
  "end.cancelled": ({ what }) => `🚫 Abgebrochen: ${what}`,
  "end.merged": ({ what }) => `🚀 Übernommen: ${what}`,
  "end.merged-by": ({ who, what }) => `🚀 Von ${who} übernommen: ${what}`,
  "end.closed": ({ what }) => `🚪 Geschlossen, ohne übernommen zu werden: ${what}`,
  "end.a-request": "eine Anfrage",
  "end.asked": ({ who }) => `Gewünscht von ${who}`,
  "end.asked-linked": ({ who, url }) => `Gewünscht von ${who} · [Nachricht](${url})`,

  // Why a click was not accepted
  "refused.not-found":
    "Diese Anfrage gibt es nicht, oder sie ist abgelaufen. Mit `/ux-update` kannst du noch einmal fragen.",
  "refused.not-yours":
    "Das ist nicht deine Anfrage: Nur wer um diese Änderung gebeten hat, kann darüber entscheiden.",
  "refused.elsewhere": "Darum hast du auf einem anderen Server gebeten. Nimm die Buttons der Nachricht dort.",
  "refused.cancelled":
    "Diese Anfrage wurde abgebrochen, geändert wurde also nichts. Mit `/ux-update` kannst du noch einmal fragen.",
  "refused.replaced":
    "Inzwischen gibt es eine neuere Vorschau: Bitte nimm die Buttons der neuesten Nachricht.",
  "refused.drafting": "Die Vorschau wird noch vorbereitet: Bitte warte einen Moment.",
  "refused.unanswered": "Eine Frage ist noch offen: Drücke **Antworten** an der neuesten Nachricht.",
  "refused.previewed": "Die Vorschau ist fertig: Bitte entscheide mit den Buttons darunter.",
  "refused.own-change": "Du hast selbst um diese Änderung gebeten, also muss jemand anders sie freigeben.",
  "refused.approved-already": "Du hast das schon freigegeben. Es muss noch jemand anders freigeben.",
  "refused.outpaced": "Im selben Moment kam eine andere Freigabe. Drücke noch einmal **Freigeben**.",
  "refused.approving": "Diese Änderung wartet auf Freigabe: Bitte nimm die Buttons darunter.",
  "refused.publishing": "Diese Änderung wird gerade veröffentlicht: Die Nachricht zeigt gleich das Ergebnis.",
  "refused.published": "Diese Änderung ist schon veröffentlicht.",
  "refused.published-pull-request": ({ pull_request }) =>
    `Diese Änderung ist schon veröffentlicht: ${pull_request}.`,
  "refused.published-branch": ({ branch, commit }) =>
    `Diese Änderung ist schon veröffentlicht: auf dem Branch \`${branch}\` als Commit \`${commit}\`.`,
  "refused.too-late": "Die Veröffentlichung ist zu lange her, um sie hier zurückzuziehen.",
  "refused.too-late-pull-request": ({ pull_request }) =>
    `Die Veröffentlichung ist zu lange her, um sie hier zurückzuziehen: Schließe stattdessen ihren Pull-Request ${pull_request}.`,
  "refused.too-late-branch": ({ branch }) =>
    `Die Veröffentlichung ist zu lange her, um sie hier zurückzuziehen: Lösche stattdessen ihren Branch \`${branch}\`.`,
  "refused.failed":
    "Diese Änderung konnte nicht veröffentlicht werden: Bitte frag mit `/ux-update` noch einmal.",
  "refused.failed-because": ({ why }) => `Diese Änderung konnte nicht veröffentlicht werden: ${why}`,
  "refused.too-long":
    "Damit würde deine Anfrage zu lang, um sie zu speichern. Mit `/ux-update` kannst du neu fragen.",
  "refused.withdrawing": "Diese Änderung wird gerade zurückgezogen: Die Nachricht zeigt gleich das Ergebnis.",
  "refused.withdrawn": "Diese Änderung wurde zurückgezogen. Mit `/ux-update` kannst du noch einmal fragen.",
  "refused.repeated": "Das ist schon erledigt.",

  // Who may not ask or approve
  "access.no-site":
    "Für diesen Server ist noch keine Website eingerichtet. Bitte die Person, die diesen Bot betreibt, eine einzurichten.",
  "access.not-served": ({ guild_id }) =>
    `Für diesen Server ändert der Bot seine Website nicht. Bitte die Person, die den Bot betreibt, \`${guild_id}\` zu \`DISCORD_GUILD_IDS\` hinzuzufügen oder diesem Server eine eigene Website zu geben.`,
  "access.direct-message":
    "In einer Direktnachricht lässt sich die Website nicht ändern. Nimm `/ux-update` auf deinem Server.",
  "access.blocked":
    "Du bist auf diesem Server für Änderungen an der Website gesperrt. Frag die Leute, die den Server verwalten.",
  "access.no-role": ({ roles }) =>
    `Um die Website zu ändern, brauchst du auf diesem Server eine andere Rolle: ${or(roles)}. Frag die Leute, die den Server verwalten, danach.`,
  "access.no-approvals":
    "Hier muss nichts mehr freigegeben werden. Wer um die Änderung gebeten hat, kann **Bearbeiten** und danach **Bestätigen** drücken.",
  "access.no-approver": ({ roles }) =>
    `Um eine Änderung freizugeben oder abzulehnen, brauchst du auf diesem Server eine andere Rolle: ${or(roles)}. Frag die Leute, die den Server verwalten, danach.`,
  "access.no-administrator": "Anfragen anderer Leute sieht nur, wer das Recht **Server verwalten** hat.",

  // What is said to one person about what they did
  "start.again": "Diese Anfrage ist schon angekommen.",
  "start.form-gone":
    "Dieses Formular war zu lange offen. Wähle im Menü der Nachricht noch einmal **Request a change**.",
  "start.section-gone":
    "Diesen Teil der Website gibt es nicht mehr. Mit `/ux-update` siehst du, was es gibt.",
  "start.unchanged":
    "Du hast im Formular nichts geändert, also gibt es nichts zu tun. Nimm noch einmal `/ux-update`, um etwas zu ändern.",
  "start.wrong-value": ({ problem }) =>
    `${problem} Es wurde nichts angefragt: Nimm noch einmal \`/ux-update\`.`,
  "start.limit": ({ limit }) => `${limit} Danach kannst du wieder \`/ux-update\` nehmen.`,
  "edit.unchanged": "Du hast im Formular nichts geändert, deine Anfrage bleibt also, wie sie war.",
  "edit.emptied":
    "Wenn alle Werte so bleiben, wie sie auf der Website stehen, ändert sich nichts. Deine Anfrage bleibt deshalb, wie sie war. Drücke **Abbrechen**, wenn du sie nicht mehr willst.",
  "edit.taken": "✏️ Deine Änderung ist angekommen. Sieh dir die Vorschau an: Sie wird neu gemacht.",
  "edit.wrong-value": ({ problem }) => `${problem} Deine Anfrage bleibt, wie sie war.`,
  "edit.not-understood": ({ question }) =>
    `Das habe ich nicht verstanden, deine Anfrage bleibt also, wie sie war. ${question} Drücke **Bearbeiten**, um es anders zu sagen.`,
  "retry.taken":
    "🔁 Das wird noch einmal versucht. Was dabei herauskommt, steht in der Nachricht der Anfrage.",
  "block.server-only": "Sperren kann man Leute nur auf einem Server.",
  "block.blocked": ({ who }) =>
    `🚫 ${who} ist auf diesem Server gesperrt: Es wird nichts mehr von dieser Person veröffentlicht, und innerhalb einer Minute wird jeder Schritt abgelehnt. Abbrechen und zurückziehen kann sie weiterhin.`,
  "block.unblocked": ({ who }) =>
    `✅ ${who} ist auf diesem Server nicht mehr gesperrt. Das gilt innerhalb einer Minute.`,
  "block.not-blocked": ({ who }) => `${who} ist auf diesem Server nicht gesperrt.`,
  "block.yourself": "Dich selbst kannst du nicht sperren.",
  "unknown.button":
    "Diesen Button oder Befehl kenne ich nicht. Mit `/ux-update` kannst du die Website ändern.",
  "unknown.command": ({ name }) =>
    `Den Befehl \`/${name}\` kenne ich nicht. Mit \`/ux-update\` kannst du die Website ändern.`,
  "unknown.message-command": "Diesen Befehl kenne ich nicht. Mit `/ux-update` kannst du die Website ändern.",
  "unknown.half-character":
    "In deinem Text steht ein halbes Zeichen, oft ein zerschnittenes Emoji. Entferne es und schick den Text noch einmal.",
  "error.newer":
    "Um diese Anfrage kümmert sich eine neuere Version. Bitte versuch es in einer Minute noch einmal.",
  "error.unexpected": "Da ist etwas schiefgegangen. Bitte versuch es noch einmal.",

  // Why an undo is not begun
  "undo.not-found":
    "Diese Änderung ist hier nicht mehr bekannt und lässt sich deshalb nicht rückgängig machen. Mit `/ux-update` kannst du um das bitten, was vorher dort stand.",
  "undo.not-published": "Diese Änderung ist nicht veröffentlicht, also gibt es nichts rückgängig zu machen.",
  "undo.withdrawn": "Diese Änderung wurde zurückgezogen, also gibt es nichts rückgängig zu machen.",
  "undo.other-site":
    "Dieser Server hat jetzt eine andere Website, deshalb lässt sich diese Änderung hier nicht rückgängig machen.",
  "undo.being-undone":
    "Diese Änderung soll schon rückgängig gemacht werden. Nimm die Buttons der Nachricht dazu.",
  "undo.being-undone-at": ({ url }) =>
    `Diese Änderung soll schon rückgängig gemacht werden: [zur Nachricht](${url}). Nimm die Buttons dort.`,
  "undo.undone":
    "Diese Änderung wurde schon rückgängig gemacht, und das ist veröffentlicht. Drücke dort **Rückgängig machen**, um sie zurückzuholen.",
  "undo.undone-as": ({ what }) =>
    `Diese Änderung wurde schon rückgängig gemacht, und das ist veröffentlicht: ${what}. Drücke dort **Rückgängig machen**, um sie zurückzuholen.`,

  // Limits; what to do about it stands behind
  "limit.person_open": ({ most }) =>
    `Du hast auf diesem Server ${plural(most, { one: "1 offene Anfrage", other: `${number(most)} offene Anfragen` })}, mehr gehen nicht gleichzeitig. \`/ux-status\` zeigt sie: Bestätige eine davon oder brich sie ab.`,
  "limit.person_hourly": ({ most }) =>
    `Du hast auf diesem Server innerhalb einer Stunde um ${plural(most, { one: "1 Änderung", other: `${number(most)} Änderungen` })} gebeten, mehr gehen nicht. Warte, bis die ersten davon eine Stunde alt sind.`,
  "limit.server_open": ({ most }) =>
    `Auf diesem Server ${plural(most, { one: "ist 1 Anfrage", other: `sind ${number(most)} Anfragen` })} offen, mehr gehen nicht gleichzeitig. Warte, bis einige davon bestätigt oder abgebrochen sind.`,
  "limit.server_hourly": ({ most }) =>
    `Auf diesem Server ${plural(most, { one: "wurde innerhalb einer Stunde um 1 Änderung", other: `wurde innerhalb einer Stunde um ${number(most)} Änderungen` })} gebeten, mehr gehen nicht. Warte, bis die ersten davon eine Stunde alt sind.`,

  // Lists of requests
  "list.own": "Deine Anfragen:",
  "list.own-none": "Du hast noch keine Anfragen. Mit `/ux-update` kannst du die Website ändern.",
  "list.of": ({ who }) => `Anfragen von ${who} auf diesem Server:`,
  "list.of-blocked": ({ who }) => `Anfragen von ${who} (gesperrt) auf diesem Server:`,
  "list.of-none": ({ who }) => `${who} hat auf diesem Server keine Anfragen.`,
  "list.of-none-newest": ({ who, most }) =>
    `Von den neuesten ${number(most)} Anfragen von ${who} ist keine von diesem Server.`,
  "list.server": "Offen, fehlgeschlagen oder wartend auf diesem Server:",
  "list.server-none": "Auf diesem Server ist nichts offen, nichts fehlgeschlagen, und nichts wartet.",
  "list.server-none-newest":
    "Von den neuesten Anfragen auf diesem Server ist keine offen, keine fehlgeschlagen, und keine wartet.",
  "list.server-only": "`/ux-admin` funktioniert nur auf einem Server.",
  "list.no-person": "`user` muss eine Person auf diesem Server sein oder deren ID.",
  "list.open": "Offen",
  "list.recent": "Zuletzt",
  "list.failed": "Fehlgeschlagen",
  "list.waiting-owner": "Wartet auf die Person, die gefragt hat",
  "list.waiting-approval": "Wartet auf Freigabe",
  "list.worked-on": "In Arbeit",
  "list.older": "Ältere werden nicht gezeigt.",
  "list.more": ({ left }) => `… und ${number(left)} weitere`,
  "list.no-section": "noch kein Abschnitt",
  "list.undo-of": ({ what }) => `macht ${what} rückgängig`,
  "list.expires": ({ when }) => `läuft ${when} ab`,
  "list.message": "Nachricht",
  "status.drafting": "die Vorschau wird vorbereitet",
  "status.clarifying": "eine Frage ist offen",
  "status.previewed": "die Vorschau ist fertig",
  "status.approving": "wartet auf Freigabe",
  "status.confirmed": "wird veröffentlicht",
  "status.published": "veröffentlicht",
  "status.published-pull-request": ({ pull_request }) => `veröffentlicht als ${pull_request}`,
  "status.published-branch": ({ branch, commit }) => `veröffentlicht auf \`${branch}\` als \`${commit}\``,
  "status.merged": ({ pull_request }) => `${pull_request} ist übernommen`,
  "status.merged-by": ({ pull_request, who, when }) => `${pull_request} von ${who} übernommen, ${when}`,
  "status.closed": ({ pull_request }) => `${pull_request} geschlossen, ohne übernommen zu werden`,
  "status.preview": "Vorschau",
  "status.failed": "fehlgeschlagen",
  "status.failed-because": ({ why }) => `fehlgeschlagen: ${why}`,
  "status.withdrawing": "wird zurückgezogen",
  "status.withdrawn": "zurückgezogen",
  "status.cancelled": "abgebrochen",
  "status.expired": "abgelaufen",

  // Why something failed
  "failed.limit": ({ limit }) => `${limit} Drücke danach „Noch einmal versuchen“.`,

  "failed.unexpected": "Da ist etwas schiefgegangen. Bitte versuch es später noch einmal.",
  "failed.perhaps-published": ({ why }) =>
    `${why} Vielleicht ist die Änderung schon veröffentlicht: Solange du es noch einmal versuchen kannst, stellt sich das dabei heraus, und nichts wird doppelt veröffentlicht.`,
  "failed.no-site":
    "Die Website dieses Servers lässt sich nicht öffnen: Jemand mit Administrationsrechten muss sie neu einrichten.",
  "failed.site-removed": "Die Website dieses Servers wurde entfernt.",
  "failed.settings-invalid": ({ file, problem }) =>
    `Die Datei \`${file}\` der Website ist nicht gültig: ${problem}`,
  "failed.settings-gone": ({ file }) =>
    `Die Einstellungsdatei \`${file}\` der Website ist weg, und es wurde nichts veröffentlicht. Sobald sie wieder da ist, frag mit \`/ux-update\` noch einmal.`,
  "failed.unchanged": ({ section }) => `${section} ist schon so: Es gibt nichts zu ändern.`,
  "failed.too-large-to-show":
    "Diese Änderung ist zu groß, um sie in Discord zu zeigen: Bitte frag nach weniger auf einmal.",
  "failed.not-shown":
    "Ich konnte dir nicht die ganze Änderung zeigen, deshalb lässt sie sich nicht bestätigen. Drücke **Noch einmal versuchen** für eine neue Vorschau, oder **Bearbeiten**, um nach weniger auf einmal zu fragen.",
  "failed.too-long":
    "Das ist zu lang, um es zu speichern: Bitte frag nach weniger auf einmal. Es wurde nichts veröffentlicht.",
  "failed.page-too-long":
    "Die Seite hat sich geändert und ist zu lang, um sie noch einmal zu zeigen: Bitte frag nach weniger auf einmal. Es wurde nichts veröffentlicht.",
  "failed.nothing-published": ({ why }) => `Es wurde nichts veröffentlicht. ${why}`,
  "failed.page-changed": ({ why }) =>
    `Die Seite hat sich inzwischen geändert, und es wurde nichts veröffentlicht: ${why}`,
  "failed.no-longer-clear":
    "Die Website hat sich inzwischen geändert, sodass deine Anfrage nicht mehr eindeutig ist. Es wurde nichts veröffentlicht.",
  "failed.owner-blocked":
    "Die Person, die darum gebeten hat, wurde auf diesem Server gesperrt. Es wurde nichts veröffentlicht.",
  "failed.approver-blocked":
    "Eine Person, die das freigegeben hat, wurde auf diesem Server gesperrt. Es wurde nichts veröffentlicht: Drücke **Noch einmal versuchen** und danach **Bestätigen**, um neu um Freigaben zu bitten.",
  "failed.merged": "Die Änderung ist schon übernommen und ließ sich deshalb nicht zurückziehen.",
  "repository.slow":
    "Das Repository der Website antwortet gerade sehr langsam. Bitte versuch es noch einmal.",
  "undo.unknown":
    "Diese Änderung ist hier nicht mehr bekannt, oder eine andere Anfrage macht sie gerade rückgängig. Mit `/ux-update` kannst du um das bitten, was vorher dort stand.",
  "undo.nothing":
    "Von dieser Änderung steht gerade nichts auf der Website, also gibt es nichts rückgängig zu machen. Solange sie nicht übernommen ist, holt **Zurückziehen** an ihrer Nachricht sie zurück.",
  "undo.impossible": ({ what }) =>
    `Das lässt sich nicht zurückholen: ${what.join("; ")}. Mit \`/ux-update\` kannst du um das bitten, was vorher dort stand.`,

  // Attached pictures
  "image.refused": ({ problem, types, megabytes }) =>
    `${problem} Bilder können ${or(types)} sein und jeweils höchstens ${number(megabytes)} MB groß.`,
  "image.not-usable": ({ name }) => `„${name}“ ist kein Bild, das sich verwenden lässt.`,
  "image.too-large": ({ name }) => `„${name}“ ist zu groß.`,
  "image.not-uploaded": ({ name }) => `„${name}“ wurde nicht auf Discord hochgeladen.`,
  "picture.not-attached": "Dieses Bild gibt es nicht. Nimm noch einmal `/ux-update` und hänge es an.",
  "picture.missing": ({ property }) =>
    `Für ${property} gibt es kein Bild. Nimm noch einmal \`/ux-update\` und hänge es als \`image\` an.`,
  "picture.missing-number": ({ property, number: of }) =>
    `Für ${property} gibt es kein Bild ${of}. Nimm noch einmal \`/ux-update\` und hänge es als \`image${of}\` an.`,
  "picture.empty": ({ name }) =>
    `Auf „${name}“ ist nichts zu sehen. Hänge mit \`/ux-update\` ein anderes an.`,
  "picture.color": ({ swatch, color, percent }) => `${swatch} ${color} (${number(percent)} % davon)`,

  // Forms
  "form.answer": "Was noch fehlt",
  "form.decline": "Diese Änderung ablehnen",
  "form.decline-why": "Was soll anders sein?",
  "form.edit": "Deine Anfrage ändern",
  "form.section": ({ section }) => `${section} ändern`,
  "form.request": "Um eine Änderung bitten",
  "form.command": "Befehl",
  "form.own-words": "In deinen eigenen Worten",
  "form.no-field": "Listen und alles andere, wofür es hier kein Feld gibt.",
  "form.when-empty": "Lass es leer, damit bleibt, was jetzt auf der Website steht.",
  "form.which-values": "Welche Werte?",
  "form.only-words": "Nur die Worte meiner Anfrage",
  "form.request-too-long": ({ values, room }) =>
    `Deine Anfrage hat ${number(values)} Werte, und in ein Formular passen ${number(room)}. Wähle aus, welche du ändern willst.`,
  "form.section-too-long": ({ section, values, room }) =>
    `**${section}** hat ${number(values)} Werte, und in ein Formular passen ${number(room)}. Wähle aus, welche du ändern willst.`,
  "form.what": "Was soll geändert werden?",
  "form.message-words": "Die Worte der Nachricht.",
  "form.message-pictures": ({ images }) =>
    plural(images, { one: "1 Bild kommt mit.", other: `${number(images)} Bilder kommen mit.` }),
  "form.message-left": ({ left }) =>
    plural(left, { one: "1 Datei nicht.", other: `${number(left)} Dateien nicht.` }),
  "form.link": "Auf die Nachricht verlinken?",
  "form.link-why":
    "Vorschau und Pull-Request nennen, wer sie schrieb. Der Pull-Request kann öffentlich sein.",
  "form.link-no": "Nein, nur nennen, wer sie schrieb",
  "form.link-yes": "Ja, verlinken",

  // Commands, as Discord shows them while they are typed
  "command.update": "Bitte um eine Änderung der Website; du siehst sie, bevor etwas veröffentlicht wird",
  "command.status": "Deine offenen und letzten Anfragen",
  "command.admin":
    "Was auf diesem Server offen ist, scheiterte oder wartet, oder Anfragen einer Person; für Verwalter",
  "option.description": "Was sich ändern soll, in deinen eigenen Worten",
  "option.section": "Oder Schritt für Schritt: welcher Teil der Website",
  "option.property": "Was daran sich ändern soll",
  "option.value": "Wie es von jetzt an sein soll",
  "option.command": 'Oder ganz genau: section:header text:"Willkommen" color:"#FF0080"',
  "option.image": ({ types, megabytes }) =>
    `Ein Bild von dem, was du meinst: ${or(types)}, höchstens ${number(megabytes)} MB`,
  "option.user": "Wessen Anfragen; ohne Angabe alles, was hier offen ist, scheiterte oder wartet",

  // What a preview says of a change
  quoted: ({ words }) => `„${words}“`,
  "preview.empty": "(leer)",
  "preview.notes": ({ what }) => `Nichts getan habe ich wegen: ${what}.`,
  "preview.notes-more": ({ what, left }) =>
    `Nichts getan habe ich wegen: ${what} … und ${number(left)} weiteren.`,
  "preview.more-addresses": ({ left }) =>
    `… und ${plural(left, { one: "1 weitere Adresse", other: `${number(left)} weitere Adressen` })}`,
  "preview.more-changes": ({ left }) =>
    `… und ${plural(left, { one: "1 weitere Änderung", other: `${number(left)} weitere Änderungen` })}`,
  "preview.more-lines": ({ left }) =>
    plural(left, { one: "1 Zeile wird nicht gezeigt", other: `${number(left)} Zeilen werden nicht gezeigt` }),
  "address.host": ({ host }) => `der Host ist ${host}`,
  "address.mixed": ({ scripts }) =>
    `sie mischt Buchstaben mehrerer Schriften (${and(scripts)}) und kann deshalb wie eine andere Adresse aussehen`,
  "change.field": ({ list, field, item }) => `${list}: ${field} von „${item}“`,
  "change.remove": ({ list, item }) => `„${item}“ aus ${list} entfernen`,
  "change.move-first": ({ list, item }) => `„${item}“ in ${list} an den Anfang verschieben`,
  "change.move-last": ({ list, item }) => `„${item}“ in ${list} ans Ende verschieben`,
  "change.move-before": ({ list, item, before }) => `„${item}“ in ${list} vor „${before}“ verschieben`,
  "change.picture": ({ property, name, path, width, height, kilobytes }) =>
    `${property} wird zu ${name}, als ${path} (${width} × ${height} Pixel, ${kilobytes} kB).`,
  "change.picture-described": ({ becomes, words }) =>
    `${becomes} Die Beschreibung des Bildes bleibt „${words}“.`,
  "note.picture": ({ name }) => `das angehängte Bild ${name}`,
  "note.nothing-before": ({ what }) => `${what}, wo vorher nichts stand`,
  "note.changed-since": ({ what }) => `${what}, seither geändert`,
  "note.not-known": ({ what }) => `${what}, wovon nicht bekannt ist, wie es vorher war`,
  "note.of-section": ({ section, what }) => `${section}: ${what}`,

  // Why an attached picture cannot be used
  "picture.other-kind": ({ name, type }) =>
    `„${name}“ ist nicht das Bild, als das es ausgegeben wird (${type}). Hänge mit \`/ux-update\` ein anderes an.`,
  "picture.not-here":
    "Bilder lassen sich hier nicht verwenden: Wer den Bot betreibt, muss ux-agent mit ihnen verpacken (docs/operations.md). Frag noch einmal ohne Bild.",
  "picture.too-many-pixels": ({ name, width, height }) =>
    `„${name}“ hat ${width} × ${height} Pixel, und das sind zu viele. Hänge mit \`/ux-update\` ein anderes an.`,
  "picture.damaged": ({ name }) =>
    `„${name}“ ist beschädigt oder unvollständig. Hänge mit \`/ux-update\` ein anderes an.`,
  "picture.moving": ({ name }) =>
    `„${name}“ bewegt sich, und nur ein stehendes Bild lässt sich verwenden. Hänge mit \`/ux-update\` ein anderes an.`,
  "picture.not-small-enough": ({ name, most }) =>
    `„${name}“ lässt sich nicht so klein machen, wie die Website es will (${most} kB). Hänge mit \`/ux-update\` ein anderes an.`,
  "picture.expired": ({ name }) =>
    `Die Adresse von „${name}“ ist abgelaufen. Hänge es mit \`/ux-update\` noch einmal an.`,
  "picture.elsewhere": ({ name }) =>
    `„${name}“ liegt nicht dort, wo Discord Anhänge aufbewahrt. Hänge mit \`/ux-update\` ein anderes an.`,
  "picture.too-large": ({ name, megabytes }) =>
    `„${name}“ ist größer als ${number(megabytes)} MB. Hänge mit \`/ux-update\` ein anderes an.`,

  // Why a repository does not take a change
  "repository.withdrawn":
    "Ein früherer Versuch dieser Änderung wurde zurückgezogen. Bitte frag mit `/ux-update` noch einmal danach.",
  "repository.path-outside":
    "Die ux-agent.json der Website nennt einen Pfad, der keine Datei in ihrem Repository ist.",
  "repository.no-version": "Das ist keine Version einer Datei der Website.",
  "repository.malformed":
    "Diese Anfrage lässt sich nicht veröffentlichen: Ihr Branch, ihre ID oder ihre Zeit hat nicht die richtige Form.",
  "repository.not-ours": "Das lässt sich nicht zurückziehen: ux-agent hat es nicht veröffentlicht.",
  "repository.branch-in-the-way": ({ branch }) =>
    `Ein anderer Branch steht da, wo die Branches von ux-agent hingehören: Lösche ${branch} oder benenne ihn um.`,
  "repository.branch-of-others": ({ branch }) =>
    `Der Branch ${branch} ist nicht von ux-agent: Lösche ihn oder benenne ihn um, und versuch es noch einmal.`,
  "repository.link-no-file": ({ path }) =>
    `${path} ist eine Verknüpfung und keine Datei. Nur Dateien lassen sich ändern.`,
  "repository.submodule-no-file": ({ path }) =>
    `${path} ist ein Submodul und keine Datei. Nur Dateien lassen sich ändern.`,
  "repository.folder-no-file": ({ path }) =>
    `${path} ist ein Ordner und keine Datei. Nur Dateien lassen sich ändern.`,
  "repository.other-no-file": ({ path }) =>
    `${path} ist etwas anderes als eine Datei. Nur Dateien lassen sich ändern.`,
  "repository.other-file": ({ path }) =>
    `Die Website hat schon eine andere Datei ${path}. Bitte frag noch einmal.`,
  "repository.no-git": "Wo ux-agent läuft, ist git nicht installiert.",
  "repository.git-slow": "git ist nicht rechtzeitig fertig geworden. Bitte versuch es noch einmal.",
  "repository.another-owner":
    "Das Repository der Website gehört auf diesem Rechner jemand anderem. Starte ux-agent unter diesem Konto, oder gib den Ordner dem Konto, unter dem ux-agent läuft (`chown -R`).",
  "repository.git-settings":
    "git kann die Einstellungen des Repositorys der Website nicht lesen. Wer es betreibt, sieht darin mit `git status`, warum.",
  "repository.damaged":
    "Ein Objekt im Repository der Website fehlt oder ist beschädigt. Wer es betreibt, sieht darin mit `git fsck`, welches.",
  "repository.not-git": "Das eingestellte Repository der Website ist kein Git-Repository.",
  "repository.read-only": "ux-agent darf nicht in das Repository der Website schreiben.",
  "repository.no-space": "Für das Repository der Website ist kein Platz mehr.",
  "repository.no-file": ({ path }) => `Die Website hat keine Datei ${path}.`,
  "repository.too-large": ({ path }) => `Die Datei ${path} ist größer als 1 MB.`,
  "repository.no-folder": ({ path }) => `${path} ist kein eigener Ordner der Website.`,
  "repository.version-gone": "Das Repository der Website hat diese Version der Datei nicht mehr.",
  "repository.branch-moved": "Der Branch wurde im selben Moment geändert. Bitte versuch es noch einmal.",
  "repository.no-change": "Das Repository der Website enthält diese Änderung nicht.",
  "repository.checked-out": ({ branch }) =>
    `Der Branch ${branch} ist ausgecheckt: Wechsle auf einen anderen Branch, und versuch es noch einmal.`,
  "repository.on-no-branch":
    "Das Repository der Website steht auf keinem Branch. Der Branch, für den Änderungen gedacht sind, muss genannt werden.",
  "repository.on-update-branch":
    "Das Repository der Website steht auf dem Branch einer Änderung: Wechsle zurück auf seinen Hauptbranch.",
  "repository.locked": ({ lock }) =>
    `Ein anderes Programm ändert gerade das Repository der Website: Bitte versuch es noch einmal. Wenn keines läuft, wurde eines unterbrochen und hat dort die Datei \`${lock}\` zurückgelassen, die gelöscht werden muss.`,
  "repository.missing": "Das eingestellte Repository der Website gibt es nicht.",
  "repository.busy":
    "Das Repository der Website wird gerade von anderen geändert. Bitte versuch es noch einmal.",
  "github.private-key":
    "Der private Schlüssel der GitHub-App lässt sich nicht verwenden. Bitte trage ihn neu ein.",
  "github.not-installed": ({ repository }) =>
    `Die GitHub-App ist auf ${repository} nicht installiert: Wer das Repository verwaltet, kann sie installieren.`,
  "github.part-missing":
    "GitHub findet einen Teil der Website nicht, den es eben noch genannt hat. Bitte versuch es noch einmal.",
  "github.no-folder": ({ folder, path }) =>
    `${folder} auf dem Weg zu ${path} ist kein eigener Ordner der Website.`,
  "github.folder-too-large": "Ein Ordner auf dem Weg zur Datei hat mehr Einträge, als GitHub aufzählt.",
  "github.no-pull-request": ({ repository }) =>
    `In ${repository} gibt es keinen Pull-Request dieser Änderung, deshalb lässt sie sich dort nicht zurückziehen.`,
  "github.token-owner": ({ repository }) =>
    `Das Konto, dem das Token des Bots gehört, darf nicht in ${repository} schreiben.`,
  "github.token-unknown":
    "GitHub kennt das Token nicht, das es dem Bot gegeben hat. Bitte versuch es noch einmal.",
  "github.branch-not-found":
    "GitHub hat den Branch der Website nicht gefunden. Bitte versuch es noch einmal.",
  "github.no-branch": ({ repository, branch }) =>
    `${repository} hat keinen Branch ${branch}. Wer den Bot verwaltet, kann einen anderen nennen.`,
  "github.no-commits": "GitHub zählt die Commits der Website nicht auf. Bitte versuch es noch einmal.",
  "github.renamed": "Das Repository der Website wurde gerade umbenannt. Bitte versuch es noch einmal.",
  "github.owner-name": "Das Repository der Website auf GitHub muss in der Form owner/name angegeben werden.",
  "github.taking-in": "GitHub verarbeitet noch, was veröffentlicht wurde. Bitte versuch es noch einmal.",
  "github.unreachable": "GitHub ist gerade nicht zu erreichen. Bitte versuch es noch einmal.",
  "github.trouble":
    "GitHub hat nicht rechtzeitig geantwortet oder ist gestört. Bitte versuch es noch einmal.",
  "github.credentials": ({ words }) =>
    `GitHub nimmt die Zugangsdaten des Bots nicht an: Wer ihn betreibt, muss sie erneuern. GitHub sagt: ${words}`,
  "github.limited": ({ minutes }) =>
    `GitHub begrenzt gerade die Anfragen des Bots: Bitte versuch es in ${plural(minutes, { one: "1 Minute", other: `${number(minutes)} Minuten` })} noch einmal.`,
  "github.single-sign-on": ({ repository }) =>
    `Das Token des Bots muss für das Single Sign-on freigeschaltet werden, das für ${repository} gilt.`,
  "github.not-let-in": ({ repository, words }) =>
    `${repository} lässt den Bot nicht hinein: Das kann ändern, wem es gehört. GitHub sagt: ${words}`,
  "github.write-access": "Schreibzugriff",
  "github.permission": ({ permission }) => `die Berechtigung „${permission}“`,
  "github.lacking": ({ what, repository, words }) =>
    `Für ${repository} fehlt dem Bot ${what}. Wer es verwaltet, kann ihm „contents: write“ und „pull requests: write“ geben (einem klassischen Token: „repo“). GitHub sagt: ${words}`,
  "github.empty": "Das Repository auf GitHub ist leer: Mach einen ersten Commit.",
  "github.busy": "GitHub ist gerade mit dem Repository beschäftigt. Bitte versuch es noch einmal.",
  "github.not-shown-yet":
    "GitHub zeigt noch nicht, was der Bot eben geschrieben hat. Bitte versuch es noch einmal.",
  "github.app-lacking": ({ repository }) =>
    `Der GitHub-App fehlen Berechtigungen: Wer ${repository} verwaltet, kann „contents: write“ und „pull requests: write“ geben (einem klassischen Token: „repo“).`,
  "github.app-not-installed": ({ repository }) =>
    `Die GitHub-App ist auf ${repository} nicht installiert, oder das Repository heißt inzwischen anders: Frag, wer es verwaltet.`,
  "github.base-gone": ({ repository }) =>
    `${repository} hat den Branch nicht mehr, für den Änderungen gedacht sind.`,
  "github.not-taken": ({ words }) => `GitHub hat die Änderung nicht angenommen: ${words}`,
  "github.protected": ({ branches, words }) =>
    `Die Regeln des Repositorys lassen den Bot seine Branches (${branches}) nicht anlegen oder löschen. GitHub sagt: ${words}`,
  "github.archived": ({ repository }) =>
    `${repository} ist auf GitHub archiviert: Solange das so ist, lässt sich darin nichts ändern.`,
  "github.missing": ({ repository }) =>
    `${repository} gibt es auf GitHub nicht, oder der Bot darf es nicht sehen.`,

  "repository.no-branch": ({ branch }) => `Den Branch ${branch} gibt es im Repository der Website nicht.`,
  // Sentences that stand beside each other
  "words.in-a-row": ({ sentences }) => sentences.join(" "),
  "words.lines": ({ lines }) => lines.join("\n"),
  "words.about": ({ subject, words }) => `${subject}: ${words}`,
  "words.and-more": ({ items, more }) => `${items}und ${number(more)} weitere`,

  // What is asked; a `label` is what the line of the form is called, in at most 45 characters
  "ask.section": "Welcher Teil der Website soll geändert werden?",
  "ask.one-of": ({ names }) => `Zur Auswahl: ${names}.`,
  "ask.property": ({ section }) => `Was soll in ${section} geändert werden?`,
  "ask.place-one": ({ words, place }) => `Ich habe „${words}“ hier gefunden: ${place}. Meinst du das?`,
  "ask.place": ({ words, places }) =>
    `Ich habe „${words}“ an ${number(places)} Stellen gefunden. Welche meinst du?`,
  "ask.any-value": "Was soll dort künftig stehen?",
  "ask.meant": ({ words }) => `Meintest du „${words}“?`,
  "ask.change": "Was soll geändert werden, und wie soll es werden?",
  "ask.can-change": ({ section, properties }) => `In ${section} kann ich ändern: ${properties}.`,
  "ask.example-words": ({ example }) => `Zum Beispiel auf Englisch: ${example}.`,
  "ask.example-value": ({ example }) => `Zum Beispiel: \`${example}\`.`,
  "ask.picture": ({ property }) =>
    `Welches Bild soll ${property} zeigen? Häng eins an \`/ux-update\` an, oder schreib die Adresse eines Bilds der Website.`,
  "ask.link": "Welcher Link soll dazukommen? Schreib seinen Text und sein Ziel.",
  "ask.value": ({ property }) => `Was genau soll bei ${property} stehen?`,
  "ask.target": ({ link }) =>
    `Wohin soll der Link „${link}“ führen? Schreib eine Seite wie \`/about\` oder eine Adresse wie \`https://example.com\`.`,
  "ask.field": ({ field, item, list }) => `Was soll bei „${item}“ in ${list} unter „${field}“ stehen?`,
  "ask.no-property": ({ words, section }) => `In ${section} gibt es kein „${words}“.`,
  "ask.links-unread": ({ words }) => `In „${words}“ kann ich Text und Ziel nicht auseinanderhalten.`,
  "ask.pictures": ({ count }) => `Es sind ${number(count)} Bilder.`,
  "ask.color": ({ colors }) => `Meintest du diese Farbe des Bilds: ${colors.join(", ")}?`,
  "ask.colors": ({ colors }) => `Meintest du eine dieser Farben des Bilds: ${colors.join(", ")}?`,
  "ask.moved": "Die Website hat sich geändert, seit das veröffentlicht wurde.",
  "ask.moved-value": ({ subject, now, published, before }) =>
    `Bei ${subject} steht jetzt „${now}“ und nicht „${published}“ wie veröffentlicht; davor stand dort „${before}“.`,
  "ask.moved-more": ({ more }) =>
    `Das gilt auch für ${plural(more, { one: "1 weiteren Wert", other: `${number(more)} weitere Werte` })}.`,
  "ask.bring-back": "Sollen die früheren Werte trotzdem zurückkommen?",
  "label.section": "Welcher Teil der Website?",
  "label.property": "Was soll geändert werden?",
  "label.place": "Welche Stelle meinst du?",
  "label.any-value": "Was soll dort stehen?",
  "label.meant": "Meintest du das?",
  "label.change": "Was soll wie geändert werden?",
  "label.link": "Link: Text und Ziel",
  "label.value": ({ property }) => `Neu: ${property}`,
  "label.target": ({ link }) => `Ziel von „${link}“`,
  "label.field": ({ field, item }) => `${field} von „${item}“`,
  "label.item": ({ words }) => `Welches „${words}“?`,
  "label.color": "Welche Farbe meintest du?",
  "label.bring-back": "Die früheren Werte zurückholen?",
  "choice.meant": "Ja, das meinte ich",
  "choice.not-meant": "Nein, ich meinte etwas anderes",
  "choice.place": ({ place, times, value }) => `${place} (${number(times)}-mal): ${value}`,
  "choice.bring-back": "Ja, die früheren Werte zurückholen",
  "choice.leave": "Nein, so lassen, wie es jetzt ist",
  "choice.picture": "Das angehängte Bild",
  "choice.picture-first": "Das erste Bild",
  "choice.picture-second": "Das zweite Bild",
  "choice.picture-third": "Das dritte Bild",
  "choice.item": ({ item, position }) => `${item} (Nummer ${number(position)})`,

  // Why something is asked
  "doubt.images": "Ich kann nicht erkennen, was in dem Bild gemeint ist.",
  "doubt.nowhere": ({ words }) => `„${words}“ steht nirgends, wo ich etwas ändern kann.`,
  "doubt.nearest": ({ value, section }) => `Am ähnlichsten ist „${value}“ in ${section}.`,
  "doubt.time": ({ words }) =>
    `„${words}“ lässt sich nicht versprechen: Eine Änderung wird gemacht, sobald sie bestätigt ist, und bleibt.`,
  "doubt.take-back":
    "Eine veröffentlichte Änderung nimmst du unter ihrer Nachricht zurück: mit 🗑️ Zurückziehen, bevor sie übernommen ist, und mit ↩️ Rückgängig machen danach.",
  "doubt.no-item": ({ words }) =>
    `Nur ein Eintrag einer Liste lässt sich entfernen oder verschieben, und „${words}“ nennt keinen, den ich kenne.`,
  "doubt.impossible": ({ words }) => `„${words}“ kann ich nicht.`,
  "doubt.unsure": ({ words }) => `Ich bin nicht sicher, was mit „${words}“ gemeint ist.`,
  "doubt.looks": ({ property, words }) =>
    `Ich kann ändern, was bei ${property} steht, aber nicht, wie es aussieht („${words}“).`,
  "doubt.text-itself": ({ words }) => `Ich bin nicht sicher, ob „${words}“ schon der Text selbst ist.`,
  "doubt.which-words": "Ich bin nicht sicher, welche Wörter der Text sind.",
  "doubt.question-mark": "Ich bin nicht sicher, ob das Fragezeichen zum Text gehört.",
  "doubt.where-ends": "Ich bin nicht sicher, wo der Text endet.",
  "doubt.part-of-text": ({ words }) => `Ich bin nicht sicher, ob „${words}“ zum Text gehört.`,
  "doubt.formatting": ({ words }) =>
    `„${words}“ ist eine Formatierung von Discord: Auf der Seite stünde es genau so da.`,
  "doubt.link-says": "Ich bin nicht sicher, was auf dem Link stehen soll.",
  "doubt.one-item": ({ words }) => `Ich bin nicht sicher, ob „${words}“ ein einziger Eintrag ist.`,
  "doubt.list": ({ property }) =>
    `${property} ist eine Liste: Nenn den Eintrag, der hinzukommen, geändert, entfernt oder verschoben werden soll.`,
  "doubt.color": ({ words }) => `„${words}“ ist eine Farbe.`,
  "doubt.no-color": ({ section }) => `${section} hat keine Farbe, die sich ändern lässt.`,
  "doubt.no-text": ({ section }) => `${section} hat keinen Text, der sich ändern lässt.`,
  "doubt.no-list": ({ section }) => `${section} hat keine Liste dafür.`,
  "doubt.two-values": ({ property }) => `Was ${property} werden soll, steht zweimal da.`,
  "doubt.only-negated": "Ich habe verstanden, was bleiben soll, aber nicht, was sich ändern soll.",
  "doubt.each-section": ({ sections }) =>
    `Hier ist von ${and(sections)} die Rede, aber nicht bei jedem davon, was sich ändern soll: Sag es für jeden, oder wähl einen aus.`,

  // What is wrong with a value
  "value.link-text": "Der Text eines Links",
  "value.link-address": "Die Adresse eines Links",
  "value.address": "Eine Adresse",
  "value.field": ({ field, list }) => `„${field}“ in ${list}`,
  "value.empty": ({ label }) => `${label} darf nicht leer sein: Sag, was dort stehen soll.`,
  "value.empty-example": ({ label, example }) =>
    `${label} darf nicht leer sein: Sag, was dort stehen soll, zum Beispiel \`${example}\`.`,
  "value.hidden": ({ label }) =>
    `${label} enthält unsichtbare Zeichen, die nicht veröffentlicht werden können: Tipp es neu, statt es einzufügen.`,
  "value.hidden-example": ({ label, example }) =>
    `${label} enthält unsichtbare Zeichen, die nicht veröffentlicht werden können: Tipp es neu, statt es einzufügen, zum Beispiel \`${example}\`.`,
  "value.markup": ({ label, markup }) =>
    `${label} enthält \`${markup}\`, und was das bedeutet, zeigt nur Discord: Schreib, was eine Seite zeigen kann.`,
  "value.long": ({ label, most, length }) =>
    `${label} darf höchstens ${most} Zeichen haben, und das hier hat ${length}: Kürze es.`,
  "value.long-example": ({ label, most, length, example }) =>
    `${label} darf höchstens ${most} Zeichen haben, und das hier hat ${length}: Kürze es, zum Beispiel auf „${example}“.`,
  "value.takes-links": ({ label }) =>
    `${label} nimmt Links: einen Text und ein Ziel, zum Beispiel \`About /about\`.`,
  "value.no-color": ({ value, label }) =>
    `„${value}“ ist keine Farbe, die ${label} haben kann: Schreib sie wie \`#FF0080\`, \`#F08\` oder \`darkblue\`.`,
  "value.no-color-like": ({ value, label, example }) =>
    `„${value}“ ist keine Farbe, die ${label} haben kann: Schreib sie wie \`${example}\`.`,
  "value.no-target": "Ein Link braucht ein Ziel, zum Beispiel `/about` oder `https://example.com`.",
  "value.refused-by-hint": ({ label, value, hint }) => `${label} kann nicht „${value}“ sein: ${hint}`,
  "value.no-match": ({ label, value, pattern }) =>
    `${label} kann nicht „${value}“ sein: Es muss zu \`${pattern}\` passen.`,
  "value.one-of": ({ label, choices }) => `${label} kann nur eins davon sein: ${choices}.`,
  "value.one-of-more": ({ label, choices }) => `${label} kann nur eins davon sein: ${choices} und weitere.`,
  "value.item-needs": ({ list, fields }) => `Ein neuer Eintrag von ${list} braucht auch ${and(fields)}.`,
  "value.no-field": ({ list, field }) => `Die Einträge von ${list} haben kein „${field}“.`,
  "value.is-list": ({ property }) =>
    `${property} ist eine Liste: Sag, was hinzukommen, geändert, entfernt oder verschoben werden soll.`,
  "value.is-single": ({ property }) => `${property} nimmt einen Wert und keine Liste.`,
  "value.wrong-kind": ({ label }) => `${label} kann keinen Wert dieser Art haben: Frag noch einmal an.`,
  "value.property-gone": ({ section, property }) =>
    `${section} hat kein „${property}“ mehr: Frag noch einmal mit etwas anderem an.`,
  "value.style-leave-out": ({ value, part }) => `„${value}“ kann kein Stil sein: Lass ${part} weg.`,
  "value.style-loads": ({ value }) =>
    `„${value}“ kann kein Stil sein: Er darf nichts laden. Schreib einen einfachen Wert wie \`#FF0080\` oder \`2rem\`.`,
  "value.style-open": ({ value }) =>
    `„${value}“ kann kein Stil sein: Ein Anführungszeichen oder eine Klammer darin ist nicht geschlossen.`,
  "value.style-worked-out": ({ value }) =>
    `„${value}“ kann in diesem Stylesheet nicht stehen, weil es dort berechnet würde: Schreib einen einfachen Wert wie \`#FF0080\` oder \`2rem\`.`,
  "value.no-picture": ({ label, address }) =>
    `${label} ist ein Bild, und „${address}“ ist keine Adresse eines Bilds dieser Website: Häng ein Bild an, oder schreib eine Adresse wie \`/images/hero.jpg\`.`,
  "value.number": "eine Zahl, zum Beispiel `12` oder `4.5`",
  "value.truth": "`true` oder `false`",
  "value.yes-no": "`yes` oder `no`",

  "value.date": "ein Datum, zum Beispiel `2026-11-25`",
  "value.whole-number": "eine ganze Zahl, zum Beispiel `12`",
  "value.time": "eine Uhrzeit, zum Beispiel `09:30:00`",
  "value.only": ({ label, form }) => `${label} kann nur so aussehen: ${form}.`,
  "value.hidden-here": ({ label }) =>
    `${label} enthält ein unsichtbares Zeichen, das in dieser Datei nicht stehen kann: Tipp es neu, statt es einzufügen.`,
  "value.generator": ({ label, mark }) =>
    `${label} darf \`${mark}\` nicht enthalten, weil der Generator der Website es ausführen könnte: Lass es weg.`,
  "value.one-line": ({ label }) =>
    `${label} muss eine einzige Zeile Text sein: Schreib es ohne Zeilenumbrüche.`,
  "value.page-code": ({ value, language, mark }) =>
    `„${value}“ kann auf dieser Seite nicht stehen, weil ${language} \`${mark}\` als Code lesen würde: Lass die Klammern weg.`,
  "value.html": ({ label, tag }) =>
    `${label} darf \`${tag}\` nicht enthalten, weil die Seite es als HTML liest: Lass das weg.`,
  "value.template": ({ value, mark }) =>
    `„${value}“ kann wegen \`${mark}\` nicht in der Vorlage dieser Seite stehen: Lass das weg.`,
  "value.message": ({ label, mark }) =>
    `${label} ist eine Meldung, die ein Programm liest, und \`${mark}\` bedeutet etwas für das Programm: Lass das weg.`,
  "value.message-but": ({ label, mark, allowed }) =>
    `${label} ist eine Meldung, die ein Programm liest, und \`${mark}\` bedeutet etwas für das Programm: Lass das weg (${allowed} darf bleiben).`,
  "value.address-part": ({ value, current }) =>
    `„${value}“ kann hier nicht stehen, weil Code den Anfang der Adresse davorsetzt: Schreib den Teil dahinter, wie \`${current}\`.`,
  "value.address-begins": ({ mark }) => `Dieser Teil der Adresse muss wie bisher mit \`${mark}\` beginnen.`,
  "value.address-ends": ({ mark }) => `Dieser Teil der Adresse muss wie bisher mit \`${mark}\` enden.`,
  "value.color-numbers": ({ name }) =>
    `${name} besteht aus drei Zahlen, die verschiedene Arten von Farben meinen könnten: Ein Entwickler muss es als ganze Farbe schreiben, wie \`rgb(0 0 0)\`.`,
  "value.color-parts": ({ name }) =>
    `${name} enthält die Teile einer Farbe, die als Ganzes zu sehen ist: Wähl eine wie \`#FF0080\`.`,
  "value.echo": ({ field }) =>
    `Der Code des Eintrags wiederholt „${field}“. Deshalb sind nur Buchstaben, Ziffern und die Zeichen . / # - und _ erlaubt.`,

  // What the files of a site do not allow
  "site.section-gone": ({ section }) =>
    `Diese Website hat keinen Abschnitt „${section}“ mehr: Frag noch einmal mit einem anderen an.`,
  "site.not-found-again": ({ property }) =>
    `${property} ließ sich nicht ändern: Der Selektor würde es danach nicht mehr finden. Es wurde nichts geändert; der Selektor in ux-agent.json muss korrigiert werden.`,
  "site.not-exact": ({ property }) =>
    `${property} ließ sich nicht ändern: In der Datei stünde danach nicht genau dieser Wert. Es wurde nichts geändert; versuch einen anderen Wert.`,
  "site.many-steps": ({ most, count }) =>
    `Eine Anfrage kann an einer Liste höchstens ${most} Dinge tun und nicht ${count}: Frag die anderen danach an.`,
  "site.conflict": ({ properties }) =>
    `Diese Änderungen gehen nicht zusammen, weil eine die andere aufheben würde (${properties}): Frag sie einzeln an.`,
  "site.other-settings":
    "Die Einstellungen der Website haben sich geändert, seit das veröffentlicht wurde. Deshalb lässt es sich hier nicht rückgängig machen. Mit `/ux-update` kannst du um das bitten, was vorher dort stand.",
  "site.large": ({ file }) =>
    `${file} ist größer als 1 MB, und das ist zum Bearbeiten zu groß: Wähl eine kleinere Datei.`,
  "site.not-text": ({ file }) => `${file} ist kein UTF-8-Text: Speichere die Datei erst als UTF-8.`,
  "site.not-editable": ({ file, types }) =>
    `${file} lässt sich nicht bearbeiten: Es muss eine Datei mit einer dieser Endungen sein: ${types}.`,
  "site.minified": ({ file }) =>
    `${file} ist minifiziert: Bearbeitet werden muss die Datei, aus der sie gemacht wird.`,
  "site.not-readable": ({ file, format, problem }) =>
    `${file} lässt sich nicht als ${format} lesen (${problem}): Die Datei muss erst korrigiert werden.`,
  "site.wrong-kind": ({ property }) =>
    `${property} lässt sich in dieser Art von Datei nicht ändern: In ux-agent.json muss eine andere Art stehen.`,
  "site.no-match": ({ selector }) =>
    `Nichts in der Datei passt zu \`${selector}\`: Der Selektor in ux-agent.json muss korrigiert werden.`,
  "site.not-written": ({ selector }) =>
    `Was zu \`${selector}\` passt, steht nicht in der Datei, sondern wird vom Browser ergänzt: Der Selektor in ux-agent.json muss korrigiert werden.`,
  "site.srcset": ({ property, line }) =>
    `${property} steht auch in einem \`srcset\` (Zeile ${line}), und Browser würden weiter das zeigen: Ein Entwickler muss es erst entfernen.`,
  "site.loads": ({ element, line }) =>
    `<${element}> (Zeile ${line}) bestimmt, was die Seite lädt oder ausführt, und das ändert ux-agent nicht: Ein Entwickler muss es tun.`,
  "site.spread": ({ element, line, attribute }) =>
    `<${element}> (Zeile ${line}) bekommt Attribute aus Code, vielleicht auch ${attribute}: Ein Entwickler muss ${attribute} erst in die Datei schreiben.`,
  "site.code-text": ({ element }) =>
    `Was in <${element}> steht, ist Code und kein Text: Wähl in ux-agent.json ein anderes Element.`,
  "site.no-text": ({ element }) =>
    `<${element}> kann keinen Text haben: Wähl in ux-agent.json ein anderes Element.`,
  "site.text-from-attribute": ({ attribute, element, line }) =>
    `${attribute} setzt einen anderen Text an die Stelle von dem in <${element}> (Zeile ${line}): Ein Entwickler muss ihn ändern.`,
  "site.text-maybe-code": ({ element, line }) =>
    `Was <${element}> zeigt (Zeile ${line}), kommt vielleicht aus Code, und den ändert ux-agent nicht: Ein Entwickler muss es erst in die Datei schreiben.`,
  "site.comment-in-text": ({ line }) =>
    `Mitten im Text steht ein Kommentar (Zeile ${line}): Er muss erst verschoben werden.`,
  "site.style-from-code": ({ what, element, line }) =>
    `„${what}“ von <${element}> (Zeile ${line}) kommt aus Code, und den ändert ux-agent nicht: Ein Entwickler muss es tun.`,
  "site.style-unreadable": ({ line }) =>
    `Der Stil in Zeile ${line} lässt sich nicht lesen: Ein Entwickler muss ihn erst korrigieren.`,
  "site.made-list": ({ element, line }) =>
    `<${element}> (Zeile ${line}) ist keine Liste, die sich hier ändern lässt, weil Code oder etwas anderes ihre Einträge macht: ux-agent.json muss die Daten nennen, aus denen sie entstehen, oder ein Entwickler muss sie ändern.`,
  "site.item-links": ({ item, links }) =>
    `In „${item}“ stehen noch andere Links (${links}), die mit verschwinden würden: Ein Entwickler muss es entfernen.`,
  "site.item-field": ({ item, list, field }) =>
    `„${item}“ in ${list} hat in der Datei kein „${field}“: Ein Entwickler muss es hinzufügen.`,
  "site.last-item": ({ list }) =>
    `Das ist der letzte Eintrag von ${list}, und eine leere Liste kann die Seite beschädigen: Ein Entwickler muss ihn entfernen.`,
  "site.item-in-line":
    "Der Eintrag teilt sich seine Zeile mit etwas anderem und lässt sich deshalb nicht herausnehmen: Ein Entwickler muss es tun.",
  "site.new-item-field": ({ field }) =>
    `Ein neuer Eintrag kann kein „${field}“ haben: Ein Entwickler muss es hinzufügen.`,
  "site.same-place": "Zwei Felder der Liste sind dieselbe Stelle: ux-agent.json muss korrigiert werden.",
  "site.no-item-alike": ({ list, fields }) =>
    `${list} hat keinen Eintrag, der nur ${fields} hat und nach dem sich ein neuer machen ließe: Ein Entwickler muss ihn hinzufügen.`,

  // What is wrong with an address

  "address.like": ({ problem, example }) => `${problem}: Schreib sie wie \`${example}\`.`,
  "address.like-these": ({ problem }) =>
    `${problem}: Schreib sie wie \`/about\` oder \`https://example.com\`.`,
  "address.person": "Eine E-Mail-Adresse braucht einen Namen und einen Anbieter",
  "address.characters":
    "Eine Adresse darf keine Leerzeichen, Backslashes oder unsichtbaren Zeichen enthalten",
  "address.whole": "Die Adresse einer anderen Website muss vollständig sein, mit https",
  "address.credentials": "Eine Adresse darf keinen Benutzernamen und kein Passwort enthalten",
  "address.phone": "Eine Telefonnummer besteht aus Ziffern, mit einem + vor der Landesvorwahl",
  "address.none": ({ address }) => `„${address}“ ist keine Adresse, die ein Link haben kann`,

  // What is wrong with a request, and what would be right
  "request.no-sections":
    "Diese Website sagt noch nicht, was geändert werden darf: Ihre `ux-agent.json` hat keine Abschnitte.",
  "request.property-gone": ({ property, section }) => `In „${section}“ gibt es kein „${property}“ mehr.`,
  "request.nothing-left": "Es bleibt nichts zu ändern: Jeder Wert bleibt, wie er auf der Website steht.",
  "command.quote-open": ({ name }) =>
    `Das Anführungszeichen bei \`${name}\` ist nicht geschlossen: Schreib \`${name}:"Hello there"\`.`,
  "command.quote-end": ({ name }) =>
    `Nach dem schließenden Anführungszeichen bei \`${name}\` muss ein Leerzeichen stehen; eins im Text schreibst du \`\\"\`, zum Beispiel \`${name}:"Say \\"hi\\""\`.`,
  "command.no-value": ({ name }) =>
    `\`${name}\` hat keinen Wert: Schreib ihn hinter den Doppelpunkt, zum Beispiel \`${name}:"Hello there"\`.`,
  "command.stray": ({ words }) =>
    `Ich weiß nicht, wozu „${words}“ gehört: Ein Befehl besteht aus Paaren wie \`section:header\`; gewöhnliche Worte gehören in \`description\`.`,
  "command.stray-text": ({ words, name, text }) =>
    `Ich weiß nicht, wozu „${words}“ gehört. Ein Text aus mehreren Wörtern steht in Anführungszeichen: \`${name}:"${text}"\`.`,
  "command.no-change": ({ section }) => `Der Befehl nennt den Abschnitt \`${section}\`, aber keine Änderung.`,
  "command.no-section":
    "Der Befehl sagt nicht, welcher Abschnitt geändert werden soll: Beginn ihn mit `section:`.",
  "command.many-sections": ({ most, count }) =>
    `Eine Anfrage ändert höchstens ${most} Abschnitte, und diese ${count}: Frag die anderen danach an.`,
  "command.unknown-section": ({ name }) => `Es gibt keinen Abschnitt namens „${name}“.`,
  "command.unknown-property": ({ section, name }) => `In \`${section}\` gibt es nichts namens „${name}“.`,
  "command.suggestion": ({ id }) => `Meintest du \`${id}\`?`,
  "command.ambiguous": ({ name, ids }) => `„${name}“ kann ${or(ids)} sein: Schreib, was davon.`,
  "command.link-text": ({ property, example }) =>
    `Ein Link braucht einen Text vor seinem Ziel: \`${property}:"${example}"\`.`,
  "command.no-link": ({ property }) => `In \`${property}\` steht kein Link.`,
  "command.several-lists": ({ section, lists, verb }) =>
    `\`${section}\` hat mehr als eine Liste: Schreib ${or(lists)} hinter \`${verb}\`.`,
  "command.move-where":
    '`move` braucht einen Platz: `to:first`, `to:last`, `before:"…"` oder `after:"…"` mit dem Namen eines anderen Eintrags.',
  "command.change-what": ({ verb, item, field }) =>
    `\`${verb}\` braucht, was daraus werden soll: \`${verb}:"${item}" ${field}:"…"\`.`,
  "command.add-one": "`add` fügt einen Eintrag hinzu: Schreib `add` für jeden einmal.",
  "command.item-needs": ({ property, fields }) =>
    `Ein neuer Eintrag von \`${property}\` braucht auch ${and(fields)}.`,
  "command.no-place": ({ place }) =>
    `\`to:${place}\` ist kein Platz in einer Liste: Schreib \`to:first\` oder \`to:last\`.`,
  "help.how":
    "Sag, was geändert werden soll: auf Englisch in eigenen Worten als `description` oder genau als `command`. Du siehst die Änderung zuerst, und nichts wird veröffentlicht, bevor du bestätigst.",
  "help.sections": ({ sections }) => `**Abschnitte:** ${sections}`,
  "help.section": ({ section, properties }) => `**Im Abschnitt** \`${section}\`**:**\n${properties}`,
  "help.what": ({ sections }) => `**Was sich ändern lässt:**\n${sections}`,
  "help.example": ({ example }) => `**Zum Beispiel:** \`${example}\``,
  "help.plain-words": ({ example }) => `**In eigenen Worten:** ${example}`,
  "help.exactly": ({ example }) => `**Genau:** \`${example}\``,

  // A character that nobody sees
  "invisible.begins": ({ label, character, code }) =>
    `${label} enthält am Anfang ein unsichtbares Zeichen (${character}, ${code}): Nimm es heraus, oder tipp den Text neu.`,
  "invisible.begins-more": ({ label, character, code, more }) =>
    `${label} enthält am Anfang ein unsichtbares Zeichen (${character}, ${code}) und ${number(more)} weitere: Nimm sie heraus, oder tipp den Text neu.`,
  "invisible.after": ({ label, character, code, before }) =>
    `${label} enthält nach „${before}“ ein unsichtbares Zeichen (${character}, ${code}): Nimm es heraus, oder tipp den Text neu.`,
  "invisible.after-more": ({ label, character, code, before, more }) =>
    `${label} enthält nach „${before}“ ein unsichtbares Zeichen (${character}, ${code}) und ${number(more)} weitere: Nimm sie heraus, oder tipp den Text neu.`,
  "invisible.soft-hyphen": "weicher Trennstrich",
  "invisible.grapheme-joiner": "verbindender Graphemverbinder",
  "invisible.arabic-mark": "arabische Richtungsmarke",
  "invisible.hangul-filler": "Hangul-Füllzeichen",
  "invisible.mongolian-selector": "mongolische Variante",
  "invisible.zero-width-space": "Leerzeichen ohne Breite",
  "invisible.zero-width-non-joiner": "Bindehemmer ohne Breite",
  "invisible.zero-width-joiner": "Verbinder ohne Breite",
  "invisible.left-to-right": "Marke für links nach rechts",
  "invisible.right-to-left": "Marke für rechts nach links",
  "invisible.direction": "Richtungswechsel",
  "invisible.word-joiner": "Wortverbinder",
  "invisible.operator": "unsichtbares Rechenzeichen",
  "invisible.deprecated": "veraltetes Formatzeichen",
  "invisible.braille": "leeres Braillezeichen",
  "invisible.variation": "Variantenwähler",
  "invisible.byte-order": "Bytereihenfolge-Marke",
  "invisible.annotation": "Anmerkungszeichen",
  "invisible.tag": "Tag-Zeichen",
  "invisible.noncharacter": "kein gültiges Zeichen",
  "invisible.other": "ein Zeichen ohne Bild",
  "value.followed": ({ value, scheme }) =>
    `„${value}“ kann hier nicht stehen, weil eine Seite \`${scheme}:\` als Befehl befolgen könnte: Schreib einen Text, der anders beginnt, oder eine Adresse wie \`/about\`.`,
  "list.several-items": ({ list, count, words, items }) =>
    `${list} hat ${number(count)} Einträge namens „${words}“: ${items.join(", ")}. Sag, welchen du meinst.`,
  "list.no-item": ({ list, words }) => `${list} hat kein „${words}“.`,
  "list.suggestion": ({ name }) => `Meintest du „${name}“?`,
  "list.has": ({ items }) => `Es gibt ${items}.`,
  "list.has-more": ({ items, more }) => `Es gibt ${items} und ${number(more)} weitere.`,
  "list.empty": "Die Liste ist leer.",
  "ask.no-section": ({ words }) => `Es gibt keinen Abschnitt „${words}“.`,
};
