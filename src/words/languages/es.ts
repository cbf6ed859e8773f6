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
  "message.branch-changed":
    "⚠️ Alguien ha cambiado la rama en GitHub, así que puede que ya no sea lo que viste.",
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

  // Pictures of the live page
  "sketch.title": "Boceto sobre la página publicada",
  "sketch.now": "Ahora",
  "sketch.asked": "Como se pidió",
  "sketch.some-asked": ({ shown, all }) => `Como se pidió (${shown} de ${all} cambios)`,
  "sketch.now-described": "La parte de la página publicada que cambiaría, tal como está ahora",
  "sketch.asked-described":
    "La misma parte de la página publicada tal como quedaría. Un marco señala el cambio",

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
  "end.merged": ({ what }) => `🚀 Fusionado: ${what}`,
  "end.merged-by": ({ who, what }) => `🚀 Fusionado por ${who}: ${what}`,
  "end.closed": ({ what }) => `🚪 Cerrado sin fusionar: ${what}`,
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
  // Sentences that stand beside each other
  "words.in-a-row": ({ sentences }) => sentences.join(" "),
  "words.lines": ({ lines }) => lines.join("\n"),
  "words.about": ({ subject, words }) => `${subject}: ${words}`,
  "words.and-more": ({ items, more }) => `${items}y ${number(more)} más`,

  // What is asked; a `label` is what the line of the form is called, in at most 45 characters
  "ask.section": "¿Qué parte del sitio hay que cambiar?",
  "ask.one-of": ({ names }) => `Una de estas: ${names}.`,
  "ask.property": ({ section }) => `¿Qué hay que cambiar en ${section}?`,
  "ask.place-one": ({ words, place }) =>
    `He encontrado «${words}» aquí: ${place}. ¿Es eso lo que quieres decir?`,
  "ask.place": ({ words, places }) =>
    `He encontrado «${words}» en ${number(places)} sitios. ¿Cuál quieres decir?`,
  "ask.any-value": "¿Qué tiene que haber ahí a partir de ahora?",
  "ask.meant": ({ words }) => `¿Querías decir «${words}»?`,
  "ask.change": "¿Qué hay que cambiar, y cómo tiene que quedar?",
  "ask.can-change": ({ section, properties }) => `En ${section} puedo cambiar: ${properties}.`,
  "ask.example-words": ({ example }) => `Por ejemplo, en inglés: ${example}.`,
  "ask.example-value": ({ example }) => `Por ejemplo: \`${example}\`.`,
  "ask.picture": ({ property }) =>
    `¿Qué imagen tiene que mostrar ${property}? Adjunta una a \`/ux-update\` o escribe la dirección de una del sitio.`,
  "ask.link": "¿Qué enlace hay que añadir? Escribe su texto y su destino.",
  "ask.value": ({ property }) => `¿Qué tiene que poner exactamente en ${property}?`,
  "ask.target": ({ link }) =>
    `¿Adónde tiene que llevar el enlace «${link}»? Escribe una página como \`/about\` o una dirección como \`https://example.com\`.`,
  "ask.field": ({ field, item, list }) => `¿Qué tiene que poner en «${field}» de «${item}» en ${list}?`,
  "ask.no-property": ({ words, section }) => `En ${section} no hay ningún «${words}».`,
  "ask.links-unread": ({ words }) => `En «${words}» no distingo el texto del destino.`,
  "ask.pictures": ({ count }) => `Hay ${number(count)} imágenes.`,
  "ask.color": ({ colors }) => `¿Te referías a este color de la imagen: ${colors.join(", ")}?`,
  "ask.colors": ({ colors }) => `¿Te referías a uno de estos colores de la imagen: ${colors.join(", ")}?`,
  "ask.moved": "El sitio ha cambiado desde que se publicó esto.",
  "ask.moved-value": ({ subject, now, published, before }) =>
    `En ${subject} pone ahora «${now}» y no «${published}», como se publicó; antes ponía «${before}».`,
  "ask.moved-more": ({ more }) =>
    `Lo mismo pasa con ${plural(more, { one: "1 valor más", other: `${number(more)} valores más` })}.`,
  "ask.bring-back": "¿Hay que recuperar de todos modos los valores de antes?",
  "label.section": "¿Qué parte del sitio?",
  "label.property": "¿Qué hay que cambiar?",
  "label.place": "¿Qué lugar quieres decir?",
  "label.any-value": "¿Qué tiene que poner?",
  "label.meant": "¿Querías decir eso?",
  "label.change": "¿Qué hay que cambiar, y cómo?",
  "label.link": "Enlace: texto y destino",
  "label.value": ({ property }) => `Nuevo: ${property}`,
  "label.target": ({ link }) => `Destino de «${link}»`,
  "label.field": ({ field, item }) => `${field} de «${item}»`,
  "label.item": ({ words }) => `¿Qué «${words}»?`,
  "label.color": "¿A qué color te referías?",
  "label.bring-back": "¿Recuperar los valores de antes?",
  "choice.meant": "Sí, quería decir eso",
  "choice.not-meant": "No, quería decir otra cosa",
  "choice.place": ({ place, times, value }) => `${place} (${number(times)} veces): ${value}`,
  "choice.bring-back": "Sí, recuperar los valores de antes",
  "choice.leave": "No, dejar lo que ha cambiado desde entonces",
  "choice.picture": "La imagen adjunta",
  "choice.picture-first": "La primera imagen",
  "choice.picture-second": "La segunda imagen",
  "choice.picture-third": "La tercera imagen",
  "choice.item": ({ item, position }) => `${item} (número ${number(position)})`,

  // Why something is asked
  "doubt.images": "No veo qué se quiere decir con la imagen.",
  "doubt.nowhere": ({ words }) => `«${words}» no aparece en ningún lugar que yo pueda cambiar.`,
  "doubt.nearest": ({ value, section }) => `Lo más parecido es «${value}» en ${section}.`,
  "doubt.time": ({ words }) =>
    `«${words}» no se puede prometer: un cambio se hace en cuanto se confirma, y se queda.`,
  "doubt.take-back":
    "Un cambio publicado se revierte debajo de su mensaje: con 🗑️ Retirar antes de que se fusione, y con ↩️ Deshacer después.",
  "doubt.no-item": ({ words }) =>
    `Solo se puede quitar o mover un elemento de una lista, y «${words}» no nombra ninguno que conozca.`,
  "doubt.impossible": ({ words }) => `No puedo hacer «${words}».`,
  "doubt.unsure": ({ words }) => `No sé bien qué se pide con «${words}».`,
  "doubt.looks": ({ property, words }) =>
    `Puedo cambiar lo que pone en ${property}, pero no su aspecto («${words}»).`,
  "doubt.text-itself": ({ words }) => `No sé bien si «${words}» es el texto en sí.`,
  "doubt.which-words": "No sé bien qué palabras son el texto.",
  "doubt.question-mark": "No sé bien si el signo de interrogación es parte del texto.",
  "doubt.where-ends": "No sé bien dónde termina el texto.",
  "doubt.part-of-text": ({ words }) => `No sé bien si «${words}» es parte del texto.`,
  "doubt.formatting": ({ words }) => `«${words}» es formato de Discord: en la página aparecería tal cual.`,
  "doubt.link-says": "No sé bien qué tiene que poner en el enlace.",
  "doubt.one-item": ({ words }) => `No sé bien si «${words}» es un solo elemento.`,
  "doubt.list": ({ property }) =>
    `${property} es una lista: di qué elemento hay que añadir, cambiar, quitar o mover.`,
  "doubt.color": ({ words }) => `«${words}» es un color.`,
  "doubt.no-color": ({ section }) => `${section} no tiene ningún color que se pueda cambiar.`,
  "doubt.no-text": ({ section }) => `${section} no tiene ningún texto que se pueda cambiar.`,
  "doubt.no-list": ({ section }) => `${section} no tiene ninguna lista para eso.`,
  "doubt.two-values": ({ property }) => `Se dice dos veces qué tiene que ser ${property}.`,
  "doubt.only-negated": "He entendido qué tiene que quedarse como está, pero no qué hay que cambiar.",
  "doubt.each-section": ({ sections }) =>
    `Aquí se habla de ${and(sections)}, pero no se dice qué hay que cambiar en cada parte: dilo para cada una, o elige una.`,

  // What is wrong with a value
  "value.link-text": "El texto de un enlace",
  "value.link-address": "La dirección de un enlace",
  "value.address": "Una dirección",
  "value.field": ({ field, list }) => `«${field}» en ${list}`,
  "value.empty": ({ label }) => `${label} no puede quedar vacío: di qué tiene que poner.`,
  "value.empty-example": ({ label, example }) =>
    `${label} no puede quedar vacío: di qué tiene que poner, por ejemplo \`${example}\`.`,
  "value.hidden": ({ label }) =>
    `${label} contiene caracteres ocultos que no se pueden publicar: escríbelo de nuevo en vez de pegarlo.`,
  "value.hidden-example": ({ label, example }) =>
    `${label} contiene caracteres ocultos que no se pueden publicar: escríbelo de nuevo en vez de pegarlo, por ejemplo \`${example}\`.`,
  "value.markup": ({ label, markup }) =>
    `${label} contiene \`${markup}\`, y solo Discord muestra lo que significa: escribe algo que una página pueda mostrar.`,
  "value.long": ({ label, most, length }) =>
    `${label} puede tener como máximo ${most} caracteres, y esto tiene ${length}: acórtalo.`,
  "value.long-example": ({ label, most, length, example }) =>
    `${label} puede tener como máximo ${most} caracteres, y esto tiene ${length}: acórtalo, por ejemplo a «${example}».`,
  "value.takes-links": ({ label }) =>
    `${label} admite enlaces: un texto y un destino, por ejemplo \`About /about\`.`,
  "value.no-color": ({ value, label }) =>
    `«${value}» no es un color que pueda tener ${label}: escríbelo como \`#FF0080\`, \`#F08\` o \`darkblue\`.`,
  "value.no-color-like": ({ value, label, example }) =>
    `«${value}» no es un color que pueda tener ${label}: escríbelo como \`${example}\`.`,
  "value.no-target": "Un enlace necesita un destino, por ejemplo `/about` o `https://example.com`.",
  "value.refused-by-hint": ({ label, value, hint }) => `${label} no puede ser «${value}»: ${hint}`,
  "value.no-match": ({ label, value, pattern }) =>
    `${label} no puede ser «${value}»: tiene que ajustarse a \`${pattern}\`.`,
  "value.one-of": ({ label, choices }) => `${label} solo puede ser una de estas opciones: ${choices}.`,
  "value.one-of-more": ({ label, choices }) =>
    `${label} solo puede ser una de estas opciones: ${choices} y otras.`,
  "value.item-needs": ({ list, fields }) => `Un elemento nuevo de ${list} también necesita ${and(fields)}.`,
  "value.no-field": ({ list, field }) => `Los elementos de ${list} no tienen «${field}».`,
  "value.is-list": ({ property }) =>
    `${property} es una lista: di qué hay que añadir, cambiar, quitar o mover.`,
  "value.is-single": ({ property }) => `${property} admite un solo valor, no una lista.`,
  "value.wrong-kind": ({ label }) => `${label} no puede tener un valor de este tipo: pídelo otra vez.`,
  "value.property-gone": ({ section, property }) =>
    `${section} ya no tiene «${property}»: pide otra vez con otra cosa.`,
  "value.style-leave-out": ({ value, part }) => `«${value}» no puede ser un estilo: quita ${part}.`,
  "value.style-loads": ({ value }) =>
    `«${value}» no puede ser un estilo: no puede cargar nada. Escribe un valor sencillo como \`#FF0080\` o \`2rem\`.`,
  "value.style-open": ({ value }) =>
    `«${value}» no puede ser un estilo: hay unas comillas o un paréntesis sin cerrar.`,
  "value.style-worked-out": ({ value }) =>
    `«${value}» no puede estar en esta hoja de estilos, porque ahí se calcularía: escribe un valor sencillo como \`#FF0080\` o \`2rem\`.`,
  "value.no-picture": ({ label, address }) =>
    `${label} es una imagen, y «${address}» no es la dirección de una de este sitio: adjunta una imagen o escribe una dirección como \`/images/hero.jpg\`.`,
  "value.number": "un número, por ejemplo `12` o `4.5`",
  "value.truth": "`true` o `false`",
  "value.yes-no": "`yes` o `no`",

  "value.date": "una fecha, por ejemplo `2026-11-25`",
  "value.whole-number": "un número entero, por ejemplo `12`",
  "value.time": "una hora, por ejemplo `09:30:00`",
  "value.only": ({ label, form }) => `${label} solo puede ser ${form}.`,
  "value.hidden-here": ({ label }) =>
    `${label} contiene un carácter oculto que este archivo no admite: escríbelo de nuevo en vez de pegarlo.`,
  "value.generator": ({ label, mark }) =>
    `${label} no puede contener \`${mark}\`, porque el generador del sitio podría ejecutarlo: quítalo.`,
  "value.one-line": ({ label }) =>
    `${label} tiene que ser una sola línea de texto: escríbelo sin saltos de línea.`,
  "value.page-code": ({ value, language, mark }) =>
    `«${value}» no puede estar en esta página, porque ${language} leería \`${mark}\` como código: quita las llaves.`,
  "value.html": ({ label, tag }) =>
    `${label} no puede contener \`${tag}\`, porque la página lo lee como HTML: quítalo.`,
  "value.template": ({ value, mark }) =>
    `«${value}» no puede estar en la plantilla de esta página por \`${mark}\`: quítalo.`,
  "value.message": ({ label, mark }) =>
    `${label} es un mensaje que lee un programa, y \`${mark}\` significa algo para él: quítalo.`,
  "value.message-but": ({ label, mark, allowed }) =>
    `${label} es un mensaje que lee un programa, y \`${mark}\` significa algo para él: quítalo (${allowed} puede quedarse).`,
  "value.address-part": ({ value, current }) =>
    `«${value}» no puede estar aquí, porque el código pone delante el principio de la dirección: escribe la parte que va detrás, como \`${current}\`.`,
  "value.address-begins": ({ mark }) =>
    `Esta parte de la dirección tiene que empezar por \`${mark}\`, como ahora.`,
  "value.address-ends": ({ mark }) =>
    `Esta parte de la dirección tiene que acabar en \`${mark}\`, como ahora.`,
  "value.color-numbers": ({ name }) =>
    `${name} son tres números que podrían significar varias clases de color: un desarrollador tiene que escribirlo como un color completo, como \`rgb(0 0 0)\`.`,
  "value.color-parts": ({ name }) =>
    `${name} contiene las partes de un color que se ve entero: elige uno como \`#FF0080\`.`,
  "value.echo": ({ field }) =>
    `El código del elemento repite su «${field}», así que solo puede tener letras, cifras y los caracteres . / # - y _.`,

  // What the files of a site do not allow
  "site.section-gone": ({ section }) =>
    `Este sitio ya no tiene la sección «${section}»: pide otra vez con otra.`,
  "site.not-found-again": ({ property }) =>
    `${property} no se pudo cambiar: su selector ya no lo encontraría. No se ha cambiado nada; hay que corregir el selector en ux-agent.json.`,
  "site.not-exact": ({ property }) =>
    `${property} no se pudo cambiar: el archivo no tendría después exactamente ese valor. No se ha cambiado nada; prueba otro valor.`,
  "site.many-steps": ({ most, count }) =>
    `Una solicitud puede hacer como máximo ${most} cosas en una lista, y no ${count}: pide las demás después.`,
  "site.conflict": ({ properties }) =>
    `Estos cambios no se pueden hacer a la vez, porque uno desharía otro (${properties}): pídelos de uno en uno.`,
  "site.other-settings":
    "La configuración del sitio ha cambiado desde que se publicó esto, así que no se puede deshacer aquí. Usa `/ux-update` para pedir lo que había antes.",
  "site.large": ({ file }) =>
    `${file} pesa más de 1 MB, demasiado para editarlo: elige un archivo más pequeño.`,
  "site.not-text": ({ file }) => `${file} no es texto UTF-8: guárdalo primero como UTF-8.`,
  "site.not-editable": ({ file, types }) =>
    `${file} no se puede editar: tiene que ser de uno de estos tipos: ${types}.`,
  "site.minified": ({ file }) => `${file} está minificado: hay que editar el archivo del que se hace.`,
  "site.not-readable": ({ file, format, problem }) =>
    `${file} no se puede leer como ${format} (${problem}): hay que corregirlo primero.`,
  "site.wrong-kind": ({ property }) =>
    `${property} no se puede cambiar en este tipo de archivo: su tipo en ux-agent.json tiene que ser otro.`,
  "site.no-match": ({ selector }) =>
    `Nada en el archivo coincide con \`${selector}\`: hay que corregir el selector en ux-agent.json.`,
  "site.not-written": ({ selector }) =>
    `Lo que coincide con \`${selector}\` no está escrito en el archivo, lo añaden los navegadores: hay que corregir el selector en ux-agent.json.`,
  "site.srcset": ({ property, line }) =>
    `${property} también está en un \`srcset\` (línea ${line}), y los navegadores seguirían mostrando eso: un desarrollador tiene que quitarlo primero.`,
  "site.loads": ({ element, line }) =>
    `<${element}> (línea ${line}) decide qué carga o ejecuta la página, y eso ux-agent no lo cambia: tiene que hacerlo un desarrollador.`,
  "site.spread": ({ element, line, attribute }) =>
    `<${element}> (línea ${line}) recibe atributos del código, quizá también ${attribute}: un desarrollador tiene que escribir primero ${attribute} en el archivo.`,
  "site.code-text": ({ element }) =>
    `Lo que hay en <${element}> es código, no texto: elige otro elemento en ux-agent.json.`,
  "site.no-text": ({ element }) => `<${element}> no puede tener texto: elige otro elemento en ux-agent.json.`,
  "site.text-from-attribute": ({ attribute, element, line }) =>
    `${attribute} pone otro texto en lugar del de <${element}> (línea ${line}): tiene que cambiarlo un desarrollador.`,
  "site.text-maybe-code": ({ element, line }) =>
    `Lo que muestra <${element}> (línea ${line}) puede venir del código, que ux-agent no cambia: un desarrollador tiene que escribirlo primero en el archivo.`,
  "site.comment-in-text": ({ line }) =>
    `Hay un comentario en medio del texto (línea ${line}): hay que moverlo primero.`,
  "site.style-from-code": ({ what, element, line }) =>
    `«${what}» de <${element}> (línea ${line}) viene del código, que ux-agent no cambia: tiene que hacerlo un desarrollador.`,
  "site.style-unreadable": ({ line }) =>
    `El estilo de la línea ${line} no se puede leer: un desarrollador tiene que corregirlo primero.`,
  "site.made-list": ({ element, line }) =>
    `<${element}> (línea ${line}) no es una lista que se pueda cambiar aquí, porque el código u otra cosa crea sus elementos: ux-agent.json tiene que nombrar los datos de los que salen, o tiene que cambiarlos un desarrollador.`,
  "site.item-links": ({ item, links }) =>
    `«${item}» tiene dentro otros enlaces (${links}), que se irían con él: tiene que quitarlo un desarrollador.`,
  "site.item-field": ({ item, list, field }) =>
    `«${item}» en ${list} no tiene «${field}» en el archivo: tiene que añadirlo un desarrollador.`,
  "site.last-item": ({ list }) =>
    `Este es el último elemento de ${list}, y una lista vacía puede romper la página: tiene que quitarlo un desarrollador.`,
  "site.item-in-line":
    "El elemento comparte línea con otra cosa, así que no se puede quitar: tiene que hacerlo un desarrollador.",
  "site.new-item-field": ({ field }) =>
    `Un elemento nuevo no puede tener «${field}»: tiene que añadirlo un desarrollador.`,
  "site.same-place": "Dos campos de la lista son el mismo lugar: hay que corregir ux-agent.json.",
  "site.no-item-alike": ({ list, fields }) =>
    `${list} no tiene ningún elemento que solo tenga ${fields} y sirva de modelo para uno nuevo: tiene que añadirlo un desarrollador.`,

  // What is wrong with an address

  "address.like": ({ problem, example }) => `${problem}: escríbela como \`${example}\`.`,
  "address.like-these": ({ problem }) => `${problem}: escríbela como \`/about\` o \`https://example.com\`.`,
  "address.person": "Una dirección de correo necesita un nombre y un dominio",
  "address.characters": "Una dirección no puede contener espacios, barras invertidas ni caracteres ocultos",
  "address.whole": "La dirección de otro sitio tiene que estar completa, con https",
  "address.credentials": "Una dirección no puede contener un nombre de usuario ni una contraseña",
  "address.phone": "Un número de teléfono se compone de cifras, con un + delante del prefijo del país",
  "address.none": ({ address }) => `«${address}» no es una dirección que pueda tener un enlace`,

  // What is wrong with a request, and what would be right
  "request.no-sections":
    "Este sitio aún no dice qué se puede cambiar: su `ux-agent.json` no tiene secciones.",
  "request.property-gone": ({ property, section }) => `En «${section}» ya no hay «${property}».`,
  "request.nothing-left": "No queda nada que cambiar: todos los valores se quedan como están en el sitio.",
  "command.quote-open": ({ name }) =>
    `Las comillas de \`${name}\` no están cerradas: escribe \`${name}:"Hello there"\`.`,
  "command.quote-end": ({ name }) =>
    `Después de las comillas de cierre de \`${name}\` tiene que haber un espacio; unas comillas dentro del texto se escriben \`\\"\`, por ejemplo \`${name}:"Say \\"hi\\""\`.`,
  "command.no-value": ({ name }) =>
    `\`${name}\` no tiene valor: escríbelo después de los dos puntos, por ejemplo \`${name}:"Hello there"\`.`,
  "command.stray": ({ words }) =>
    `No sé a qué pertenece «${words}»: un comando se compone de pares como \`section:header\`; las palabras corrientes van en \`description\`.`,
  "command.stray-text": ({ words, name, text }) =>
    `No sé a qué pertenece «${words}». Un texto de varias palabras va entre comillas: \`${name}:"${text}"\`.`,
  "command.no-change": ({ section }) => `El comando nombra la sección \`${section}\`, pero ningún cambio.`,
  "command.no-section": "El comando no dice qué sección hay que cambiar: empiézalo con `section:`.",
  "command.many-sections": ({ most, count }) =>
    `Una solicitud cambia como máximo ${most} secciones, y esta ${count}: pide las demás después.`,
  "command.unknown-section": ({ name }) => `No hay ninguna sección llamada «${name}».`,
  "command.unknown-property": ({ section, name }) => `En \`${section}\` no hay nada llamado «${name}».`,
  "command.suggestion": ({ id }) => `¿Querías decir \`${id}\`?`,
  "command.ambiguous": ({ name, ids }) => `«${name}» puede ser ${or(ids)}: escribe cuál.`,
  "command.link-text": ({ property, example }) =>
    `Un enlace necesita un texto antes de su destino: \`${property}:"${example}"\`.`,
  "command.no-link": ({ property }) => `En \`${property}\` no hay ningún enlace.`,
  "command.several-lists": ({ section, lists, verb }) =>
    `\`${section}\` tiene más de una lista: escribe ${or(lists)} detrás de \`${verb}\`.`,
  "command.move-where":
    '`move` necesita un lugar: `to:first`, `to:last`, `before:"…"` o `after:"…"` con el nombre de otro elemento.',
  "command.change-what": ({ verb, item, field }) =>
    `\`${verb}\` necesita saber cómo tiene que quedar: \`${verb}:"${item}" ${field}:"…"\`.`,
  "command.add-one": "`add` añade un elemento: escribe `add` una vez para cada uno.",
  "command.item-needs": ({ property, fields }) =>
    `Un elemento nuevo de \`${property}\` también necesita ${and(fields)}.`,
  "command.no-place": ({ place }) =>
    `\`to:${place}\` no es un lugar de una lista: escribe \`to:first\` o \`to:last\`.`,
  "help.how":
    "Di qué hay que cambiar: en inglés y con tus palabras como `description`, o exactamente como `command`. Primero ves el cambio, y no se publica nada antes de que lo confirmes.",
  "help.sections": ({ sections }) => `**Secciones:** ${sections}`,
  "help.section": ({ section, properties }) => `**Dentro de** \`${section}\`**:**\n${properties}`,
  "help.what": ({ sections }) => `**Lo que se puede cambiar:**\n${sections}`,
  "help.example": ({ example }) => `**Por ejemplo:** \`${example}\``,
  "help.plain-words": ({ example }) => `**Con tus palabras:** ${example}`,
  "help.exactly": ({ example }) => `**Exactamente:** \`${example}\``,

  // A character that nobody sees
  "invisible.begins": ({ label, character, code }) =>
    `${label} contiene al principio un carácter invisible, ${character} (${code}): quítalo o escribe el texto de nuevo.`,
  "invisible.begins-more": ({ label, character, code, more }) =>
    `${label} contiene al principio un carácter invisible, ${character} (${code}), y ${number(more)} más: quítalos o escribe el texto de nuevo.`,
  "invisible.after": ({ label, character, code, before }) =>
    `${label} contiene después de «${before}» un carácter invisible, ${character} (${code}): quítalo o escribe el texto de nuevo.`,
  "invisible.after-more": ({ label, character, code, before, more }) =>
    `${label} contiene después de «${before}» un carácter invisible, ${character} (${code}), y ${number(more)} más: quítalos o escribe el texto de nuevo.`,
  "invisible.soft-hyphen": "un guion opcional",
  "invisible.grapheme-joiner": "un unidor de grafemas",
  "invisible.arabic-mark": "una marca de letra árabe",
  "invisible.hangul-filler": "un relleno de hangul",
  "invisible.mongolian-selector": "un selector mongol",
  "invisible.zero-width-space": "un espacio de ancho cero",
  "invisible.zero-width-non-joiner": "un separador de ancho cero",
  "invisible.zero-width-joiner": "un unidor de ancho cero",
  "invisible.left-to-right": "una marca de izquierda a derecha",
  "invisible.right-to-left": "una marca de derecha a izquierda",
  "invisible.direction": "un cambio de dirección",
  "invisible.word-joiner": "un unidor de palabras",
  "invisible.operator": "un operador invisible",
  "invisible.deprecated": "un carácter de formato obsoleto",
  "invisible.braille": "un signo braille vacío",
  "invisible.variation": "un selector de variante",
  "invisible.byte-order": "una marca de orden de bytes",
  "invisible.annotation": "una marca de anotación",
  "invisible.tag": "un carácter de etiqueta",
  "invisible.noncharacter": "un código que no es un carácter",
  "invisible.other": "uno que no se muestra",
  "value.followed": ({ value, scheme }) =>
    `«${value}» no puede estar aquí, porque una página podría seguir \`${scheme}:\` como una orden: escribe un texto que empiece de otra manera, o una dirección como \`/about\`.`,
  "list.several-items": ({ list, count, words, items }) =>
    `${list} tiene ${number(count)} elementos llamados «${words}»: ${items.join(", ")}. Di cuál.`,
  "list.no-item": ({ list, words }) => `${list} no tiene «${words}».`,
  "list.suggestion": ({ name }) => `¿Querías decir «${name}»?`,
  "list.has": ({ items }) => `Tiene ${items}.`,
  "list.has-more": ({ items, more }) => `Tiene ${items} y ${number(more)} más.`,
  "list.empty": "Está vacía.",
  "ask.no-section": ({ words }) => `No hay ninguna sección «${words}».`,
};
