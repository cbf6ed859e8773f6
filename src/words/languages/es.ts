import { formsOf } from "#src/words/forms.ts";
import type { Language } from "#src/words/language.ts";

const { plural, number, and, or } = formsOf("es-ES");

export const es: Language = {
  // Buttons
  "button.confirm": "Confirmar",
  "button.approve": "Aprobar",
  "button.decline": "Rechazar",
  "button.edit": "Editar",
  "button.cancel": "Cancelar",
  "button.answer": "Responder",
  "button.as-understood": "Usarlo tal como se entendió",
  "button.as-meant": "Sí, quería decir eso",
  "button.retry": "Reintentar",
  "button.withdraw": "Retirar",
  "button.undo": "Deshacer",
  "button.block": "Bloquear",
  "button.unblock": "Desbloquear",
  "button.pull-request": ({ number: of }) => `Pull request n.º ${of}`,
  "button.site": "Abrir el sitio",
  "button.preview": "Vista previa",

  // The message of a conversation
  "message.drafting": "⏳ Preparando una vista previa…",
  "message.publishing": "⏳ Publicando…",
  "message.withdrawing": "⏳ Retirando…",
  "message.withdrawn": "↩️ Retirado: ya no queda nada de este cambio por fusionar.",
  "message.cancelled": "❌ Cancelado. No se ha cambiado nada.",
  "message.expired": "⌛ Caducado: no se ha cambiado nada. Usa `/ux-update` para pedirlo de nuevo.",
  "message.expired-failed":
    "⌛ Caducado: la publicación falló y ya no se puede reintentar. Puede que se haya publicado de todos modos: mira el repositorio del sitio antes de volver a pedirlo con `/ux-update`.",
  "message.failed": "No ha funcionado.",
  "message.failed-late": "No se pudo hacer a tiempo. Usa `/ux-update` para pedirlo de nuevo.",
  "message.perhaps-stored":
    "⏳ No he podido averiguar si tu solicitud se guardó. Si en un minuto no aparece aquí una vista previa, usa `/ux-update` otra vez.",
  "message.perhaps-asked":
    "⏳ No he podido averiguar si tu solicitud se guardó. Pulsa **Responder** para verlo; si no se guardó, usa `/ux-update` otra vez.",
  "message.expires": ({ when }) => `Esto caduca ${when}.`,
  "message.press-answer": ({ when }) => `Pulsa **Responder** para continuar. Esto caduca ${when}.`,
  "message.understood": ({ section, changes }) => `He entendido para **${section}**: ${changes}.`,
  "message.source": ({ who }) => `💬 De un mensaje de ${who}`,
  "message.source-linked": ({ who, url }) => `💬 De un mensaje de ${who} · [mensaje](${url})`,
  "message.published": "✅ Publicado",
  "message.published-pull-request": ({ pull_request }) =>
    `✅ Publicado como borrador de pull request: ${pull_request}`,
  "message.published-branch": ({ branch, commit }) =>
    `✅ Publicado en la rama \`${branch}\`, commit \`${commit}\``,
  "message.merged": ({ pull_request }) => `🚀 Fusionado: ${pull_request}`,
  "message.merged-by": ({ pull_request, who, when }) => `🚀 Fusionado por ${who} ${when}: ${pull_request}`,
  "message.closed": ({ pull_request }) => `🚪 Cerrado sin fusionar: ${pull_request}`,
  "message.added-to": "⚠️ Alguien ha añadido commits en GitHub, así que ya no es solo lo que viste.",
  "checks.pending": "⏳ Las comprobaciones están en curso",
  "checks.passed": "✅ Comprobaciones superadas",
  "checks.failed": "❌ Comprobaciones fallidas",
  "checks.see": "verlas",

  // A preview
  "preview.this": "**Esto es lo que cambiaría.**",
  "preview.not-published": "No se publica nada hasta que confirmes.",
  "preview.attached": "Es demasiado largo para este mensaje: **los archivos adjuntos lo muestran todo.**",
  "preview.not-whole":
    "Es demasiado largo para este mensaje, así que no se puede confirmar aquí. Pulsa **Editar** y cambia algo para obtener una vista previa completa.",
  "preview.page-changed":
    "⚠️ La página ha cambiado desde que confirmaste, así que no se ha publicado nada. Por favor, míralo otra vez.",
  "preview.page-changed-approvals":
    "⚠️ La página ha cambiado desde que confirmaste, así que no se ha publicado nada. Por favor, míralo otra vez. Las aprobaciones empiezan de cero.",
  "preview.declined": ({ who }) => `👎 ${who} ha rechazado esto.`,
  "preview.declined-because": ({ who, reason }) => `👎 ${who} ha rechazado esto: ${reason}`,
  "preview.edited":
    "✏️ Has cambiado lo que otras personas tenían que aprobar, así que las aprobaciones empiezan de cero.",
  "preview.takes-back": ({ what }) => `↩️ Esto deshace ${what}.`,

  // Approvals
  "approval.missing": ({ missing }) =>
    `🙋 **Esto es lo que cambiaría. ${plural(missing, { one: "Falta 1 aprobación", other: `Faltan ${number(missing)} aprobaciones` })}.**`,
  "approval.given": ({ who }) => `Aprobado por ${and(who)}.`,
  "approval.not-published": "Hasta entonces no se publica nada.",
  "approval.asked": ({ roles, who, section }) =>
    `🙋 ${roles} ${who} os pide que aprobéis un cambio en **${section}**. Usad los botones que hay debajo de la vista previa.`,

  // The line of a log channel
  "end.published": ({ what }) => `✅ Publicado: ${what}`,
  "end.failed": ({ what }) => `❌ Fallido: ${what}`,
  "end.declined": ({ who, what }) => `👎 Rechazado por ${who}: ${what}`,
  "end.withdrawn": ({ what }) => `↩️ Retirado: ${what}`,
  "end.expired": ({ what }) => `⌛ Caducado: ${what}`,
  "end.cancelled": ({ what }) => `🚫 Cancelado: ${what}`,
  "end.a-request": "una solicitud",
  "end.asked": ({ who }) => `Pedido por ${who}`,
  "end.asked-linked": ({ who, url }) => `Pedido por ${who} · [mensaje](${url})`,

  // Why a click was not accepted
  "refused.not-found": "Esta solicitud no existe o ha caducado. Usa `/ux-update` para pedirlo de nuevo.",
  "refused.not-yours": "Esto no es tuyo: solo puede decidir sobre este cambio la persona que lo pidió.",
  "refused.elsewhere": "Pediste esto en otro servidor. Usa los botones del mensaje de allí.",
  "refused.cancelled":
    "Esta solicitud se canceló, así que no se ha cambiado nada. Usa `/ux-update` para pedirlo de nuevo.",
  "refused.replaced": "Hay una vista previa más reciente: por favor, usa los botones del último mensaje.",
  "refused.drafting": "La vista previa todavía se está preparando: espera un momento, por favor.",
  "refused.unanswered": "Queda una pregunta abierta: pulsa **Responder** en el último mensaje.",
  "refused.previewed": "La vista previa está lista: por favor, decide con los botones de debajo.",
  "refused.own-change": "Tú pediste este cambio, así que tiene que aprobarlo otra persona.",
  "refused.approved-already": "Ya has aprobado esto. También tiene que aprobarlo otra persona.",
  "refused.outpaced": "Otra aprobación llegó en el mismo momento. Pulsa **Aprobar** otra vez.",
  "refused.approving": "Este cambio espera aprobación: por favor, usa los botones que hay debajo.",
  "refused.publishing": "Este cambio se está publicando ahora mismo: el mensaje mostrará el resultado.",
  "refused.published": "Este cambio ya está publicado.",
  "refused.published-pull-request": ({ pull_request }) => `Este cambio ya está publicado: ${pull_request}.`,
  "refused.published-branch": ({ branch, commit }) =>
    `Este cambio ya está publicado en la rama \`${branch}\` como commit \`${commit}\`.`,
  "refused.too-late": "Esto se publicó hace demasiado tiempo para poder retirarlo aquí.",
  "refused.too-late-pull-request": ({ pull_request }) =>
    `Esto se publicó hace demasiado tiempo para poder retirarlo aquí: cierra su pull request ${pull_request}.`,
  "refused.too-late-branch": ({ branch }) =>
    `Esto se publicó hace demasiado tiempo para poder retirarlo aquí: borra su rama \`${branch}\`.`,
  "refused.failed": "Este cambio no se pudo publicar: por favor, pídelo otra vez con `/ux-update`.",
  "refused.failed-because": ({ why }) => `Este cambio no se pudo publicar: ${why}`,
  "refused.too-long":
    "Con esto, tu solicitud sería demasiado larga para guardarla. Usa `/ux-update` para pedirlo de nuevo.",
  "refused.withdrawing": "Este cambio se está retirando ahora mismo: el mensaje mostrará el resultado.",
  "refused.withdrawn": "Este cambio se retiró. Usa `/ux-update` para pedirlo de nuevo.",
  "refused.repeated": "Esto ya está hecho.",

  // Who may not ask or approve
  "access.no-site":
    "Este servidor todavía no tiene ningún sitio que cambiar. Pide a quien gestiona este bot que configure uno.",
  "access.not-served": ({ guild_id }) =>
    `Este bot no cambia su sitio para este servidor. Pide a quien gestiona el bot que añada \`${guild_id}\` a \`DISCORD_GUILD_IDS\`, o que dé a este servidor un sitio propio.`,
  "access.direct-message":
    "El sitio no se puede cambiar por mensaje directo. Usa `/ux-update` en tu servidor.",
  "access.blocked":
    "No puedes cambiar el sitio en este servidor porque te han bloqueado. Pregunta a quienes administran el servidor.",
  "access.no-role": ({ roles }) =>
    `Para cambiar el sitio necesitas otro rol en este servidor: ${or(roles)}. Pídeselo a quienes administran el servidor.`,
  "access.no-approvals":
    "Aquí ya no hace falta aprobar nada. La persona que pidió esto puede pulsar **Editar** y después **Confirmar**.",
  "access.no-approver": ({ roles }) =>
    `Para aprobar o rechazar un cambio necesitas otro rol en este servidor: ${or(roles)}. Pídeselo a quienes administran el servidor.`,
  "access.no-administrator":
    "Solo las personas con el permiso **Gestionar servidor** pueden ver las solicitudes de los demás.",

  // What is said to one person about what they did
  "start.again": "Esta solicitud ya se había recibido.",
  "start.form-gone":
    "Este formulario estuvo abierto demasiado tiempo. Elige otra vez **Request a change** en el menú del mensaje.",
  "start.section-gone": "Esta parte del sitio ya no existe. Usa `/ux-update` para ver lo que hay.",
  "start.unchanged":
    "No has cambiado nada en el formulario, así que no hay nada que pedir. Usa `/ux-update` otra vez para cambiar algo.",
  "start.wrong-value": ({ problem }) => `${problem} No se ha pedido nada: usa \`/ux-update\` otra vez.`,
  "start.limit": ({ limit }) => `${limit} Después, usa \`/ux-update\` otra vez.`,
  "edit.unchanged": "No has cambiado nada en el formulario, así que tu solicitud se queda como estaba.",
  "edit.emptied":
    "Si todos los valores se quedan como están en el sitio, no cambiaría nada, así que tu solicitud se queda como estaba. Pulsa **Cancelar** si ya no la quieres.",
  "edit.taken": "✏️ Tu cambio ha llegado. Mira la vista previa: se está haciendo de nuevo.",
  "edit.wrong-value": ({ problem }) => `${problem} Tu solicitud se queda como estaba.`,
  "edit.not-understood": ({ question }) =>
    `No he entendido eso, así que tu solicitud se queda como estaba. ${question} Pulsa **Editar** para decirlo con otras palabras.`,
  "retry.taken": "🔁 Se está intentando otra vez. El mensaje de la solicitud dirá qué pasa.",
  "block.server-only": "Solo se puede bloquear a alguien en un servidor.",
  "block.blocked": ({ who }) =>
    `🚫 ${who} no puede cambiar nada en este servidor: ya no se publica nada suyo y, en menos de un minuto, se rechaza cada paso. Todavía puede cancelar y retirar.`,
  "block.unblocked": ({ who }) =>
    `✅ ${who} vuelve a poder pedir cambios en este servidor. Se aplica en menos de un minuto.`,
  "block.not-blocked": ({ who }) => `No hay ningún bloqueo para ${who} en este servidor.`,
  "block.yourself": "No puedes bloquearte.",
  "unknown.button": "No conozco este botón o comando. Usa `/ux-update` para cambiar el sitio.",
  "unknown.command": ({ name }) =>
    `No conozco el comando \`/${name}\`. Usa \`/ux-update\` para cambiar el sitio.`,
  "unknown.message-command": "No conozco este comando. Usa `/ux-update` para cambiar el sitio.",
  "unknown.half-character":
    "Tu texto contiene medio carácter, a menudo un emoji cortado en dos. Quítalo y envía el texto otra vez.",
  "error.newer":
    "De esta solicitud se ocupa una versión más nueva. Por favor, inténtalo de nuevo en un minuto.",
  "error.unexpected": "Algo ha salido mal. Por favor, inténtalo de nuevo.",

  // Why an undo is not begun
  "undo.not-found":
    "Este cambio ya no se conoce aquí, así que no se puede deshacer. Usa `/ux-update` para pedir lo que había antes.",
  "undo.not-published": "Este cambio no está publicado, así que no hay nada que deshacer.",
  "undo.withdrawn": "Este cambio se retiró, así que no hay nada que deshacer.",
  "undo.other-site": "Este servidor tiene ahora otro sitio, así que este cambio no se puede deshacer aquí.",
  "undo.being-undone": "Ya se ha pedido deshacer este cambio. Usa los botones de ese mensaje.",
  "undo.being-undone-at": ({ url }) =>
    `Ya se ha pedido deshacer este cambio: [su mensaje](${url}). Usa los botones de ese mensaje.`,
  "undo.undone": "Ya se ha publicado algo que deshace este cambio. Pulsa allí **Deshacer** para recuperarlo.",
  "undo.undone-as": ({ what }) =>
    `Ya se ha publicado algo que deshace este cambio: ${what}. Pulsa allí **Deshacer** para recuperarlo.`,

  // Limits; what to do about it stands behind
  "limit.person_open": ({ most }) =>
    `Tienes ${plural(most, { one: "1 solicitud abierta", other: `${number(most)} solicitudes abiertas` })} en este servidor, que es el máximo a la vez. \`/ux-status\` las muestra: confirma o cancela alguna.`,
  "limit.person_hourly": ({ most }) =>
    `Has pedido ${plural(most, { one: "1 cambio", other: `${number(most)} cambios` })} en este servidor en una hora, que es el máximo. Espera a que los primeros tengan una hora.`,
  "limit.server_open": ({ most }) =>
    `En este servidor hay ${plural(most, { one: "1 solicitud abierta", other: `${number(most)} solicitudes abiertas` })}, que es el máximo a la vez. Espera a que algunas se confirmen o se cancelen.`,
  "limit.server_hourly": ({ most }) =>
    `En este servidor se ${plural(most, { one: "ha pedido 1 cambio", other: `han pedido ${number(most)} cambios` })} en una hora, que es el máximo. Espera a que los primeros tengan una hora.`,

  // Lists of requests
  "list.own": "Tus solicitudes:",
  "list.own-none": "Todavía no tienes solicitudes. Usa `/ux-update` para cambiar el sitio.",
  "list.of": ({ who }) => `Solicitudes de ${who} en este servidor:`,
  "list.of-blocked": ({ who }) => `Solicitudes de ${who} (con bloqueo) en este servidor:`,
  "list.of-none": ({ who }) => `${who} no tiene solicitudes en este servidor.`,
  "list.of-none-newest": ({ who, most }) =>
    `Ninguna de las ${number(most)} solicitudes más recientes de ${who} es de este servidor.`,
  "list.server": "Abiertas, fallidas o en espera en este servidor:",
  "list.server-none": "En este servidor no hay nada abierto, fallido ni en espera.",
  "list.server-none-newest":
    "Ninguna de las solicitudes más recientes de este servidor está abierta, fallida o en espera.",
  "list.server-only": "`/ux-admin` solo funciona en un servidor.",
  "list.no-person": "`user` tiene que ser una persona de este servidor, o su ID.",
  "list.open": "Abiertas",
  "list.recent": "Recientes",
  "list.failed": "Fallidas",
  "list.waiting-owner": "Esperan a quien las pidió",
  "list.waiting-approval": "Esperan aprobación",
  "list.worked-on": "En curso",
  "list.older": "Las más antiguas no se muestran.",
  "list.more": ({ left }) => `… y ${number(left)} más`,
  "list.no-section": "aún sin sección",
  "list.undo-of": ({ what }) => `deshace ${what}`,
  "list.expires": ({ when }) => `caduca ${when}`,
  "list.message": "mensaje",
  "status.drafting": "se está preparando la vista previa",
  "status.clarifying": "hay una pregunta abierta",
  "status.previewed": "la vista previa está lista",
  "status.approving": "espera aprobación",
  "status.confirmed": "se está publicando",
  "status.published": "publicado",
  "status.published-pull-request": ({ pull_request }) => `publicado como ${pull_request}`,
  "status.published-branch": ({ branch, commit }) => `publicado en \`${branch}\` como \`${commit}\``,
  "status.merged": ({ pull_request }) => `${pull_request} está fusionado`,
  "status.merged-by": ({ pull_request, who, when }) => `${pull_request} fusionado por ${who} ${when}`,
  "status.closed": ({ pull_request }) => `${pull_request} cerrado sin fusionar`,
  "status.preview": "vista previa",
  "status.failed": "fallido",
  "status.failed-because": ({ why }) => `fallido: ${why}`,
  "status.withdrawing": "se está retirando",
  "status.withdrawn": "retirado",
  "status.cancelled": "cancelado",
  "status.expired": "caducado",

  // Why something failed
  "failed.limit": ({ limit }) => `${limit} Después, pulsa «Reintentar».`,

  "failed.unexpected": "Algo ha salido mal. Por favor, inténtalo de nuevo más tarde.",
  "failed.perhaps-published": ({ why }) =>
    `${why} Puede que ya esté publicado: mientras se pueda reintentar, eso lo averigua, y nada se publica dos veces.`,
  "failed.no-site":
    "No se puede abrir el sitio de este servidor: alguien de administración tiene que configurarlo de nuevo.",
  "failed.site-removed": "El sitio de este servidor se ha eliminado.",
  "failed.settings-invalid": ({ file, problem }) =>
    `El archivo \`${file}\` del sitio no es válido: ${problem}`,
  "failed.settings-gone": ({ file }) =>
    `El archivo de configuración \`${file}\` del sitio ya no está, y no se ha publicado nada. Cuando vuelva a estar, pídelo otra vez con \`/ux-update\`.`,
  "failed.unchanged": ({ section }) => `${section} ya está así: no hay nada que cambiar.`,
  "failed.too-large-to-show":
    "Este cambio es demasiado grande para mostrarlo en Discord: por favor, pide menos cosas a la vez.",
  "failed.not-shown":
    "No he podido mostrarte todo este cambio, así que no se puede confirmar. Pulsa **Reintentar** para obtener otra vista previa, o **Editar** para pedir menos cosas a la vez.",
  "failed.too-long":
    "Esto es demasiado largo para guardarlo: por favor, pide menos cosas a la vez. No se ha publicado nada.",
  "failed.page-too-long":
    "La página ha cambiado y es demasiado larga para volver a mostrarla: por favor, pide menos cosas a la vez. No se ha publicado nada.",
  "failed.nothing-published": ({ why }) => `No se ha publicado nada. ${why}`,
  "failed.page-changed": ({ why }) => `La página ha cambiado entretanto y no se ha publicado nada: ${why}`,
  "failed.no-longer-clear":
    "El sitio ha cambiado entretanto, así que tu solicitud ya no está clara. No se ha publicado nada.",
  "failed.owner-blocked":
    "La persona que pidió esto fue bloqueada en este servidor. No se ha publicado nada.",
  "failed.approver-blocked":
    "Una persona que aprobó esto fue bloqueada en este servidor. No se ha publicado nada: pulsa **Reintentar** y después **Confirmar** para volver a pedir las aprobaciones.",
  "failed.merged": "Ya está fusionado, así que no se pudo retirar.",
  "repository.slow":
    "El repositorio del sitio responde muy despacio en este momento. Por favor, inténtalo de nuevo.",
  "undo.unknown":
    "Este cambio ya no se conoce aquí, o lo está deshaciendo otra solicitud. Usa `/ux-update` para pedir lo que había antes.",
  "undo.nothing":
    "Ahora mismo no hay nada de este cambio en el sitio, así que no hay nada que deshacer. Mientras no esté fusionado, **Retirar** en su mensaje lo retira.",
  "undo.impossible": ({ what }) =>
    `Esto no se puede recuperar: ${what.join("; ")}. Usa \`/ux-update\` para pedir lo que había antes.`,

  // Attached pictures
  "image.refused": ({ problem, types, megabytes }) =>
    `${problem} Las imágenes pueden ser ${or(types)}, de ${number(megabytes)} MB como máximo cada una.`,
  "image.not-usable": ({ name }) => `«${name}» no es una imagen que se pueda usar.`,
  "image.too-large": ({ name }) => `«${name}» es demasiado grande.`,
  "image.not-uploaded": ({ name }) => `«${name}» no se subió a Discord.`,
  "picture.not-attached": "Esa imagen no existe. Usa `/ux-update` otra vez y adjúntala.",
  "picture.missing": ({ property }) =>
    `No hay ninguna imagen para ${property}. Usa \`/ux-update\` otra vez y adjúntala como \`image\`.`,
  "picture.missing-number": ({ property, number: of }) =>
    `No hay ninguna imagen ${of} para ${property}. Usa \`/ux-update\` otra vez y adjúntala como \`image${of}\`.`,
  "picture.empty": ({ name }) => `En «${name}» no se ve nada. Adjunta otra con \`/ux-update\`.`,
  "picture.color": ({ swatch, color, percent }) => `${swatch} ${color} (${number(percent)} % de ella)`,

  // Forms
  "form.answer": "Lo que falta",
  "form.decline": "Rechazar este cambio",
  "form.decline-why": "¿Qué debería ser diferente?",
  "form.edit": "Cambiar tu solicitud",
  "form.section": ({ section }) => `Cambiar ${section}`,
  "form.request": "Pedir un cambio",
  "form.command": "Comando",
  "form.own-words": "Con tus propias palabras",
  "form.no-field": "Las listas y todo lo demás que no tiene campo aquí.",
  "form.when-empty": "Déjalo vacío para conservar lo que dice el sitio ahora.",
  "form.which-values": "¿Qué valores?",
  "form.only-words": "Solo las palabras de mi solicitud",
  "form.request-too-long": ({ values, room }) =>
    `Tu solicitud tiene ${number(values)} valores, y en un formulario caben ${number(room)}. Elige los que quieras cambiar.`,
  "form.section-too-long": ({ section, values, room }) =>
    `**${section}** tiene ${number(values)} valores, y en un formulario caben ${number(room)}. Elige los que quieras cambiar.`,
  "form.what": "¿Qué hay que cambiar?",
  "form.message-words": "Las palabras del mensaje.",
  "form.message-pictures": ({ images }) =>
    plural(images, { one: "Se incluye 1 imagen.", other: `Se incluyen ${number(images)} imágenes.` }),
  "form.message-left": ({ left }) =>
    plural(left, { one: "1 archivo no se incluye.", other: `${number(left)} archivos no se incluyen.` }),
  "form.link": "¿Enlazar al mensaje?",
  "form.link-why": "La vista previa y el pull request nombran a quien lo escribió. Puede ser público.",
  "form.link-no": "No, solo nombrar a quien lo escribió",
  "form.link-yes": "Sí, enlazarlo",

  // Commands, as Discord shows them while they are typed
  "command.update": "Pide un cambio en el sitio web; lo ves antes de que se publique nada",
  "command.status": "Tus solicitudes abiertas y recientes",
  "command.admin":
    "Lo abierto, fallido y en espera en este servidor, o lo de una persona; para quien lo administra",
  "option.description": "Qué debería cambiar, con tus propias palabras",
  "option.section": "O paso a paso: qué parte del sitio",
  "option.property": "Qué debería cambiar de ella",
  "option.value": "Cómo debería ser a partir de ahora",
  "option.command": 'O con exactitud: section:header text:"Hola" color:"#FF0080"',
  "option.image": ({ types, megabytes }) =>
    `Una imagen de lo que quieres: ${or(types)}, de ${number(megabytes)} MB como máximo`,
  "option.user": "De quién son las solicitudes; sin ello, todo lo abierto, fallido y en espera aquí",

  // What a preview says of a change
  quoted: ({ words }) => `«${words}»`,
  "preview.empty": "(vacío)",
  "preview.notes": ({ what }) => `No he hecho nada sobre: ${what}.`,
  "preview.notes-more": ({ what, left }) => `No he hecho nada sobre: ${what} … y ${number(left)} más.`,
  "preview.more-addresses": ({ left }) =>
    `… y ${plural(left, { one: "1 dirección más", other: `${number(left)} direcciones más` })}`,
  "preview.more-changes": ({ left }) =>
    `… y ${plural(left, { one: "1 cambio más", other: `${number(left)} cambios más` })}`,
  "preview.more-lines": ({ left }) =>
    plural(left, { one: "1 línea no se muestra", other: `${number(left)} líneas no se muestran` }),
  "address.host": ({ host }) => `el host es ${host}`,
  "address.mixed": ({ scripts }) =>
    `mezcla letras de varios alfabetos (${and(scripts)}), así que puede parecer otra dirección`,
  "change.field": ({ list, field, item }) => `${list}: ${field} de «${item}»`,
  "change.remove": ({ list, item }) => `Quitar «${item}» de ${list}`,
  "change.move-first": ({ list, item }) => `Mover «${item}» al principio de ${list}`,
  "change.move-last": ({ list, item }) => `Mover «${item}» al final de ${list}`,
  "change.move-before": ({ list, item, before }) => `Mover «${item}» delante de «${before}» en ${list}`,
  "change.picture": ({ property, name, path, width, height, kilobytes }) =>
    `${property} pasa a ser ${name}, como ${path} (${width} × ${height} píxeles, ${kilobytes} kB).`,
  "change.picture-described": ({ becomes, words }) =>
    `${becomes} Las palabras que la describen siguen siendo «${words}».`,
  "note.picture": ({ name }) => `la imagen adjunta ${name}`,
  "note.nothing-before": ({ what }) => `${what}, donde antes no había nada`,
  "note.changed-since": ({ what }) => `${what}, que ha cambiado desde entonces`,
  "note.not-known": ({ what }) => `${what}, de lo que no se sabe qué era`,
  "note.of-section": ({ section, what }) => `${section}: ${what}`,

  // Why an attached picture cannot be used
  "picture.other-kind": ({ name, type }) =>
    `«${name}» no es la imagen que dice ser (${type}). Adjunta otra con \`/ux-update\`.`,
  "picture.not-here":
    "Aquí no se pueden usar imágenes: quien gestiona el bot tiene que empaquetar ux-agent con ellas (docs/operations.md). Pídelo de nuevo sin imagen.",
  "picture.too-many-pixels": ({ name, width, height }) =>
    `«${name}» tiene ${width} × ${height} píxeles, que son demasiados. Adjunta otra con \`/ux-update\`.`,
  "picture.damaged": ({ name }) => `«${name}» está dañada o incompleta. Adjunta otra con \`/ux-update\`.`,
  "picture.moving": ({ name }) =>
    `«${name}» se mueve, y solo se puede usar una imagen fija. Adjunta otra con \`/ux-update\`.`,
  "picture.not-small-enough": ({ name, most }) =>
    `«${name}» no se puede reducir tanto como quiere el sitio (${most} kB). Adjunta otra con \`/ux-update\`.`,
  "picture.expired": ({ name }) =>
    `La dirección de «${name}» ha caducado. Adjúntala otra vez con \`/ux-update\`.`,
  "picture.elsewhere": ({ name }) =>
    `«${name}» no está donde Discord guarda los adjuntos. Adjunta otra con \`/ux-update\`.`,
  "picture.too-large": ({ name, megabytes }) =>
    `«${name}» ocupa más de ${number(megabytes)} MB. Adjunta otra con \`/ux-update\`.`,

  // Why a repository does not take a change
  "repository.withdrawn":
    "Un intento anterior de este cambio se retiró; por favor, pídelo otra vez con `/ux-update`.",
  "repository.path-outside":
    "El ux-agent.json del sitio nombra una ruta que no es un archivo de su repositorio.",
  "repository.no-version": "Esto no es una versión de un archivo del sitio.",
  "repository.malformed":
    "Esta solicitud no se puede publicar: su rama, su ID o su hora no tienen la forma correcta.",
  "repository.not-ours": "Esto no se puede retirar: no lo publicó ux-agent.",
  "repository.branch-in-the-way": ({ branch }) =>
    `Otra rama ocupa el lugar de las ramas de ux-agent: borra o renombra ${branch}.`,
  "repository.branch-of-others": ({ branch }) =>
    `La rama ${branch} no la creó ux-agent: bórrala o renómbrala e inténtalo de nuevo.`,
  "repository.link-no-file": ({ path }) =>
    `${path} es un enlace, no un archivo; solo se pueden cambiar archivos.`,
  "repository.submodule-no-file": ({ path }) =>
    `${path} es un submódulo, no un archivo; solo se pueden cambiar archivos.`,
  "repository.folder-no-file": ({ path }) =>
    `${path} es una carpeta, no un archivo; solo se pueden cambiar archivos.`,
  "repository.other-no-file": ({ path }) =>
    `${path} es otra cosa, no un archivo; solo se pueden cambiar archivos.`,
  "repository.other-file": ({ path }) =>
    `El sitio ya tiene otro archivo ${path}. Por favor, pídelo otra vez.`,
  "repository.no-git": "git no está instalado donde se ejecuta ux-agent.",
  "repository.git-slow": "git no terminó a tiempo. Por favor, inténtalo de nuevo.",
  "repository.another-owner":
    "El repositorio del sitio pertenece a otro usuario de la máquina. Ejecuta ux-agent con ese usuario, o da la carpeta al usuario que ejecuta ux-agent (`chown -R`).",
  "repository.git-settings":
    "git no puede leer la configuración del repositorio del sitio. Quien lo gestiona puede ver por qué con `git status` en él.",
  "repository.damaged":
    "Un objeto del repositorio del sitio falta o está dañado. Quien lo gestiona puede ver cuál con `git fsck` en él.",
  "repository.not-git": "El repositorio configurado para el sitio no es un repositorio de git.",
  "repository.read-only": "ux-agent no puede escribir en el repositorio del sitio.",
  "repository.no-space": "No queda espacio para el repositorio del sitio.",
  "repository.no-file": ({ path }) => `El sitio no tiene ningún archivo ${path}.`,
  "repository.too-large": ({ path }) => `El archivo ${path} ocupa más de 1 MB.`,
  "repository.no-folder": ({ path }) => `${path} no es una carpeta propia del sitio.`,
  "repository.version-gone": "El repositorio del sitio ya no tiene esta versión del archivo.",
  "repository.branch-moved": "La rama se cambió en el mismo momento. Por favor, inténtalo de nuevo.",
  "repository.no-change": "El repositorio del sitio no contiene este cambio.",
  "repository.checked-out": ({ branch }) =>
    `La rama ${branch} está en uso; cambia a otra rama e inténtalo de nuevo.`,
  "repository.on-no-branch":
    "El repositorio del sitio no está en ninguna rama; hay que nombrar la rama base.",
  "repository.on-update-branch":
    "El repositorio del sitio está en la rama de un cambio; vuelve a su rama principal.",
  "repository.locked": ({ lock }) =>
    `Otro programa está cambiando el repositorio del sitio: por favor, inténtalo de nuevo. Si no hay ninguno, alguno se interrumpió y dejó allí el archivo \`${lock}\`, que hay que borrar.`,
  "repository.missing": "El repositorio configurado para el sitio no existe.",
  "repository.busy": "Otros están cambiando el repositorio del sitio. Por favor, inténtalo de nuevo.",
  "github.private-key":
    "La clave privada de la GitHub App no se puede usar; por favor, configúrala de nuevo.",
  "github.not-installed": ({ repository }) =>
    `La GitHub App no está instalada en ${repository}: quien administra el repositorio puede instalarla.`,
  "github.part-missing":
    "GitHub no encuentra una parte del sitio que nombró hace un momento. Por favor, inténtalo de nuevo.",
  "github.no-folder": ({ folder, path }) =>
    `${folder}, en el camino a ${path}, no es una carpeta propia del sitio.`,
  "github.folder-too-large":
    "Una carpeta en el camino al archivo tiene más entradas de las que GitHub muestra.",
  "github.no-pull-request": ({ repository }) =>
    `${repository} no tiene ningún pull request de este cambio, así que no se puede retirar allí.`,
  "github.token-owner": ({ repository }) =>
    `La cuenta a la que pertenece el token del bot no puede escribir en ${repository}.`,
  "github.token-unknown": "GitHub no reconoce el token que le dio al bot. Por favor, inténtalo de nuevo.",
  "github.branch-not-found": "GitHub no encontró la rama del sitio. Por favor, inténtalo de nuevo.",
  "github.no-branch": ({ repository, branch }) =>
    `${repository} no tiene ninguna rama ${branch}; quien administra el bot puede nombrar otra.`,
  "github.no-commits": "GitHub no muestra los commits del sitio. Por favor, inténtalo de nuevo.",
  "github.renamed": "El repositorio del sitio acaba de cambiar de nombre. Por favor, inténtalo de nuevo.",
  "github.owner-name": "El repositorio del sitio en GitHub se tiene que indicar como owner/name.",
  "github.taking-in": "GitHub todavía está procesando lo que se publicó. Por favor, inténtalo de nuevo.",
  "github.unreachable": "No se puede acceder a GitHub en este momento. Por favor, inténtalo de nuevo.",
  "github.trouble": "GitHub no respondió a tiempo o tiene problemas. Por favor, inténtalo de nuevo.",
  "github.credentials": ({ words }) =>
    `GitHub no acepta las credenciales del bot: quien lo gestiona tiene que renovarlas. GitHub dice: ${words}`,
  "github.limited": ({ minutes }) =>
    `GitHub está limitando las peticiones del bot: por favor, inténtalo de nuevo en ${plural(minutes, { one: "1 minuto", other: `${number(minutes)} minutos` })}.`,
  "github.single-sign-on": ({ repository }) =>
    `Hay que autorizar el token del bot para el inicio de sesión único de la organización de ${repository}.`,
  "github.not-let-in": ({ repository, words }) =>
    `${repository} no deja entrar al bot: su propietario puede cambiarlo. GitHub dice: ${words}`,
  "github.write-access": "el acceso de escritura",
  "github.permission": ({ permission }) => `el permiso «${permission}»`,
  "github.lacking": ({ what, repository, words }) =>
    `Al bot le falta ${what} en ${repository}; quien lo administra puede concederle «contents: write» y «pull requests: write» (un token clásico: «repo»). GitHub dice: ${words}`,
  "github.empty": "El repositorio en GitHub está vacío: haz un primer commit.",
  "github.busy": "GitHub está ocupado con el repositorio. Por favor, inténtalo de nuevo.",
  "github.not-shown-yet":
    "GitHub todavía no muestra lo que el bot acaba de escribir. Por favor, inténtalo de nuevo.",
  "github.app-lacking": ({ repository }) =>
    `A la GitHub App le faltan permisos: quien administra ${repository} puede conceder «contents: write» y «pull requests: write» (un token clásico: «repo»).`,
  "github.app-not-installed": ({ repository }) =>
    `La GitHub App no está instalada en ${repository}, o el repositorio ya tiene otro nombre: pregunta a quien lo administra.`,
  "github.base-gone": ({ repository }) => `${repository} ya no tiene la rama a la que van los cambios.`,
  "github.not-taken": ({ words }) => `GitHub no ha aceptado el cambio: ${words}`,
  "github.protected": ({ branches, words }) =>
    `Las reglas del repositorio no dejan que el bot cree o borre sus ramas (${branches}). GitHub dice: ${words}`,
  "github.archived": ({ repository }) =>
    `${repository} está archivado en GitHub; no se puede cambiar nada en él hasta que su propietario lo desarchive.`,
  "github.missing": ({ repository }) => `${repository} no está en GitHub, o el bot no puede verlo.`,

  "repository.no-branch": ({ branch }) => `La rama ${branch} no existe en el repositorio del sitio.`,
};
