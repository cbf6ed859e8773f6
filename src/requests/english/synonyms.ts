/**
 * What people generally call the parts of a page. A part of a site has a meaning when one of its own names is in
 * `is`; then everything in `is` and `called` is understood as that part, as long as nothing else fits as well.
 */
export interface Synonyms {
  is: string[];
  called: string[];
}

export const SECTION_SYNONYMS: Synonyms[] = [
  { is: ["header", "masthead", "page header", "site header"], called: ["heading", "top bar", "banner"] },
  {
    is: [
      "navbar",
      "nav",
      "navigation",
      "navigation bar",
      "nav bar",
      "nav menu",
      "navigation menu",
      "main nav",
    ],
    called: [
      "menu",
      "menu bar",
      "main menu",
      "top menu",
      "top nav",
      "top bar",
      "top navigation",
      "main navigation",
    ],
  },
  {
    is: ["footer", "page footer", "site footer"],
    called: ["bottom", "bottom bar", "page bottom", "bottom of the page"],
  },
  {
    is: ["home", "home page", "landing page", "main page", "front page", "start page", "index"],
    called: ["landing", "welcome page"],
  },
  { is: ["hero", "hero section", "hero banner"], called: ["hero area", "banner"] },
  { is: ["sidebar", "side menu", "side bar"], called: ["side panel"] },
  { is: ["about", "about us", "about page"], called: [] },
  { is: ["contact", "contact us", "contact page"], called: ["contacts"] },
];

/** Colours are left out: any colour is called so (vocabulary.ts). */
export const PROPERTY_SYNONYMS: Synonyms[] = [
  { is: ["text", "words", "wording", "copy"], called: ["title", "caption"] },
  { is: ["text color", "text colour", "font color", "font colour"], called: [] },
  { is: ["background", "background color", "background colour", "bg color", "bg"], called: ["backdrop"] },
  {
    is: ["links", "link", "menu items", "nav links", "navigation links"],
    called: ["menu item", "menu entries", "menu entry"],
  },
  {
    is: ["brand", "brand name", "logo text", "site name", "logo"],
    called: ["wordmark", "company name", "brand text", "name of the site"],
  },
  {
    is: ["hero text", "hero title", "hero heading", "hero headline"],
    called: [
      "hero",
      "headline",
      "title",
      "heading",
      "main heading",
      "main headline",
      "main title",
      "big text",
      "tagline",
      "slogan",
    ],
  },
  {
    is: ["title", "heading", "headline", "main heading", "main headline"],
    called: ["main title"],
  },
  {
    is: ["description", "intro", "introduction", "subtitle", "sub heading", "intro text", "lead text"],
    called: ["description text", "hero description", "hero subtitle", "tagline", "slogan"],
  },
  { is: ["tagline", "slogan", "motto", "strapline"], called: ["tag line", "subtitle"] },
  {
    is: [
      "cta",
      "cta text",
      "button",
      "button text",
      "button label",
      "call to action",
      "cta button",
      "cta label",
    ],
    called: [
      "action button",
      "cta button text",
      "call to action text",
      "call to action button",
      "button copy",
    ],
  },
];

/** The colour of letters: it fits a property that is simply called colour, but no background and no accent. */
export const COLOR_OF_TEXT = ["text color", "text colour", "font color", "font colour"];
