import { describe, expect, it } from "vitest";
import { bakery, large } from "./catalogues.ts";
import { inShort } from "./in-short.ts";

describe("a description on a site with other parts", () => {
  it.each<[string, string]>([
    ["change the slogan to Yum", "storefront: tagline=Yum"],
    ["make the size large please", "specials: size=Large"],
    ["change the headline to Fresh bread", "storefront: headline=Fresh bread"],
    ['change the motto to "Always warm"', "storefront: tagline=Always warm"],
    ["change the title to Hello", "storefront: headline=Hello"],
    ["set the bread of the day to Rye", "specials: bread=Rye"],
    ["change today's specials bread to Rye", "specials: bread=Rye"],
    ["set the deals price to €4.50", "specials: price=€4.50"],
    ["set the size to large", "specials: size=Large"],
    ["change the weekend hours to closed", "opening-hours: weekend=closed"],
    ["change the background of the shop window to beige", "storefront: backdrop=beige"],
    ["make the shop window background light blue", "storefront: backdrop=lightblue"],
    ["set the accent colour to gold", "storefront: accent=gold"],
    ['make the welcome area headline say "Hi" and its accent gold', "storefront: headline=Hi, accent=gold"],
    ["change the button to Order now", "order: button=Order now"],
    ["change the cta to Buy", "order: button=Buy"],
    ["change the order page to https://shop.example/order", "order: address=https://shop.example/order"],
    ["set the order box address to /order.", "order: address=/order"],
    ["add a FAQ link to the directory at /faq", "directory: entries=FAQ -> /faq"],
    ["the price should be €3", "specials: price=€3"],
    ["replace the price by €3", "specials: price=€3"],
    ["price €3", "specials: price=€3"],
    ["price €3.", "specials: price=€3"],
    ["change the price to €3.", "specials: price=€3"],
    ["the deals price €3, please", "specials: price=€3"],
    ["the price must be replaced by €3", "specials: price=€3"],
    ['set the price to "€3" and the size to small', "specials: price=€3, size=Small"],
  ])("understands: %s", (words, meaning) => {
    expect(inShort(words, bakery)).toBe(meaning);
  });

  it.each<[string, string]>([
    ["set the deals price to 4.50", "specials? value:price"],
    ["change the price by €3", "specials? value:price"],
    ["make the price €3 cheaper", "specials? value:price"],
    ["the price should be changed by €3", "specials? value:price"],
    ["set the size to huge", "specials? value:size of Small Large"],
    [
      "change the headline to A text that is much longer than the forty characters it may have",
      "storefront? value:headline",
    ],
    ["change the order page to shop.example", "order? value:address"],
    ["change the order page to javascript:alert(1)", "order? value:address"],
    ["change the opening hours to 9 to 5", "opening-hours? property of weekdays weekend"],
    ["make the shop window red", "storefront? property of accent backdrop"],
    ["make the shop window darker", "storefront? change"],
    ["change the tagline", "storefront? value:tagline"],
    ["change the text color of the storefront to red", "storefront? change"],
    ["add FAQ to the site directory", "directory? change"],
    ["change the header to red", "? section of storefront specials opening-hours order directory + change"],
    [
      "change the footer text to Hello",
      "? section of storefront specials opening-hours order directory + change",
    ],
    ["change the menu to Hello", "? section of storefront specials opening-hours order directory + change"],
    ["order more bread", "order? change"],
    ["the bread in the specials is cheap", "specials? value:bread"],
    ["make it red", "storefront? property of accent backdrop"],
  ])("asks: %s", (words, meaning) => {
    expect(inShort(words, bakery)).toBe(meaning);
  });
});

describe("a description on a site with more sections than a select can show", () => {
  it.each<[string, string]>([
    ["change the title of chapter 3 to Hello", "chapter-3: title=Hello"],
    ["make chapter 12 red", "chapter-12: ink=red"],
    ["change the chapter-40 ink to navy", "chapter-40: ink=navy"],
    ['Chapter 7: title to "The end"', "chapter-7: title=The end"],
    ["change the title to Hello", "? section"],
    ["change chapter 41 to red", "? section + change"],
    ["make chapter 1 red and chapter 2 blue", "? section of chapter-1 chapter-2"],
    ["make chapter one red", "? section + change"],
  ])("%s", (words, meaning) => {
    expect(inShort(words, large)).toBe(meaning);
  });
});
