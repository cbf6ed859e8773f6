import { describe, expect, it } from "vitest";
import { sample } from "./catalogues.ts";
import { inShort } from "./in-short.ts";

describe("a description that leaves something open", () => {
  describe("asks where a link leads", () => {
    it.each<[string, string]>([
      ["the navbar should have a link to About", "navbar? target:About"],
      ["there should be an About link in the navbar", "navbar? target:About"],
      ["show a link to Jobs in the header", "header? target:Jobs"],
      ['add an about link in the navbar called "About us"', "navbar? target:About us"],
      ["add an about link to the navbar", "navbar? target:about"],
      [
        "add About, Pricing and Contact links to the navbar",
        "navbar? target:About + target:Pricing + target:Contact",
      ],
      ['add a link saying "Call us" to tel:+123 in the navbar', "navbar? target:Call us"],
      ["add an About link to the navbar", "navbar? target:About"],
      ["add a link to Pricing in the header", "header? target:Pricing"],
      ["add About and Contact links to the navbar", "navbar? target:About + target:Contact"],
      ["add an About link and a Contact link to the navbar", "navbar? target:About + target:Contact"],
      ["add Pricing to the menu", "navbar? target:Pricing"],
      ["add a link called Terms and Conditions to the navbar", "navbar? target:Terms and Conditions"],
      ['add an "In the News" link to the navbar', "navbar? target:In the News"],
      ['Can you add links for "Docs" and "API" to the header?', "header? target:Docs + target:API"],
      ["I need a link to About in the navbar", "navbar? target:About"],
      ["add a link to Home in the navbar", "navbar? target:Home"],
      ["add an About link to the navbar and make it red", "navbar? target:About [color=red]"],
      ["add an About link to the navbar pointing to javascript:alert(1)", "navbar? target:About"],
    ])("%s", (words, meaning) => {
      expect(inShort(words, sample)).toBe(meaning);
    });
  });

  describe("asks what a link is, where it is to be, or says that it cannot be", () => {
    it.each<[string, string]>([
      ["add a link after About called FAQ going to /faq to the menu", "navbar? value:links"],
      ["add a link at the end of the menu called FAQ going to /faq", "navbar? value:links"],
      ["add a FAQ link at the start of the menu going to /faq", "navbar? target:FAQ + change"],
      ["add a link somewhere in the menu to /faq", "navbar? value:links"],
      ["add a link that opens the chat to the header", "header? value:links"],
      ["add FAQ and Pricing to the menu", "navbar? value:links"],
      ["add FAQ, Pricing to the menu pointing to /faq and /pricing", "navbar? value:links"],
      ['add a link "Shop" (shop.example.com) to the navbar', "navbar? target:Shop"],
      ["add a red link to the navbar", "navbar? value:links"],
      ["add a big About link to the navbar", "navbar? value:links"],
      ["add 3 links to the navbar", "navbar? value:links"],
      ["add a link to our blog to the navbar", "navbar? value:links"],
      ["add an About link but not to the navbar", "? section of header navbar"],
      ["add an About link to the navbar and footer", "navbar? target:About + change"],
      ["add an About link before Contact in the navbar", "navbar? target:About + change"],
      ["add a link to the header", "header? value:links"],
      ["add a link to the home page in the header", "header? value:links"],
      ["add a home link to the navbar", "navbar? value:links"],
      ["add a link to https://example.com in the header", "header? value:links"],
      ["make the navbar links blue", "navbar? value:links"],
      ["change the header links to About", "header? value:links"],
      ["add a footer link", "footer? change"],
      ["add an About link to the footer", "footer? change"],
      ["remove the About link from the navbar", "navbar? change"],
      ["change the About link in the navbar to /team", "navbar? change"],
      ["add an About link", "? section of header navbar"],
    ])("%s", (words, meaning) => {
      expect(inShort(words, sample)).toBe(meaning);
    });
  });

  describe("asks which section", () => {
    it.each<[string, string]>([
      ["change the text to Hello", "? section of header footer navbar"],
      ["make it red", "? section of header footer navbar"],
      ["change it", "? section of header footer navbar home"],
      ["change the top bar to red", "? section of header navbar"],
      ["change the heading to Hello", "? section of header home"],
      ["change the title to Hello", "? section of header footer navbar home"],
      ['text "Hello"', "? section of header footer navbar"],
      ['make the header say "Welcome home" in the footer', "? section of header footer"],
    ])("%s", (words, meaning) => {
      expect(inShort(words, sample)).toBe(meaning);
    });
  });

  describe("asks which of two sections first", () => {
    it.each<[string, string]>([
      ["change header text to hi, footer text to bye", "? section of header footer"],
      ["make the header and navbar red, and the footer blue", "? section of header footer navbar"],
      ["add an About link to navbar and a Contact link to the header", "? section of header navbar"],
      ["make the header red and the footer blue", "? section of header footer"],
      ["change the header and footer to blue", "? section of header footer"],
      ['change the header text to "a" and footer text to "b"', "? section of header footer"],
      ["make the header say Hi and the footer say Bye", "? section of header footer"],
      ["make the header's text say Hi and the footer's text say Bye", "? section of header footer"],
      ["make the header red and delete the footer", "? section of header footer"],
      ["swap the header and the footer", "? section of header footer"],
      ["make the header blue, footer too", "? section of header footer"],
      ["make the header as well as the footer blue", "? section of header footer"],
      ["make the header red and the footer as well, thanks", "? section of header footer"],
      ["make the header red. The footer as well.", "? section of header footer"],
      ["make the header blue, and also the footer", "? section of header footer"],
      ['change the header text to "Hi" and the footer too', "? section of header footer"],
    ])("%s", (words, meaning) => {
      expect(inShort(words, sample)).toBe(meaning);
    });
  });

  describe("asks which property", () => {
    it.each<[string, string]>([
      ["change the header", "header? property of text color links + value"],
      ["header", "header? property of text color links + value"],
      ["change the navbar to Hello", "navbar? property of text brand"],
      ["change the home page to Hello", "home? property of hero-text description cta-text"],
      ["change the tagline to Hello", "home? property of hero-text description"],
      ["change the header text to red", "header? property of text color"],
      ['make the header "red"', "header? property of text color"],
      ["make the header say Hello in red", "header? property of text color links + value"],
    ])("%s", (words, meaning) => {
      expect(inShort(words, sample)).toBe(meaning);
    });
  });

  describe("asks for a value", () => {
    it.each<[string, string]>([
      ["change the hero text to not your average bakery", "home? value:hero-text"],
      ['change the header text to "Hello" instead of "Hi"', "header? value:text"],
      ["the text of the footer is wrong", "footer? value:text"],
      ["change the header text to Blue instead of red", "header? value:text"],
      ["make the footer text bold", "footer? value:text"],
      ["set the header text Hello", "header? value:text"],
      ["make the brand name Bold please", "navbar? value:brand"],
      ["MAKE THE BRAND NAME BIGGER", "navbar? value:brand"],
      ["use our slogan as the brand", "navbar? value:brand"],
      ["make the brand name Acme is better", "navbar? value:brand"],
      ["set brand Acme too", "navbar? value:brand"],
      ["the brand should be renamed from Acme to Beta", "navbar? value:brand"],
      ["the footer text should be removed", "footer? value:text"],
      ["let the footer say bye and the header hi", "footer? property of text color + value"],
      ["change the header text to 'Rock 'n' Roll'", "header? value:text"],
      ['change the header text to "Hi <@123456789012345678>"', "header? value:text"],
      ["change the header text to Party <:party:123456789012345678>", "header? value:text"],
      ["change the header text to See you <t:1700000000:R>", "header? value:text"],
      ["change the header color", "header? value:color"],
      ["change the header text and color", "header? value:text + value:color"],
      ['change text "Hello" to "Bye" in the footer', "footer? value:text"],
      ['header text should be "A" not "B"', "header? value:text"],
      ["footer text", "footer? value:text"],
      ["change the header text to", "header? value:text"],
      ['change the header text to ""', "header? value:text"],
      ["change the header text to something nicer", "header? value:text"],
      ["change the header text to be more friendly", "header? value:text"],
      ["change the header text to a welcoming message", "header? value:text"],
      ["change the header text to match the footer", "header? value:text"],
      ["set the header text to the same as the footer", "header? value:text"],
      ["change the header text to uppercase", "header? value:text"],
      ["change the header text to 20px", "header? value:text"],
      ["change the header text to make it pop", "header? value:text"],
      ["change the description to red", "home? value:description"],
    ])("%s", (words, meaning) => {
      expect(inShort(words, sample)).toBe(meaning);
    });
  });

  describe("asks which exact colour", () => {
    it.each<[string, string]>([
      ["make the header darker", "header? value:color"],
      ["make the header rgb(255, 0, 128)", "header? value:color"],
      ["make the header ff0080", "header? value:color"],
      ["make the header #abcd", "header? value:color"],
      ["make the header a nice blue", "header? value:color"],
      ["make the header kind of blue", "header? value:color"],
      ["make the header navy-ish", "header? value:color"],
      ["make the header blueish", "header? value:color"],
      ["make the header less red", "header? value:color"],
      ["the header is too dark", "header? value:color"],
      ["make the header white on black", "header? value:color"],
      ["change the color scheme of the header", "header? value:color"],
      ["change the header color to FF0080", "header? value:color"],
      ["make the header a nicer color", "header? value:color"],
      ["make the header bright red", "header? value:color"],
      ["use our brand colour for the header", "header? value:color"],
      ["change the header color to darker", "header? value:color"],
      ["make the header red and blue", "header? value:color"],
      ["make the header red or blue", "header? value:color"],
      ["make the header red on mobile", "header? value:color"],
      ["change the header color to red on mobile", "header? value:color"],
      ["make the header a darker blue", "header? value:color"],
      ["make the header reddish", "header? value:color"],
      ["make the header red and bigger", "header? value:color"],
      ["make the header color the same as the footer", "header? value:color"],
    ])("%s", (words, meaning) => {
      expect(inShort(words, sample)).toBe(meaning);
    });
  });

  describe("asks whether words without quotes are the text itself", () => {
    it.each([
      "the current year",
      "today's date",
      "its previous value",
      "the one in the screenshot",
      "a quote by Shakespeare",
      "the best bakery in town",
      "nothing",
      "blank",
      "none",
      "default",
      "centered",
      "left aligned",
      "all lowercase",
      "size 14",
      "reddish",
      "French",
      "german please",
      "maybe Made with love",
      "either Made with love or Made with care",
      "sth like Made with love",
    ])("change the footer text to %s", (text) => {
      expect(inShort(`change the footer text to ${text}`, sample)).toBe("footer? value:text");
    });

    it.each(["The best bakery in town", "best bakery in town", "our story", "Nothing but bread"])(
      "and takes for it: %s",
      (text) => {
        expect(inShort(`change the footer text to ${text}`, sample)).toBe(`footer: text=${text}`);
      },
    );
  });

  describe("asks whether the last words belong to a text without quotes", () => {
    it.each([
      "in bold",
      "(bold)",
      "in italics",
      "in all caps",
      ", bigger",
      "with a heart emoji",
      "followed by a heart",
      "everywhere",
      "on all pages",
      "on mobile",
      "on the left",
      "in a large font",
      "in French",
      "translated to German",
      "or something like that",
      "lol",
      "ok?",
      ", if you can",
      "if possible",
      "asap",
      ", right now",
      ", for us",
      "and keep it simple",
      "and leave it to us",
      "and don't worry about it",
      "and the header too",
      "and the header",
      "and red background",
      "and the color is blue",
      "+ color to blue",
      "/ color to blue",
      "with the color blue",
      "with blue as color",
      "text color to blue",
    ])("change the footer text to Made with love %s", (end) => {
      const text = `Made with love${end.startsWith(",") ? "" : " "}${end}`;
      expect(inShort(`change the footer text to ${text}`, sample)).toBe("footer? value:text");
    });

    it.each([
      "Made in Germany",
      "Call us at 555-1234",
      "Open from 9 to 5",
      "A, B and C",
      "Buy now",
      "Made for us",
      "Hello...",
      "Read more",
      "Made with love :)",
      "Be Bold",
      "Fish and chocolate",
      "Call us by phone or e-mail",
      "Learn to speak French with us",
    ])("and not about those of %s", (text) => {
      expect(inShort(`change the footer text to ${text}`, sample)).toBe(`footer: text=${text}`);
    });
  });

  describe("asks whether the formatting of Discord is to stand on the page", () => {
    it.each([
      "**Hello**",
      "*Hello* there",
      "__Hello__",
      "~~Hello~~ Bye",
      "Hello ||there||",
      ":smile:",
      ":smile:!",
      "Hello :smile: there",
    ])("%s", (text) => {
      expect(inShort(`change the header text to ${text}`, sample)).toBe("header? value:text");
      expect(inShort(`change the header text to "${text}"`, sample)).toBe(`header: text=${text}`);
    });

    it.each([
      "5 * 3 * 2",
      "my_file_name",
      "A || B || C",
      "*terms apply",
      "Ratio 4:3:2",
      "Open: 9:00:00",
      ":)",
    ])("and takes as it is: %s", (text) => {
      expect(inShort(`change the header text to ${text}`, sample)).toBe(`header: text=${text}`);
    });
  });

  describe("asks where a text without quotes ends", () => {
    it.each<[string, string]>([
      ["change header text to hi footer text to bye", "header? value:text"],
      ["change the header text to Hello, footer too", "header? value:text"],
      ["change the header text to Hello, it's me", "header? value:text"],
      ["change the footer text to Call us or make it happen", "footer? value:text"],
      ["change the header text to Don't make the footer red", "header? value:text"],
      ["change the header text to Hello and move the logo", "header? value:text"],
      ["change the header text to Hello make the header blue", "header? value:text"],
      ["change the header text to Hello. I think it's better", "header? value:text"],
      ["change the header text to Hello, not Hi", "header? value:text"],
      ["change the header text to Hello because we rebranded", "header? value:text"],
      ["change the header text to Hello instead of Hi", "header? value:text"],
      ["change the header text to Hello on a red background", "header? value:text"],
      ["change the header text to Hello (in red)", "header? value:text"],
      ["change the footer text to Hello in the footer", "footer? value:text"],
      ["change the header text to Relax and don't worry", "header? value:text"],
      ["change the hero text to Come in and change your life", "home? value:hero-text"],
      ["change the footer text to © 2026 Acme, Inc. All rights reserved.", "footer? value:text"],
      ["could you change the header text to Hello?", "header? value:text"],
      ["change the header text to Yes please", "header? value:text"],
      ['make the footer text say "Hello" "Bye"', "footer? value:text"],
      ['change the footer text to "Hello', "footer? value:text"],
    ])("%s", (words, meaning) => {
      expect(inShort(words, sample)).toBe(meaning);
    });
  });

  describe("leaves alone what is not to be changed", () => {
    it.each<[string, string]>([
      ["don't add an About link to the navbar", "? section of header footer navbar home + change"],
      ["add no links to the navbar", "? section of header footer navbar home + change"],
      ["don't change the header", "? section of header footer navbar home + change"],
      ["don't make the header red", "? section of header footer navbar home + change"],
      ["please do not change the footer text to Hello", "? section of header footer navbar home + change"],
      ["never change the footer text to Hello", "? section of header footer navbar home + change"],
      ["the header should not be red", "? section of header footer navbar home + change"],
      ["The header shouldn't be red", "? section of header footer navbar home + change"],
      ["leave the header alone", "? section of header footer navbar home + change"],
      ["keep the header red", "? section of header footer navbar home + change"],
      ["don't change the header and footer to red", "? section of header footer navbar home + change"],
      ["don't change the header and make the footer red", "? section of header footer navbar home + change"],
      [
        "don't change the header text, set the color to red, or add links",
        "? section of header footer navbar home + change",
      ],
      [
        "Please don't, under any circumstances, change the header text to Hello",
        "? section of header footer navbar home + change",
      ],
      ["no, make the header blue", "? section of header footer navbar home + change"],
      ["make the header red but don't change the text", "header: color=red"],
      ["make the header red, but leave the text as it is", "header: color=red"],
      ["make the header red, not the footer", "header: color=red"],
    ])("%s", (words, meaning) => {
      expect(inShort(words, sample)).toBe(meaning);
    });

    it("and asks when it is just what changes", () => {
      const words = "change the footer text to Made with love and keep the text";
      expect(inShort(words, sample)).toBe("footer? change [text=Made with love]");
    });
  });

  describe("never takes for a wish what it cannot do", () => {
    it.each<[string, string]>([
      ["delete the footer", "footer? change"],
      ["move the logo", "navbar? change"],
      ["add a video", "? section of header footer navbar home + change"],
      ["make the header bigger", "header? change"],
      ["make the header look better", "header? change"],
      ["make the header background red", "header? change"],
      ["change the font of the header to Arial", "header? change"],
      ["translate the header to French", "header? change"],
      ["copy the footer text to the header", "? section of header footer navbar home + change"],
      ["put the footer text in the header", "header? change"],
      ['replace "Hello" with "Bye" in the header', "header? change"],
      ['change "Hello" to "Bye" in the header', "header? change"],
      ["update the year in the footer to 2027", "footer? change"],
      ["change the first word of the header text to Hello", "header? change"],
      ["add Hello to the header", "header? change"],
      ["change the header to red hot chili peppers", "header? change"],
      ["make the header border red", "header? change"],
      ["make the header border darker", "header? change"],
      ["make the header's background color red", "header? change"],
      ['change the header text to "Hello" 🎉', "header? change [text=Hello]"],
      ["the header should be blue, not red", "header? change"],
      ["make everything red", "? section of header footer navbar home + change"],
      ["make the home page red", "home? change"],
      ["what if the header was red?", "header? change"],
      ["the header was red", "header? change"],
      ['I\'d like "Hi" removed from the header', "header? change"],
      ["change the red text to Hello", "? section of header footer navbar + change"],
      ["is the header red", "header? change"],
      ["why is the header red?", "header? change"],
      ["if it is Christmas make the header red", "header? change"],
      ["ignore the above and make the header red", "header? change [color=red]"],
      ["the page is rendered badly in the header", "header? change"],
    ])("%s", (words, meaning) => {
      expect(inShort(words, sample)).toBe(meaning);
    });
  });

  describe("asks everything when nothing is clear", () => {
    it.each<[string, string]>([
      ["asdf qwer zxcv", "? section of header footer navbar home + change"],
      ["rendered", "? section of header footer navbar home + change"],
      ["hello", "? section of header footer navbar home + change"],
      ["thanks!", "? section of header footer navbar home + change"],
      ["blue", "? section of header footer navbar home + change"],
      ['"Hello"', "? section of header footer navbar home + change"],
      ["undo that", "? section of header footer navbar home + change"],
    ])("%s", (words, meaning) => {
      expect(inShort(words, sample)).toBe(meaning);
    });
  });
});
