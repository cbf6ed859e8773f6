import { withNames, type WrittenSection } from "./proposal.ts";

/** What sites call the links at their top, in markup and in data: `nav`, `menuItems`, `mainNavigation`, `header-links`. */
const MENU =
  /^(?:the-?)?(?:(?:main|header|top|primary|site)-?)?(?:menu|nav|navbar|navigation|navlinks|links)-?(?:items?|links?|menu|list|main)?$/;
const CALLED = ["menu", "navigation", "navbar"];

/**
 * The list of links that people mean by the menu gets its names. Where the links are data, what is left in the markup of the
 * navigation would otherwise have them.
 */
export function nameMenus(sections: WrittenSection[]): WrittenSection[] {
  const menus = sections.filter((each) => isMenu(each) && hasLinks(each));
  const menu =
    menus.find((each) =>
      each.properties.some(({ kind, pointer }) => kind === "list" && pointer !== undefined),
    ) ?? menus[0];
  if (menu === undefined) return sections;
  // `navbar` alone is what people mean already.
  if (menu.id === "navbar" && menus.length === 1)
    return sections.map((each) => (each === menu ? withPlainLinks(each) : each));
  return sections.map((section) => {
    const names = section.names ?? [];
    if (section === menu)
      return withNames(
        withPlainLinks(section),
        [...new Set([...names, ...CALLED])].filter((each) => each !== section.id),
      );
    if (hasLinks(section) || !isMenu(section)) return section;
    return withNames(
      { ...section, id: "header-bar" },
      names.filter((each) => !MENU.test(each)),
    );
  });
}

/** The first list of a menu is its links, whatever the data calls them. */
function withPlainLinks(section: WrittenSection): WrittenSection {
  const { properties } = section;
  const list = properties.find(({ kind }) => kind === "list");
  if (list === undefined || properties.some(({ id }) => id === "links")) return section;
  return {
    ...section,
    properties: properties.map((each) => (each === list ? { ...each, id: "links" } : each)),
  };
}

function isMenu({ id, names = [] }: WrittenSection): boolean {
  return [id, ...names].some((each) => MENU.test(each));
}

function hasLinks({ properties }: WrittenSection): boolean {
  return properties.some(({ kind }) => kind === "list");
}
