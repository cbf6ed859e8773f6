import { descendants, staticValue, type MarkupElement } from "#src/site/markup/element.ts";
import type { Page } from "#src/site/markup/page.ts";
import { idOf, type WrittenProperty } from "./proposal.ts";
import { uniqueSelector } from "./unique-selector.ts";
import { meantForPeople } from "./words-for-people.ts";

/** A use of a component that is given texts: `<Hero title="Hello" ctaLink="/start" />`. */
export interface GivenProps {
  id: string;
  properties: WrittenProperty[];
}

/** The texts and addresses that a page gives to components, which show them; several of one kind are counted. */
export function proposeProps(page: Page): GivenProps[] {
  const components = descendants(page.root).filter(
    ({ name }) => /^[A-Z]/.test(name) && !/(?:Icon|^Image|^Picture|Img)$/.test(name),
  );
  const given = components.flatMap((element) => {
    const properties = propsOf(page, element);
    return properties.length === 0 ? [] : [{ name: element.name, properties }];
  });
  return given.map(({ name, properties }, at) => {
    const alike = given.filter((each) => each.name === name).length > 1;
    const place = given.slice(0, at + 1).filter((each) => each.name === name).length;
    // What is given to these is what a browser's tab and search results show.
    if (!alike && /^(?:SEO|Seo|Head|Meta|MetaTags|NextSeo|\w*Layout)$/.test(name))
      return { id: "page", properties };
    return { id: idOf(alike ? `${name} ${place}` : name), properties };
  });
}

function propsOf(page: Page, element: MarkupElement): WrittenProperty[] {
  return element.attributes.flatMap((attribute) => {
    const value = staticValue(attribute);
    const meant = value === undefined ? null : meantForPeople([attribute.name], value, false);
    const isLink = attribute.name === "href" || attribute.name === "to";
    if (meant === null || value === "" || isLink) return [];
    const selector = uniqueSelector(page, element, attribute.name);
    const id = idOf(attribute.name);
    return selector === null || id === ""
      ? []
      : [{ id, kind: "attribute", selector, attribute: attribute.name }];
  });
}
