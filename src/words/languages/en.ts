import { formsOf } from "#src/words/forms.ts";

const { plural, number, and, or } = formsOf("en-GB");

export const en = {
  // Buttons
  "button.confirm": "Confirm",
  "button.approve": "Approve",
  "button.decline": "Decline",
  "button.edit": "Edit",
  "button.cancel": "Cancel",
  "button.answer": "Answer",
  "button.as-understood": "Use as understood",
  "button.as-meant": "Yes, I meant that",
  "button.retry": "Try again",
  "button.withdraw": "Withdraw",
  "button.undo": "Undo",
  "button.block": "Block",
  "button.unblock": "Unblock",
  "button.pull-request": ({ number: of }: { number: number }) => `Pull request #${of}`,
  "button.site": "Open the site",
  "button.preview": "Preview",

  // The message of a conversation
  "message.drafting": "⏳ Preparing a preview…",
  "message.publishing": "⏳ Publishing…",
  "message.withdrawing": "⏳ Withdrawing…",
  "message.withdrawn": "↩️ Withdrawn: nothing of this change is left to merge.",
  "message.cancelled": "❌ Cancelled. Nothing was changed.",
  "message.expired": "⌛ Expired: nothing was changed. Use `/ux-update` to ask again.",
  "message.expired-failed":
    "⌛ Expired: publishing failed and can no longer be tried again. It may be published after all: look at the site's repository before you use `/ux-update` to ask again.",
  "message.failed": "It did not work.",
  "message.failed-late": "It could not be carried out in time. Use `/ux-update` to ask again.",
  "message.perhaps-stored":
    "⏳ I could not find out whether your request was stored. If no preview appears here within a minute, use `/ux-update` again.",
  "message.perhaps-asked":
    "⏳ I could not find out whether your request was stored. Press **Answer** to see; if it was not, use `/ux-update` again.",
  "message.expires": ({ when }: { when: string }) => `This expires ${when}.`,
  "message.press-answer": ({ when }: { when: string }) => `Press **Answer** to go on. This expires ${when}.`,
  "message.understood": ({ section, changes }: { section: string; changes: string }) =>
    `I understood for **${section}**: ${changes}.`,
  "message.source": ({ who }: { who: string }) => `💬 From a message of ${who}`,
  "message.source-linked": ({ who, url }: { who: string; url: string }) =>
    `💬 From a message of ${who} · [message](${url})`,
  "message.published": "✅ Published",
  "message.published-pull-request": ({ pull_request }: { pull_request: string }) =>
    `✅ Published as a draft pull request: ${pull_request}`,
  "message.published-branch": ({ branch, commit }: { branch: string; commit: string }) =>
    `✅ Published as branch \`${branch}\`, commit \`${commit}\``,
  "message.merged": ({ pull_request }: { pull_request: string }) => `🚀 Merged: ${pull_request}`,
  "message.merged-by": ({ pull_request, who, when }: { pull_request: string; who: string; when: string }) =>
    `🚀 Merged by ${who} ${when}: ${pull_request}`,
  "message.closed": ({ pull_request }: { pull_request: string }) =>
    `🚪 Closed without merging: ${pull_request}`,
  "message.branch-changed":
    "⚠️ People have changed its branch on GitHub, so it may no longer be what you saw.",
  "checks.pending": "⏳ Checks are running",
  "checks.passed": "✅ Checks passed",
  "checks.failed": "❌ Checks failed",
  "checks.see": "see them",

  // A preview
  "preview.this": "**This is what would change.**",
  "preview.not-published": "Nothing is published before you confirm.",
  "preview.attached": "It is too long for this message: **the attached files show all of it.**",
  "preview.not-whole":
    "It is too long for this message, so it cannot be confirmed here. Press **Edit** and change something for a whole preview.",
  "preview.page-changed":
    "⚠️ The page has changed since you confirmed, so nothing was published. Please look again.",
  "preview.page-changed-approvals":
    "⚠️ The page has changed since you confirmed, so nothing was published. Please look again. Approvals start over.",
  "preview.declined": ({ who }: { who: string }) => `👎 ${who} declined this.`,
  "preview.declined-because": ({ who, reason }: { who: string; reason: string }) =>
    `👎 ${who} declined this: ${reason}`,
  "preview.edited": "✏️ You changed what others were asked to approve, so approvals start over.",
  "preview.takes-back": ({ what }: { what: string }) => `↩️ This takes back ${what}.`,

  // Pictures of the live page
  "sketch.title": "Sketch on the live page",
  "sketch.now": "Now",
  "sketch.asked": "As asked",
  "sketch.some-asked": ({ shown, all }: { shown: number; all: number }) =>
    `As asked (${shown} of ${all} changes)`,
  "sketch.now-described": "The part of the live page where the change would be, as it is now",
  "sketch.asked-described": "The same part of the live page as it would look. A frame marks the change",

  // Approvals
  "approval.missing": ({ missing }: { missing: number }) =>
    `🙋 **This is what would change. ${plural(missing, { one: "1 approval is missing", other: `${number(missing)} approvals are missing` })}.**`,
  "approval.given": ({ who }: { who: readonly string[] }) => `Approved by ${and(who)}.`,
  "approval.not-published": "Nothing is published before that.",
  "approval.asked": ({ roles, who, section }: { roles: string; who: string; section: string }) =>
    `🙋 ${roles} ${who} asks you to approve a change of **${section}**. Please use the buttons below the preview.`,

  // The line of a log channel
  "end.published": ({ what }: { what: string }) => `✅ Published: ${what}`,
  "end.failed": ({ what }: { what: string }) => `❌ Failed: ${what}`,
  "end.declined": ({ who, what }: { who: string; what: string }) => `👎 Declined by ${who}: ${what}`,
  "end.withdrawn": ({ what }: { what: string }) => `↩️ Withdrawn: ${what}`,
  "end.expired": ({ what }: { what: string }) => `⌛ Expired: ${what}`,
  "end.cancelled": ({ what }: { what: string }) => `🚫 Cancelled: ${what}`,
  "end.merged": ({ what }: { what: string }) => `🚀 Merged: ${what}`,
  "end.merged-by": ({ who, what }: { who: string; what: string }) => `🚀 Merged by ${who}: ${what}`,
  "end.closed": ({ what }: { what: string }) => `🚪 Closed without merging: ${what}`,
  "end.a-request": "a request",
  "end.asked": ({ who }: { who: string }) => `Asked for by ${who}`,
  "end.asked-linked": ({ who, url }: { who: string; url: string }) =>
    `Asked for by ${who} · [message](${url})`,

  // Why a click was not accepted
  "refused.not-found": "Conversation not found or expired. Use `/ux-update` to ask again.",
  "refused.not-yours": "This is not yours: only the person who asked for this change can decide about it.",
  "refused.elsewhere": "You asked for this in another server. Use the buttons of the message there.",
  "refused.cancelled": "This request was cancelled, so nothing was changed. Use `/ux-update` to ask again.",
  "refused.replaced": "This was replaced by a newer preview: please use the buttons of the newest message.",
  "refused.drafting": "The preview is still being prepared: please wait a moment.",
  "refused.unanswered": "A question is still open: press **Answer** on the newest message.",
  "refused.previewed": "The preview is ready: please decide with the buttons below it.",
  "refused.own-change": "You asked for this change, so another person has to approve it.",
  "refused.approved-already": "You have approved this already. Another person has to approve it, too.",
  "refused.outpaced": "Another approval came at the same moment. Press **Approve** again.",
  "refused.approving": "This change waits for approval: please use the buttons below it.",
  "refused.publishing": "This change is being published right now: the message will show the result.",
  "refused.published": "This change is already published.",
  "refused.published-pull-request": ({ pull_request }: { pull_request: string }) =>
    `This change is already published: ${pull_request}.`,
  "refused.published-branch": ({ branch, commit }: { branch: string; commit: string }) =>
    `This change is already published on branch \`${branch}\` as commit \`${commit}\`.`,
  "refused.too-late": "This was published too long ago to be withdrawn here.",
  "refused.too-late-pull-request": ({ pull_request }: { pull_request: string }) =>
    `This was published too long ago to be withdrawn here: close its pull request ${pull_request} instead.`,
  "refused.too-late-branch": ({ branch }: { branch: string }) =>
    `This was published too long ago to be withdrawn here: delete its branch \`${branch}\` instead.`,
  "refused.failed": "This change could not be published: please ask again with `/ux-update`.",
  "refused.failed-because": ({ why }: { why: string }) => `This change could not be published: ${why}`,
  "refused.too-long": "With this, your request would be too long to be kept. Use `/ux-update` to ask again.",
  "refused.withdrawing": "This change is being withdrawn right now: the message will show the result.",
  "refused.withdrawn": "This change was withdrawn. Use `/ux-update` to ask again.",
  "refused.repeated": "This was done already.",

  // Who may not ask or approve
  "access.no-site": "This server has no site to change yet. Ask the operator of this bot to set one up.",
  "access.not-served": ({ guild_id }: { guild_id: string }) =>
    `This bot does not change its site for this server. Ask the operator of the bot to add \`${guild_id}\` to \`DISCORD_GUILD_IDS\`, or to give this server a site of its own.`,
  "access.direct-message": "The site cannot be changed in a direct message. Use `/ux-update` in your server.",
  "access.blocked":
    "You are blocked from changing the site in this server. Ask the people who manage the server about it.",
  "access.no-role": ({ roles }: { roles: readonly string[] }) =>
    `You need another role in this server to change the site: ${or(roles)}. Ask the people who manage the server for it.`,
  "access.no-approvals":
    "Nothing needs an approval here any more. The person who asked for this can press **Edit**, and then **Confirm**.",
  "access.no-approver": ({ roles }: { roles: readonly string[] }) =>
    `You need another role in this server to approve or decline a change: ${or(roles)}. Ask the people who manage the server for it.`,
  "access.no-administrator":
    "Only people with the permission **Manage Server** can see other people's requests.",

  // What is said to one person about what they did
  "start.again": "This request was received before.",
  "start.form-gone":
    "This form was open for too long. Choose **Request a change** in the menu of the message again.",
  "start.section-gone": "This part of the site is not there any more. Use `/ux-update` to see what there is.",
  "start.unchanged":
    "You changed nothing in the form, so there is nothing to ask for. Use `/ux-update` again to change something.",
  "start.wrong-value": ({ problem }: { problem: string }) =>
    `${problem} Nothing was asked for: use \`/ux-update\` again.`,
  "start.limit": ({ limit }: { limit: string }) => `${limit} Then use \`/ux-update\` again.`,
  "edit.unchanged": "You changed nothing in the form, so your request stays as it was.",
  "edit.emptied":
    "With every value as it is on the site, nothing would change, so your request stays as it was. Press **Cancel** if you do not want it any more.",
  "edit.taken": "✏️ Your change is taken. Look at the preview: it is being made anew.",
  "edit.wrong-value": ({ problem }: { problem: string }) => `${problem} Your request stays as it was.`,
  "edit.not-understood": ({ question }: { question: string }) =>
    `I did not understand that, so your request stays as it was. ${question} Press **Edit** to say it in other words.`,
  "retry.taken": "🔁 This is being tried again. Its own message will say what comes of it.",
  "block.server-only": "People can be blocked in a server only.",
  "block.blocked": ({ who }: { who: string }) =>
    `🚫 ${who} is blocked in this server: nothing more of theirs is published, and within a minute every step is refused. They can still cancel and withdraw.`,
  "block.unblocked": ({ who }: { who: string }) =>
    `✅ ${who} is no longer blocked in this server. It counts within a minute.`,
  "block.not-blocked": ({ who }: { who: string }) => `${who} is not blocked in this server.`,
  "block.yourself": "You cannot block yourself.",
  "unknown.button": "I do not know this button or command. Use `/ux-update` to change the site.",
  "unknown.command": ({ name }: { name: string }) =>
    `I do not know the command \`/${name}\`. Use \`/ux-update\` to change the site.`,
  "unknown.message-command": "I do not know this command. Use `/ux-update` to change the site.",
  "unknown.half-character":
    "Your text holds half of a character, often an emoji that was cut in two. Remove it and send the text again.",
  "error.newer": "This request is handled by a newer version, please try again in a minute.",
  "error.unexpected": "Something went wrong. Please try again.",

  // Why an undo is not begun
  "undo.not-found":
    "This change is not known here any more, so it cannot be undone. Use `/ux-update` to ask for what stood there before.",
  "undo.not-published": "This change is not published, so there is nothing to undo.",
  "undo.withdrawn": "This change was withdrawn, so there is nothing to undo.",
  "undo.other-site": "This server has another site now, so this change cannot be undone here.",
  "undo.being-undone": "An undo of this change has been asked for already. Use the buttons of that message.",
  "undo.being-undone-at": ({ url }: { url: string }) =>
    `An undo of this change has been asked for already: [its message](${url}). Use the buttons of that message.`,
  "undo.undone":
    "An undo of this change is published already. Press **Undo** there to bring the change back.",
  "undo.undone-as": ({ what }: { what: string }) =>
    `An undo of this change is published already: ${what}. Press **Undo** there to bring the change back.`,

  // Limits; what to do about it stands behind
  "limit.person_open": ({ most }: { most: number }) =>
    `You have ${number(most)} open ${plural(most, { one: "request", other: "requests" })} in this server, which is the most at a time. \`/ux-status\` lists them: confirm or cancel one of them.`,
  "limit.person_hourly": ({ most }: { most: number }) =>
    `You have asked for ${number(most)} ${plural(most, { one: "change", other: "changes" })} in this server within an hour, which is the most. Wait until the first of them are an hour old.`,
  "limit.server_open": ({ most }: { most: number }) =>
    `${plural(most, { one: "1 request is", other: `${number(most)} requests are` })} open in this server, which is the most at a time. Wait until some of them are confirmed or cancelled.`,
  "limit.server_hourly": ({ most }: { most: number }) =>
    `${plural(most, { one: "1 change has", other: `${number(most)} changes have` })} been asked for in this server within an hour, which is the most. Wait until the first of them are an hour old.`,

  // Lists of requests
  "list.own": "Your requests:",
  "list.own-none": "You have no requests yet. Use `/ux-update` to change the site.",
  "list.of": ({ who }: { who: string }) => `Requests of ${who} in this server:`,
  "list.of-blocked": ({ who }: { who: string }) => `Requests of ${who} in this server, who is blocked:`,
  "list.of-none": ({ who }: { who: string }) => `${who} has no requests in this server.`,
  "list.of-none-newest": ({ who, most }: { who: string; most: number }) =>
    `None of the newest ${number(most)} requests of ${who} is of this server.`,
  "list.server": "Open, failed and waiting in this server:",
  "list.server-none": "Nothing is open, failed or waiting in this server.",
  "list.server-none-newest": "None of the newest requests in this server is open, failed or waiting.",
  "list.server-only": "`/ux-admin` works in a server only.",
  "list.no-person": "`user` must be a person of this server, or the id of one.",
  "list.open": "Open",
  "list.recent": "Recent",
  "list.failed": "Failed",
  "list.waiting-owner": "Waiting for the person who asked",
  "list.waiting-approval": "Waiting for approval",
  "list.worked-on": "Being worked on",
  "list.older": "Older ones are not shown.",
  "list.more": ({ left }: { left: number }) => `… and ${number(left)} more`,
  "list.no-section": "no section yet",
  "list.undo-of": ({ what }: { what: string }) => `undo of ${what}`,
  "list.expires": ({ when }: { when: string }) => `expires ${when}`,
  "list.message": "message",
  "status.drafting": "the preview is being prepared",
  "status.clarifying": "a question is open",
  "status.previewed": "the preview is ready",
  "status.approving": "waits for approval",
  "status.confirmed": "being published",
  "status.published": "published",
  "status.published-pull-request": ({ pull_request }: { pull_request: string }) =>
    `published as ${pull_request}`,
  "status.published-branch": ({ branch, commit }: { branch: string; commit: string }) =>
    `published on \`${branch}\` as \`${commit}\``,
  "status.merged": ({ pull_request }: { pull_request: string }) => `${pull_request} is merged`,
  "status.merged-by": ({ pull_request, who, when }: { pull_request: string; who: string; when: string }) =>
    `${pull_request} merged by ${who} ${when}`,
  "status.closed": ({ pull_request }: { pull_request: string }) => `${pull_request} closed without merging`,
  "status.preview": "preview",
  "status.failed": "failed",
  "status.failed-because": ({ why }: { why: string }) => `failed: ${why}`,
  "status.withdrawing": "being withdrawn",
  "status.withdrawn": "withdrawn",
  "status.cancelled": "cancelled",
  "status.expired": "expired",

  // Why something failed
  "failed.limit": ({ limit }: { limit: string }) => `${limit} Then press “Try again”.`,

  "failed.unexpected": "Something went wrong. Please try again later.",
  "failed.perhaps-published": ({ why }: { why: string }) =>
    `${why} It may be published already: as long as it can be tried again, that finds out, and nothing is published twice.`,
  "failed.no-site": "The site of this server cannot be opened: an administrator has to set it up again.",
  "failed.site-removed": "The site of this server was removed.",
  "failed.settings-invalid": ({ file, problem }: { file: string; problem: string }) =>
    `The site's \`${file}\` is not valid: ${problem}`,
  "failed.settings-gone": ({ file }: { file: string }) =>
    `The site's settings file \`${file}\` is gone, and nothing was published. Once it is back, ask again with \`/ux-update\`.`,
  "failed.unchanged": ({ section }: { section: string }) =>
    `${section} already is like that: there is nothing to change.`,
  "failed.too-large-to-show":
    "This change is too large to be shown in Discord: please ask for less at a time.",
  "failed.not-shown":
    "I could not show you all of this change, so it cannot be confirmed. Press **Try again** for a new preview, or **Edit** to ask for less at a time.",
  "failed.too-long": "This is too long to be kept: please ask for less at a time. Nothing was published.",
  "failed.page-too-long":
    "The page has changed, and is too long to be shown again: please ask for less at a time. Nothing was published.",
  "failed.nothing-published": ({ why }: { why: string }) => `Nothing was published. ${why}`,
  "failed.page-changed": ({ why }: { why: string }) =>
    `The page has changed since, and nothing was published: ${why}`,
  "failed.no-longer-clear":
    "The site has changed since, so that your request is no longer clear. Nothing was published.",
  "failed.owner-blocked": "The person who asked for this was blocked in this server. Nothing was published.",
  "failed.approver-blocked":
    "A person who approved this was blocked in this server. Nothing was published: press **Try again**, and then **Confirm**, to ask for approvals anew.",
  "failed.merged": "It is merged already, so it could not be withdrawn.",
  "repository.slow": "The site's repository answers very slowly at the moment. Please try again.",
  "undo.unknown":
    "This change is not known here any more, or another request is taking it back. Use `/ux-update` to ask for what stood there before.",
  "undo.nothing":
    "Nothing of this change is on the site now, so there is nothing to undo. While it is not merged, **Withdraw** on its message takes it back.",
  "undo.impossible": ({ what }: { what: readonly string[] }) =>
    `This cannot be brought back: ${what.join("; ")}. Use \`/ux-update\` to ask for what stood there before.`,

  // Attached pictures
  "image.refused": ({
    problem,
    types,
    megabytes,
  }: {
    problem: string;
    types: readonly string[];
    megabytes: number;
  }) => `${problem} Images can be ${or(types)}, at most ${number(megabytes)} MB each.`,
  "image.not-usable": ({ name }: { name: string }) => `“${name}” is not an image that can be used.`,
  "image.too-large": ({ name }: { name: string }) => `“${name}” is too large.`,
  "image.not-uploaded": ({ name }: { name: string }) => `“${name}” was not uploaded to Discord.`,
  "picture.not-attached": "There is no such picture. Use `/ux-update` again and attach it.",
  "picture.missing": ({ property }: { property: string }) =>
    `There is no picture for ${property}. Use \`/ux-update\` again and attach it as \`image\`.`,
  "picture.missing-number": ({ property, number: of }: { property: string; number: number }) =>
    `There is no picture ${of} for ${property}. Use \`/ux-update\` again and attach it as \`image${of}\`.`,
  "picture.empty": ({ name }: { name: string }) =>
    `“${name}” has nothing to be seen. Attach another one with \`/ux-update\`.`,
  "picture.color": ({ swatch, color, percent }: { swatch: string; color: string; percent: number }) =>
    `${swatch} ${color} (${number(percent)} % of it)`,

  // Forms
  "form.answer": "What is missing",
  "form.decline": "Decline this change",
  "form.decline-why": "What should be different?",
  "form.edit": "Change your request",
  "form.section": ({ section }: { section: string }) => `Change ${section}`,
  "form.request": "Request a change",
  "form.command": "Command",
  "form.own-words": "In your own words",
  "form.no-field": "Lists, and everything else that has no field here.",
  "form.when-empty": "Leave it empty to keep what the site says now.",
  "form.which-values": "Which values?",
  "form.only-words": "Only the words of my request",
  "form.request-too-long": ({ values, room }: { values: number; room: number }) =>
    `Your request has ${number(values)} values, and a form has room for ${number(room)}. Choose those that you want to change.`,
  "form.section-too-long": ({ section, values, room }: { section: string; values: number; room: number }) =>
    `**${section}** has ${number(values)} values, and a form has room for ${number(room)}. Choose those that you want to change.`,
  "form.what": "What should be changed?",
  "form.message-words": "The words of the message.",
  "form.message-pictures": ({ images }: { images: number }) =>
    plural(images, { one: "1 picture comes along.", other: `${number(images)} pictures come along.` }),
  "form.message-left": ({ left }: { left: number }) =>
    plural(left, { one: "1 file does not.", other: `${number(left)} files do not.` }),
  "form.link": "Link to the message?",
  "form.link-why": "The preview and the pull request name its author. The pull request may be public.",
  "form.link-no": "No, only name its author",
  "form.link-yes": "Yes, link to it",

  // Commands, as Discord shows them while they are typed
  "command.update": "Ask for a change of the website; you see it before anything is published",
  "command.status": "Your open and recent requests",
  "command.admin":
    "What is open, failed and waiting in this server, or one person's requests; for its managers",
  "option.description": "What should change, in your own words",
  "option.section": "Or step by step: which part of the site",
  "option.property": "What of it should change",
  "option.value": "What it should be from now on",
  "option.command": 'Or exactly: section:header text:"Welcome" color:"#FF0080"',
  "option.image": ({ types, megabytes }: { types: readonly string[]; megabytes: number }) =>
    `A picture of what you mean: ${or(types)}, at most ${number(megabytes)} MB`,
  "option.user": "Whose requests; without it all that is open, failed and waiting here",

  // What a preview says of a change
  quoted: ({ words }: { words: string }) => `“${words}”`,
  "preview.empty": "(empty)",
  "preview.notes": ({ what }: { what: string }) => `I did nothing about: ${what}.`,
  "preview.notes-more": ({ what, left }: { what: string; left: number }) =>
    `I did nothing about: ${what} … and ${number(left)} more.`,
  "preview.more-addresses": ({ left }: { left: number }) =>
    `… and ${plural(left, { one: "1 more address", other: `${number(left)} more addresses` })}`,
  "preview.more-changes": ({ left }: { left: number }) =>
    `… and ${plural(left, { one: "1 more change", other: `${number(left)} more changes` })}`,
  "preview.more-lines": ({ left }: { left: number }) =>
    plural(left, { one: "1 line not shown", other: `${number(left)} lines not shown` }),
  "address.host": ({ host }: { host: string }) => `the host is ${host}`,
  "address.mixed": ({ scripts }: { scripts: readonly string[] }) =>
    `it mixes ${and(scripts)} letters, so that it can look like another address`,
  "change.field": ({ list, field, item }: { list: string; field: string; item: string }) =>
    `${list}: ${field} of “${item}”`,
  "change.remove": ({ list, item }: { list: string; item: string }) => `Remove “${item}” from ${list}`,
  "change.move-first": ({ list, item }: { list: string; item: string }) =>
    `Move “${item}” to the beginning in ${list}`,
  "change.move-last": ({ list, item }: { list: string; item: string }) =>
    `Move “${item}” to the end in ${list}`,
  "change.move-before": ({ list, item, before }: { list: string; item: string; before: string }) =>
    `Move “${item}” before “${before}” in ${list}`,
  "change.picture": ({
    property,
    name,
    path,
    width,
    height,
    kilobytes,
  }: {
    property: string;
    name: string;
    path: string;
    width: number;
    height: number;
    kilobytes: number;
  }) => `${property} becomes ${name}, as ${path} (${width} × ${height} pixels, ${kilobytes} kB).`,
  "change.picture-described": ({ becomes, words }: { becomes: string; words: string }) =>
    `${becomes} The words that describe it stay “${words}”.`,
  "note.picture": ({ name }: { name: string }) => `the attached picture ${name}`,
  "note.nothing-before": ({ what }: { what: string }) => `${what}, where nothing stood before`,
  "note.changed-since": ({ what }: { what: string }) => `${what}, which has changed since`,
  "note.not-known": ({ what }: { what: string }) => `${what}, of which it is not known what it was`,
  "note.of-section": ({ section, what }: { section: string; what: string }) => `${section}: ${what}`,

  // Why an attached picture cannot be used
  "picture.other-kind": ({ name, type }: { name: string; type: string }) =>
    `“${name}” is not the picture that it is said to be (${type}). Attach another one with \`/ux-update\`.`,
  "picture.not-here":
    "Pictures cannot be used here: an operator has to package ux-agent with them (docs/operations.md). Ask again without one.",
  "picture.too-many-pixels": ({ name, width, height }: { name: string; width: number; height: number }) =>
    `“${name}” has ${width} × ${height} pixels, which is too many. Attach another one with \`/ux-update\`.`,
  "picture.damaged": ({ name }: { name: string }) =>
    `“${name}” is damaged or not whole. Attach another one with \`/ux-update\`.`,
  "picture.moving": ({ name }: { name: string }) =>
    `“${name}” moves, and only a still picture can be used. Attach another one with \`/ux-update\`.`,
  "picture.not-small-enough": ({ name, most }: { name: string; most: number }) =>
    `“${name}” cannot be made as small as the site wants it (${most} kB). Attach another one with \`/ux-update\`.`,
  "picture.expired": ({ name }: { name: string }) =>
    `The address of “${name}” has expired. Attach it again with \`/ux-update\`.`,
  "picture.elsewhere": ({ name }: { name: string }) =>
    `“${name}” is not where Discord keeps attachments. Attach another one with \`/ux-update\`.`,
  "picture.too-large": ({ name, megabytes }: { name: string; megabytes: number }) =>
    `“${name}” is larger than ${number(megabytes)} MB. Attach another one with \`/ux-update\`.`,

  // Why a repository does not take a change
  "repository.withdrawn":
    "An earlier try of this change was withdrawn; please ask for it again with `/ux-update`.",
  "repository.path-outside":
    "The site's ux-agent.json names a path that is not a file inside the repository.",
  "repository.no-version": "This is not a version of a file of the site.",
  "repository.malformed": "This request cannot be published: its branch, id or time is not well-formed.",
  "repository.not-ours": "This cannot be withdrawn: it was not published by ux-agent.",
  "repository.branch-in-the-way": ({ branch }: { branch: string }) =>
    `Another branch stands where the branches of ux-agent go: delete or rename ${branch}.`,
  "repository.branch-of-others": ({ branch }: { branch: string }) =>
    `The branch ${branch} was not made by ux-agent: delete or rename it and try again.`,
  "repository.link-no-file": ({ path }: { path: string }) =>
    `${path} is a link, not a file; only files can be changed.`,
  "repository.submodule-no-file": ({ path }: { path: string }) =>
    `${path} is a submodule, not a file; only files can be changed.`,
  "repository.folder-no-file": ({ path }: { path: string }) =>
    `${path} is a folder, not a file; only files can be changed.`,
  "repository.other-no-file": ({ path }: { path: string }) =>
    `${path} is something else, not a file; only files can be changed.`,
  "repository.other-file": ({ path }: { path: string }) =>
    `The site already has another file ${path}. Please ask again.`,
  "repository.no-git": "git is not installed where ux-agent runs.",
  "repository.git-slow": "git did not finish in time. Please try again.",
  "repository.another-owner":
    "The site's repository belongs to another user of the machine. Run ux-agent as that user, or give the folder to the user who runs ux-agent (`chown -R`).",
  "repository.git-settings":
    "git cannot read the settings of the site's repository. Its operator can see why with `git status` in it.",
  "repository.damaged":
    "An object of the site's repository is missing or damaged. Its operator can see which with `git fsck` in it.",
  "repository.not-git": "The configured site repository is not a git repository.",
  "repository.read-only": "ux-agent may not write to the site's repository.",
  "repository.no-space": "There is no space left for the site's repository.",
  "repository.no-file": ({ path }: { path: string }) => `The site has no file ${path}.`,
  "repository.too-large": ({ path }: { path: string }) => `The file ${path} is larger than 1 MB.`,
  "repository.no-folder": ({ path }: { path: string }) => `${path} is not a folder of the site's own.`,
  "repository.version-gone": "The site's repository no longer holds this version of the file.",
  "repository.branch-moved": "The branch was changed at the same moment. Please try again.",
  "repository.no-change": "The site's repository does not hold this change.",
  "repository.checked-out": ({ branch }: { branch: string }) =>
    `The branch ${branch} is checked out; switch to another branch and try again.`,
  "repository.on-no-branch": "The site's repository stands on no branch; the base branch must be named.",
  "repository.on-update-branch":
    "The site's repository stands on the branch of an update; switch back to its main branch.",
  "repository.locked": ({ lock }: { lock: string }) =>
    `Another program is changing the site's repository: please try again. If none is, one was interrupted and left the file \`${lock}\` there to be deleted.`,
  "repository.missing": "The configured site repository does not exist.",
  "repository.busy": "The site's repository is being changed by others. Please try again.",
  "github.private-key": "The private key of the GitHub App cannot be used; please set it again.",
  "github.not-installed": ({ repository }: { repository: string }) =>
    `The GitHub App is not installed on ${repository}: an administrator of the repository can install it.`,
  "github.part-missing":
    "GitHub does not find a part of the site that it named a moment ago. Please try again.",
  "github.no-folder": ({ folder, path }: { folder: string; path: string }) =>
    `${folder} on the way to ${path} is not a folder of the site's own.`,
  "github.folder-too-large": "A folder on the way to the file has more entries than GitHub lists.",
  "github.no-pull-request": ({ repository }: { repository: string }) =>
    `${repository} has no pull request of this change, so it cannot be withdrawn there.`,
  "github.token-owner": ({ repository }: { repository: string }) =>
    `The owner of the bot's token may not write to ${repository}.`,
  "github.token-unknown": "GitHub does not know the token that it gave the bot. Please try again.",
  "github.branch-not-found": "GitHub did not find the site's branch. Please try again.",
  "github.no-branch": ({ repository, branch }: { repository: string; branch: string }) =>
    `${repository} has no branch ${branch}; an administrator can name another one.`,
  "github.no-commits": "GitHub does not list the site's commits. Please try again.",
  "github.renamed": "The site's repository has just been renamed. Please try again.",
  "github.owner-name": "The site's repository on GitHub must be given as owner/name.",
  "github.taking-in": "GitHub is still taking in what was published. Please try again.",
  "github.unreachable": "GitHub cannot be reached at the moment. Please try again.",
  "github.trouble": "GitHub did not answer in time or has trouble. Please try again.",
  "github.credentials": ({ words }: { words: string }) =>
    `GitHub does not accept the bot's credentials: the operator has to renew them. GitHub says: ${words}`,
  "github.limited": ({ minutes }: { minutes: number }) =>
    `GitHub is limiting the bot's requests: please try again in ${plural(minutes, { one: "1 minute", other: `${number(minutes)} minutes` })}.`,
  "github.single-sign-on": ({ repository }: { repository: string }) =>
    `The bot's token must be authorised for the single sign-on of the owner of ${repository}.`,
  "github.not-let-in": ({ repository, words }: { repository: string; words: string }) =>
    `${repository} does not let the bot in: its owner can change that. GitHub says: ${words}`,
  "github.write-access": "write access",
  "github.permission": ({ permission }: { permission: string }) => `the permission “${permission}”`,
  "github.lacking": ({ what, repository, words }: { what: string; repository: string; words: string }) =>
    `The bot lacks ${what} for ${repository}; its administrator can grant the bot “contents: write” and “pull requests: write” (a classic token: “repo”). GitHub says: ${words}`,
  "github.empty": "The repository on GitHub is empty: make a first commit.",
  "github.busy": "GitHub is busy with the repository. Please try again.",
  "github.not-shown-yet": "GitHub does not show yet what the bot has just written. Please try again.",
  "github.app-lacking": ({ repository }: { repository: string }) =>
    `The GitHub App lacks permissions: the administrator of ${repository} can grant “contents: write” and “pull requests: write” (a classic token: “repo”).`,
  "github.app-not-installed": ({ repository }: { repository: string }) =>
    `The GitHub App is not installed on ${repository}, or the repository has another name by now: ask its administrator.`,
  "github.base-gone": ({ repository }: { repository: string }) =>
    `${repository} no longer has the branch that changes are for.`,
  "github.not-taken": ({ words }: { words: string }) => `GitHub did not take the change: ${words}`,
  "github.protected": ({ branches, words }: { branches: string; words: string }) =>
    `The rules of the repository do not let the bot make or delete its branches (${branches}). GitHub says: ${words}`,
  "github.archived": ({ repository }: { repository: string }) =>
    `${repository} is archived on GitHub; nothing in it can be changed until its owner unarchives it.`,
  "github.missing": ({ repository }: { repository: string }) =>
    `${repository} is not on GitHub, or the bot may not see it.`,

  "repository.no-branch": ({ branch }: { branch: string }) =>
    `The branch ${branch} does not exist in the site's repository.`,
  // Sentences that stand beside each other
  "words.in-a-row": ({ sentences }: { sentences: readonly string[] }) => sentences.join(" "),
  "words.lines": ({ lines }: { lines: readonly string[] }) => lines.join("\n"),
  "words.about": ({ subject, words }: { subject: string; words: string }) => `${subject}: ${words}`,
  "words.and-more": ({ items, more }: { items: string; more: number }) => `${items}and ${number(more)} more`,

  // What is asked; a `label` is what the line of the form is called, in at most 45 characters
  "ask.section": "Which part of the site should be changed?",
  "ask.one-of": ({ names }: { names: string }) => `One of: ${names}.`,
  "ask.property": ({ section }: { section: string }) => `What should be changed in ${section}?`,
  "ask.place-one": ({ words, place }: { words: string; place: string }) =>
    `I found “${words}” here: ${place}. Is that what you mean?`,
  "ask.place": ({ words, places }: { words: string; places: number }) =>
    `I found “${words}” in ${number(places)} places. Which one do you mean?`,
  "ask.any-value": "What should it be from now on?",
  "ask.meant": ({ words }: { words: string }) => `Did you mean “${words}”?`,
  "ask.change": "What should be changed, and what should it be?",
  "ask.can-change": ({ section, properties }: { section: string; properties: string }) =>
    `In ${section} I can change: ${properties}.`,
  "ask.example-words": ({ example }: { example: string }) => `For example: ${example}.`,
  "ask.example-value": ({ example }: { example: string }) => `For example: \`${example}\`.`,
  "ask.picture": ({ property }: { property: string }) =>
    `Which picture should ${property} show? Attach one to \`/ux-update\`, or write the address of one on the site.`,
  "ask.link": "Which link should be added? Write its text and its target.",
  "ask.value": ({ property }: { property: string }) => `What should ${property} be, exactly?`,
  "ask.target": ({ link }: { link: string }) =>
    `Where should the link “${link}” lead? Write a page like \`/about\` or an address like \`https://example.com\`.`,
  "ask.field": ({ field, item, list }: { field: string; item: string; list: string }) =>
    `What should the ${field} of “${item}” in ${list} be?`,
  "ask.no-property": ({ words, section }: { words: string; section: string }) =>
    `There is no “${words}” in ${section}.`,
  "ask.links-unread": ({ words }: { words: string }) => `I cannot tell text and target in “${words}”.`,
  "ask.pictures": ({ count }: { count: number }) => `There are ${number(count)} pictures.`,
  "ask.color": ({ colors }: { colors: readonly string[] }) =>
    `Did you mean this colour of the picture: ${colors.join(", ")}?`,
  "ask.colors": ({ colors }: { colors: readonly string[] }) =>
    `Did you mean one of these colours of the picture: ${colors.join(", ")}?`,
  "ask.moved": "The site has changed since this was published.",
  "ask.moved-value": ({
    subject,
    now,
    published,
    before,
  }: {
    subject: string;
    now: string;
    published: string;
    before: string;
  }) => `${subject} says “${now}” now, and not “${published}” as published; before that it said “${before}”.`,
  "ask.moved-more": ({ more }: { more: number }) =>
    plural(more, { one: "So has 1 more value.", other: `So have ${number(more)} more values.` }),
  "ask.bring-back": "Should the earlier values come back all the same?",
  "label.section": "Which part of the site?",
  "label.property": "What should be changed?",
  "label.place": "Which place do you mean?",
  "label.any-value": "What should it be?",
  "label.meant": "Did you mean that?",
  "label.change": "What should be changed, and to what?",
  "label.link": "Link: text and target",
  "label.value": ({ property }: { property: string }) => `New ${property}`,
  "label.target": ({ link }: { link: string }) => `Target of “${link}”`,
  "label.field": ({ field, item }: { field: string; item: string }) => `The ${field} of “${item}”`,
  "label.item": ({ words }: { words: string }) => `Which “${words}”?`,
  "label.color": "Which colour did you mean?",
  "label.bring-back": "Bring the earlier values back?",
  "choice.meant": "Yes, I meant that",
  "choice.not-meant": "No, I meant something else",
  "choice.place": ({ place, times, value }: { place: string; times: number; value: string }) =>
    `${place} (${number(times)} times): ${value}`,
  "choice.bring-back": "Yes, bring the earlier values back",
  "choice.leave": "No, leave what has changed since",
  "choice.picture": "The attached picture",
  "choice.picture-first": "The first picture",
  "choice.picture-second": "The second picture",
  "choice.picture-third": "The third picture",
  "choice.item": ({ item, position }: { item: string; position: number }) =>
    `${item} (number ${number(position)})`,

  // Why something is asked
  "doubt.images": "I cannot see what in the image is meant.",
  "doubt.nowhere": ({ words }: { words: string }) => `“${words}” does not stand anywhere that I can change.`,
  "doubt.nearest": ({ value, section }: { value: string; section: string }) =>
    `The nearest is “${value}” in ${section}.`,
  "doubt.time": ({ words }: { words: string }) =>
    `“${words}” cannot be promised: a change is made once it is confirmed, and stays.`,
  "doubt.take-back":
    "A published change is taken back below its message: with 🗑️ Withdraw before it is merged, and with ↩️ Undo afterwards.",
  "doubt.no-item": ({ words }: { words: string }) =>
    `Only an item of a list can be removed or moved, and “${words}” names none that I know.`,
  "doubt.impossible": ({ words }: { words: string }) => `I cannot do “${words}”.`,
  "doubt.unsure": ({ words }: { words: string }) => `I am not sure what “${words}” asks for.`,
  "doubt.looks": ({ property, words }: { property: string; words: string }) =>
    `I can change what ${property} says, and not how it looks (“${words}”).`,
  "doubt.text-itself": ({ words }: { words: string }) =>
    `I am not sure whether “${words}” is the text itself.`,
  "doubt.which-words": "I am not sure which words are the text.",
  "doubt.question-mark": "I am not sure whether the question mark is a part of the text.",
  "doubt.where-ends": "I am not sure where the text ends.",
  "doubt.part-of-text": ({ words }: { words: string }) =>
    `I am not sure whether “${words}” is a part of the text.`,
  "doubt.formatting": ({ words }: { words: string }) =>
    `“${words}” is formatting of Discord: on the page it would stand just like that.`,
  "doubt.link-says": "I am not sure what the link should say.",
  "doubt.one-item": ({ words }: { words: string }) => `I am not sure whether “${words}” is one item.`,
  "doubt.list": ({ property }: { property: string }) =>
    `${property} is a list: name the item to add, change, remove or move.`,
  "doubt.color": ({ words }: { words: string }) => `“${words}” is a colour.`,
  "doubt.no-color": ({ section }: { section: string }) => `${section} has no colour that can be changed.`,
  "doubt.no-text": ({ section }: { section: string }) => `${section} has no text that can be changed.`,
  "doubt.no-list": ({ section }: { section: string }) => `${section} has no list for that.`,
  "doubt.two-values": ({ property }: { property: string }) => `What ${property} should be is said twice.`,
  "doubt.only-negated": "I understood what is to stay as it is, and not what is to change.",
  "doubt.each-section": ({ sections }: { sections: readonly string[] }) =>
    `This speaks of ${sections.join(" and ")}, and does not say for each what is to change: say it for each, or choose one.`,

  // What is wrong with a value
  "value.link-text": "The text of a link",
  "value.link-address": "The address of a link",
  "value.address": "An address",
  "value.field": ({ field, list }: { field: string; list: string }) => `The ${field} in ${list}`,
  "value.empty": ({ label }: { label: string }) => `${label} cannot be empty: say what it is to be.`,
  "value.empty-example": ({ label, example }: { label: string; example: string }) =>
    `${label} cannot be empty: say what it is to be, for example \`${example}\`.`,
  "value.hidden": ({ label }: { label: string }) =>
    `${label} contains hidden characters that cannot be published: type it again instead of pasting it.`,
  "value.hidden-example": ({ label, example }: { label: string; example: string }) =>
    `${label} contains hidden characters that cannot be published: type it again instead of pasting it, for example \`${example}\`.`,
  "value.markup": ({ label, markup }: { label: string; markup: string }) =>
    `${label} contains \`${markup}\`, which only Discord shows as what it means: write what a page can show.`,
  "value.long": ({ label, most, length }: { label: string; most: number; length: number }) =>
    `${label} can have at most ${most} characters and this has ${length}: shorten it.`,
  "value.long-example": ({
    label,
    most,
    length,
    example,
  }: {
    label: string;
    most: number;
    length: number;
    example: string;
  }) =>
    `${label} can have at most ${most} characters and this has ${length}: shorten it, for example to “${example}”.`,
  "value.takes-links": ({ label }: { label: string }) =>
    `${label} takes links: a label and a target, for example \`About /about\`.`,
  "value.no-color": ({ value, label }: { value: string; label: string }) =>
    `“${value}” is not a colour ${label} can have: write it like \`#FF0080\`, \`#F08\` or \`darkblue\`.`,
  "value.no-color-like": ({ value, label, example }: { value: string; label: string; example: string }) =>
    `“${value}” is not a colour ${label} can have: write it like \`${example}\`.`,
  "value.no-target": "A link needs a target, for example `/about` or `https://example.com`.",
  "value.refused-by-hint": ({ label, value, hint }: { label: string; value: string; hint: string }) =>
    `${label} cannot be “${value}”: ${hint}`,
  "value.no-match": ({ label, value, pattern }: { label: string; value: string; pattern: string }) =>
    `${label} cannot be “${value}”: it has to match \`${pattern}\`.`,
  "value.one-of": ({ label, choices }: { label: string; choices: string }) =>
    `${label} can only be one of: ${choices}.`,
  "value.one-of-more": ({ label, choices }: { label: string; choices: string }) =>
    `${label} can only be one of: ${choices} and others.`,
  "value.item-needs": ({ list, fields }: { list: string; fields: readonly string[] }) =>
    `A new item of ${list} needs ${fields.join(" and ")}, too.`,
  "value.no-field": ({ list, field }: { list: string; field: string }) =>
    `The items of ${list} have no ${field}.`,
  "value.is-list": ({ property }: { property: string }) =>
    `${property} is a list: say what to add, change, remove or move.`,
  "value.is-single": ({ property }: { property: string }) => `${property} takes one value, not a list.`,
  "value.wrong-kind": ({ label }: { label: string }) => `${label} cannot have this kind of value: ask again.`,
  "value.property-gone": ({ section, property }: { section: string; property: string }) =>
    `${section} has no “${property}” any more: ask again with another property.`,
  "value.style-leave-out": ({ value, part }: { value: string; part: string }) =>
    `“${value}” cannot be a style: leave out the ${part}.`,
  "value.style-loads": ({ value }: { value: string }) =>
    `“${value}” cannot be a style: it may not load anything; write a plain value like \`#FF0080\` or \`2rem\`.`,
  "value.style-open": ({ value }: { value: string }) =>
    `“${value}” cannot be a style: a quote or a bracket in it is not closed.`,
  "value.style-worked-out": ({ value }: { value: string }) =>
    `“${value}” cannot stand in this style sheet, because it would be worked out there: write a plain value like \`#FF0080\` or \`2rem\`.`,
  "value.no-picture": ({ label, address }: { label: string; address: string }) =>
    `${label} is a picture, and “${address}” is no address of one on this site: attach a picture, or write an address like \`/images/hero.jpg\`.`,
  "value.number": "a number, for example `12` or `4.5`",
  "value.truth": "`true` or `false`",
  "value.yes-no": "`yes` or `no`",

  "value.date": "a date, for example `2026-11-25`",
  "value.whole-number": "a whole number, for example `12`",
  "value.time": "a time, for example `09:30:00`",
  "value.only": ({ label, form }: { label: string; form: string }) => `${label} can only be ${form}.`,
  "value.hidden-here": ({ label }: { label: string }) =>
    `${label} contains a hidden character that this file cannot hold: type it again instead of pasting it.`,
  "value.generator": ({ label, mark }: { label: string; mark: string }) =>
    `${label} cannot contain \`${mark}\`, which the site's generator may run: leave it out.`,
  "value.one-line": ({ label }: { label: string }) =>
    `${label} has to be one line of text: write it without line breaks.`,
  "value.page-code": ({ value, language, mark }: { value: string; language: string; mark: string }) =>
    `“${value}” cannot stand in this page, because ${language} would read \`${mark}\` as code: leave out the braces.`,
  "value.html": ({ label, tag }: { label: string; tag: string }) =>
    `${label} cannot contain \`${tag}\`, because the page reads it as HTML: leave that out.`,
  "value.template": ({ value, mark }: { value: string; mark: string }) =>
    `“${value}” cannot stand in this page's template because of \`${mark}\`: leave that out.`,
  "value.message": ({ label, mark }: { label: string; mark: string }) =>
    `${label} is a message that a program reads, and \`${mark}\` means something to it: leave that out.`,
  "value.message-but": ({ label, mark, allowed }: { label: string; mark: string; allowed: string }) =>
    `${label} is a message that a program reads, and \`${mark}\` means something to it: leave that out (${allowed} may stay).`,
  "value.address-part": ({ value, current }: { value: string; current: string }) =>
    `“${value}” cannot stand here, because code puts the beginning of the address before it: write the part behind that, like \`${current}\`.`,
  "value.address-begins": ({ mark }: { mark: string }) =>
    `This part of the address has to begin with \`${mark}\`, as it does today.`,
  "value.address-ends": ({ mark }: { mark: string }) =>
    `This part of the address has to end with \`${mark}\`, as it does today.`,
  "value.color-numbers": ({ name }: { name: string }) =>
    `${name} is three numbers that several kinds of colour could mean: a developer has to write it as a whole colour, like \`rgb(0 0 0)\`.`,
  "value.color-parts": ({ name }: { name: string }) =>
    `${name} holds the parts of a colour that is seen as a whole: choose one like \`#FF0080\`.`,
  "value.echo": ({ field }: { field: string }) =>
    `The code of the item repeats its ${field}, so that it may have only letters, digits and the characters . / # - and _.`,

  // What the files of a site do not allow
  "site.section-gone": ({ section }: { section: string }) =>
    `This site has no section “${section}” any more: ask again with another one.`,
  "site.not-found-again": ({ property }: { property: string }) =>
    `${property} could not be changed: its selector would not find it any more. Nothing was changed; the selector in ux-agent.json has to be corrected.`,
  "site.not-exact": ({ property }: { property: string }) =>
    `${property} could not be changed: the file would not hold exactly that value afterwards. Nothing was changed; try another value.`,
  "site.many-steps": ({ most, count }: { most: number; count: number }) =>
    `A request can do at most ${most} things to one list, and not ${count}: ask for the others afterwards.`,
  "site.conflict": ({ properties }: { properties: string }) =>
    `These changes cannot be made together, because one would undo another (${properties}): ask for one at a time.`,
  "site.other-settings":
    "The settings of the site have changed since this was published, so that it cannot be undone here. Use `/ux-update` to ask for what stood there before.",
  "site.large": ({ file }: { file: string }) =>
    `${file} is over 1 MB, which is too large to edit: choose a smaller file.`,
  "site.not-text": ({ file }: { file: string }) => `${file} is not UTF-8 text: save it as UTF-8 first.`,
  "site.not-editable": ({ file, types }: { file: string; types: string }) =>
    `${file} cannot be edited: it has to be one of ${types}.`,
  "site.minified": ({ file }: { file: string }) =>
    `${file} is minified: the file it is made from has to be edited.`,
  "site.not-readable": ({ file, format, problem }: { file: string; format: string; problem: string }) =>
    `${file} cannot be read as ${format} (${problem}): it has to be corrected first.`,
  "site.wrong-kind": ({ property }: { property: string }) =>
    `${property} cannot be changed in this kind of file: its kind in ux-agent.json has to be another one.`,
  "site.no-match": ({ selector }: { selector: string }) =>
    `Nothing in the file matches \`${selector}\`: the selector in ux-agent.json has to be corrected.`,
  "site.not-written": ({ selector }: { selector: string }) =>
    `What \`${selector}\` matches is not written in the file, browsers add it: the selector in ux-agent.json has to be corrected.`,
  "site.srcset": ({ property, line }: { property: string; line: number }) =>
    `${property} also stands in a \`srcset\` (line ${line}), and browsers would go on showing that: a developer has to remove it first.`,
  "site.loads": ({ element, line }: { element: string; line: number }) =>
    `<${element}> (line ${line}) decides what the page loads or runs, which ux-agent does not change: a developer has to.`,
  "site.spread": ({ element, line, attribute }: { element: string; line: number; attribute: string }) =>
    `<${element}> (line ${line}) gets attributes from code, maybe ${attribute} too: a developer has to write ${attribute} in the file first.`,
  "site.code-text": ({ element }: { element: string }) =>
    `What is in <${element}> is code, not text: choose another element in ux-agent.json.`,
  "site.no-text": ({ element }: { element: string }) =>
    `<${element}> cannot have text: choose another element in ux-agent.json.`,
  "site.text-from-attribute": ({
    attribute,
    element,
    line,
  }: {
    attribute: string;
    element: string;
    line: number;
  }) =>
    `${attribute} puts another text in the place of the one in <${element}> (line ${line}): a developer has to change it.`,
  "site.text-maybe-code": ({ element, line }: { element: string; line: number }) =>
    `What <${element}> shows (line ${line}) may come from code, which ux-agent does not change: a developer has to write it in the file first.`,
  "site.comment-in-text": ({ line }: { line: number }) =>
    `A comment stands in the middle of the text (line ${line}): it has to be moved first.`,
  "site.style-from-code": ({ what, element, line }: { what: string; element: string; line: number }) =>
    `The ${what} of <${element}> (line ${line}) comes from code, which ux-agent does not change: a developer has to.`,
  "site.style-unreadable": ({ line }: { line: number }) =>
    `The style on line ${line} cannot be read: a developer has to correct it first.`,
  "site.made-list": ({ element, line }: { element: string; line: number }) =>
    `<${element}> (line ${line}) is not a list that can be changed here, because code or something else makes its items: ux-agent.json has to name the data that they are made of, or a developer has to change them.`,
  "site.item-links": ({ item, links }: { item: string; links: string }) =>
    `“${item}” has other links in it (${links}), which would go with it: a developer has to remove it.`,
  "site.item-field": ({ item, list, field }: { item: string; list: string; field: string }) =>
    `“${item}” in ${list} has no ${field} in the file: a developer has to add it.`,
  "site.last-item": ({ list }: { list: string }) =>
    `This is the last item of ${list}, and an empty list may break the page: a developer has to remove it.`,
  "site.item-in-line":
    "The item shares its line with something else, so that it cannot be taken out: a developer has to.",
  "site.new-item-field": ({ field }: { field: string }) =>
    `A new item cannot have ${field}: a developer has to add it.`,
  "site.same-place": "Two fields of the list are the same place: ux-agent.json has to be corrected.",
  "site.no-item-alike": ({ list, fields }: { list: string; fields: string }) =>
    `${list} has no item with just ${fields} that a new one could be made like: a developer has to add it.`,

  // What is wrong with an address

  "address.like": ({ problem, example }: { problem: string; example: string }) =>
    `${problem}: write it like \`${example}\`.`,
  "address.like-these": ({ problem }: { problem: string }) =>
    `${problem}: write it like \`/about\` or \`https://example.com\`.`,
  "address.person": "An address to write to needs a person and a place",
  "address.characters": "An address cannot contain spaces, backslashes or hidden characters",
  "address.whole": "An address of another site has to be whole, with https",
  "address.credentials": "An address cannot contain a user name or a password",
  "address.phone": "A telephone number consists of digits, with a + before the country",
  "address.none": ({ address }: { address: string }) => `“${address}” is not an address a link can have`,

  // What is wrong with a request, and what would be right
  "request.no-sections":
    "This site does not say yet what may be changed: its `ux-agent.json` has no sections.",
  "request.property-gone": ({ property, section }: { property: string; section: string }) =>
    `There is no “${property}” in “${section}” any more.`,
  "request.nothing-left": "Nothing is left to change: every value stays as it is on the site.",
  "command.quote-open": ({ name }: { name: string }) =>
    `The quote of \`${name}\` is not closed: write \`${name}:"Hello there"\`.`,
  "command.quote-end": ({ name }: { name: string }) =>
    `After the closing quote of \`${name}\` there must be a space; a quote inside the text is written \`\\"\`, for example \`${name}:"Say \\"hi\\""\`.`,
  "command.no-value": ({ name }: { name: string }) =>
    `\`${name}\` has no value: write it after the colon, for example \`${name}:"Hello there"\`.`,
  "command.stray": ({ words }: { words: string }) =>
    `I cannot tell what “${words}” belongs to: a command is made of pairs like \`section:header\`; plain words go into \`description\`.`,
  "command.stray-text": ({ words, name, text }: { words: string; name: string; text: string }) =>
    `I cannot tell what “${words}” belongs to. A text of several words stands in quotes: \`${name}:"${text}"\`.`,
  "command.no-change": ({ section }: { section: string }) =>
    `The command names the section \`${section}\` and no change.`,
  "command.no-section": "The command does not say which section to change: begin it with `section:`.",
  "command.many-sections": ({ most, count }: { most: number; count: number }) =>
    `A request changes at most ${most} sections, and this one ${count}: ask for the others afterwards.`,
  "command.unknown-section": ({ name }: { name: string }) => `There is no section called “${name}”.`,
  "command.unknown-property": ({ section, name }: { section: string; name: string }) =>
    `There is no property in \`${section}\` called “${name}”.`,
  "command.suggestion": ({ id }: { id: string }) => `Did you mean \`${id}\`?`,
  "command.ambiguous": ({ name, ids }: { name: string; ids: readonly string[] }) =>
    `“${name}” can be ${ids.join(" or ")}: write which one.`,
  "command.link-text": ({ property, example }: { property: string; example: string }) =>
    `A link needs a text before its target: \`${property}:"${example}"\`.`,
  "command.no-link": ({ property }: { property: string }) => `\`${property}\` has no link in it.`,
  "command.several-lists": ({
    section,
    lists,
    verb,
  }: {
    section: string;
    lists: readonly string[];
    verb: string;
  }) => `\`${section}\` has more than one list: write ${lists.join(" or ")} behind \`${verb}\`.`,
  "command.move-where":
    '`move` needs a place: `to:first`, `to:last`, `before:"…"` or `after:"…"` with the name of another item.',
  "command.change-what": ({ verb, item, field }: { verb: string; item: string; field: string }) =>
    `\`${verb}\` needs what it is to be: \`${verb}:"${item}" ${field}:"…"\`.`,
  "command.add-one": "`add` adds one item: write `add` once for each.",
  "command.item-needs": ({ property, fields }: { property: string; fields: readonly string[] }) =>
    `A new item of \`${property}\` needs ${fields.join(" and ")}, too.`,
  "command.no-place": ({ place }: { place: string }) =>
    `\`to:${place}\` is no place in a list: write \`to:first\` or \`to:last\`.`,
  "help.how":
    "Say what should be changed: in plain words as `description`, or exactly as `command`. You see the change first, and nothing is published before you confirm it.",
  "help.sections": ({ sections }: { sections: string }) => `**Sections:** ${sections}`,
  "help.section": ({ section, properties }: { section: string; properties: string }) =>
    `**In** \`${section}\`**:**\n${properties}`,
  "help.what": ({ sections }: { sections: string }) => `**What can be changed:**\n${sections}`,
  "help.example": ({ example }: { example: string }) => `**For example:** \`${example}\``,
  "help.plain-words": ({ example }: { example: string }) => `**In plain words:** ${example}`,
  "help.exactly": ({ example }: { example: string }) => `**Exactly:** \`${example}\``,

  // A character that nobody sees
  "invisible.begins": ({ label, character, code }: { label: string; character: string; code: string }) =>
    `${label} contains an invisible character, ${character} (${code}) at its beginning: take it out, or type the text again.`,
  "invisible.begins-more": ({
    label,
    character,
    code,
    more,
  }: {
    label: string;
    character: string;
    code: string;
    more: number;
  }) =>
    `${label} contains an invisible character, ${character} (${code}) at its beginning, and ${number(more)} more: take it out, or type the text again.`,
  "invisible.after": ({
    label,
    character,
    code,
    before,
  }: {
    label: string;
    character: string;
    code: string;
    before: string;
  }) =>
    `${label} contains an invisible character, ${character} (${code}) after “${before}”: take it out, or type the text again.`,
  "invisible.after-more": ({
    label,
    character,
    code,
    before,
    more,
  }: {
    label: string;
    character: string;
    code: string;
    before: string;
    more: number;
  }) =>
    `${label} contains an invisible character, ${character} (${code}) after “${before}”, and ${number(more)} more: take it out, or type the text again.`,
  "invisible.soft-hyphen": "a soft hyphen",
  "invisible.grapheme-joiner": "a combining grapheme joiner",
  "invisible.arabic-mark": "an Arabic letter mark",
  "invisible.hangul-filler": "a Hangul filler",
  "invisible.mongolian-selector": "a Mongolian selector",
  "invisible.zero-width-space": "a zero-width space",
  "invisible.zero-width-non-joiner": "a zero-width non-joiner",
  "invisible.zero-width-joiner": "a zero-width joiner",
  "invisible.left-to-right": "a left-to-right mark",
  "invisible.right-to-left": "a right-to-left mark",
  "invisible.direction": "a change of direction",
  "invisible.word-joiner": "a word joiner",
  "invisible.operator": "an invisible operator",
  "invisible.deprecated": "a deprecated format character",
  "invisible.braille": "a blank Braille pattern",
  "invisible.variation": "a variation selector",
  "invisible.byte-order": "a byte order mark",
  "invisible.annotation": "an annotation mark",
  "invisible.tag": "a tag character",
  "invisible.noncharacter": "a noncharacter",
  "invisible.other": "one that is not shown",
  "value.followed": ({ value, scheme }: { value: string; scheme: string }) =>
    `“${value}” cannot stand here, because a page could follow \`${scheme}:\` as a command: write a text that begins otherwise, or an address like \`/about\`.`,
  "list.several-items": ({
    list,
    count,
    words,
    items,
  }: {
    list: string;
    count: number;
    words: string;
    items: readonly string[];
  }) => `${list} has ${number(count)} items called “${words}”: ${items.join(", ")}. Say which one.`,
  "list.no-item": ({ list, words }: { list: string; words: string }) => `${list} has no “${words}”.`,
  "list.suggestion": ({ name }: { name: string }) => `Did you mean “${name}”?`,
  "list.has": ({ items }: { items: string }) => `It has ${items}.`,
  "list.has-more": ({ items, more }: { items: string; more: number }) =>
    `It has ${items} and ${number(more)} more.`,
  "list.empty": "It is empty.",
  "ask.no-section": ({ words }: { words: string }) => `There is no section “${words}”.`,
};
