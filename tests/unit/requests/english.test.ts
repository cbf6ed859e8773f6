import { describe, expect, it } from "vitest";
import { sample } from "./catalogues.ts";
import { inShort } from "./in-short.ts";

describe("a description in plain English", () => {
  describe("is a colour for a section", () => {
    it.each<[string, string]>([
      ["make the header red", "header: color=red"],
      ["Make the header Dark Blue please", "header: color=darkblue"],
      ["make the header #ff0", "header: color=#ff0"],
      ["set the footer color to #FF0080", "footer: color=#FF0080"],
      ["change header color:red", "header: color=red"],
      ["header color = #abc", "header: color=#abc"],
      ["header color: red", "header: color=red"],
      ["header blue", "header: color=blue"],
      ["header → red", "header: color=red"],
      ["make the color of the header blue", "header: color=blue"],
      ["make the header's color blue", "header: color=blue"],
      ["change the color of the navigation bar to navy", "navbar: color=navy"],
      ["change the header color from red to blue", "header: color=blue"],
      ["change the header from red to blue", "header: color=blue"],
      ["use red for the header", "header: color=red"],
      ["use red as the footer color", "footer: color=red"],
      ["give the header a blue color", "header: color=blue"],
      ["paint the header red", "header: color=red"],
      ["color the header green", "header: color=green"],
      ["colour the footer light gray", "footer: color=lightgray"],
      ["turn the header blue", "header: color=blue"],
      ["put a red color on the header", "header: color=red"],
      ["The header should be red", "header: color=red"],
      ["I want the header to be blue", "header: color=blue"],
      ["I want a red header", "header: color=red"],
      ["i would love the header to be red", "header: color=red"],
      ["can the header be red?", "header: color=red"],
      ["can we get the header in dark green", "header: color=darkgreen"],
      ["the nav needs to be blue", "navbar: color=blue"],
      ["make the header font color red", "header: color=red"],
      ["make the header text red", "header: color=red"],
      ["change the header text color to red", "header: color=red"],
      ["make the header area of the page red", "header: color=red"],
      ["make our site's header red", "header: color=red"],
      ["make the header red because the brand guide says so", "header: color=red"],
      ["change the footer to Blue", "footer: color=blue"],
    ])("%s", (words, meaning) => {
      expect(inShort(words, sample)).toBe(meaning);
    });
  });

  describe("is a text for a section", () => {
    it.each<[string, string]>([
      ["change the footer text to Hello there", "footer: text=Hello there"],
      ["make the header say 'Level Up!'", "header: text=Level Up!"],
      ['make the header say "Blue"', "header: text=Blue"],
      ["change the header to Hello", "header: text=Hello"],
      ["change text of header to Hello World!", "header: text=Hello World!"],
      ["the header text should read Good morning", "header: text=Good morning"],
      ["I'd like the footer to say “See you soon”", "footer: text=See you soon"],
      ["we need the footer to say Hello", "footer: text=Hello"],
      ["the footer should say © 2026 Acme, Inc.", "footer: text=© 2026 Acme, Inc."],
      ["rename the brand to Acme", "navbar: brand=Acme"],
      ["replace the footer text with Bye", "footer: text=Bye"],
      ['change the header text from "Hi" to "Hello"', "header: text=Hello"],
      ["change the text in the header from Hello to Goodbye", "header: text=Goodbye"],
      ['change the footer from "A" to "B"', "footer: text=B"],
      ['turn the header text into "Hello"', "header: text=Hello"],
      ["let the header say Hello", "header: text=Hello"],
      ['write "Hello" in the footer', "footer: text=Hello"],
      ['put "Hello" in the header', "header: text=Hello"],
      ['set "Hello" as the header text', "header: text=Hello"],
      ['make "Hello" the footer text', "footer: text=Hello"],
      ['header text = "Hello"', "header: text=Hello"],
      ['footer "Hi"', "footer: text=Hi"],
      ["footer text: Hello", "footer: text=Hello"],
      ['header: "Hello"', "header: text=Hello"],
      ["change the header text to: Hello", "header: text=Hello"],
      ["change the header text to the following: Hello", "header: text=Hello"],
      ['make the footer text say: "Hi"', "footer: text=Hi"],
      ["change the footer text to It's time", "footer: text=It's time"],
      ['change the footer text to 5" screens', 'footer: text=5" screens'],
      ["change the header text to Don't panic", "header: text=Don't panic"],
      ["change the header text to Fish and chips", "header: text=Fish and chips"],
      ["change the header text to Home, menu and more", "header: text=Home, menu and more"],
      ["change the header text to Menu and more", "header: text=Menu and more"],
      ["change the header text to Blue Sky", "header: text=Blue Sky"],
      ["change the header text to red hot chili peppers", "header: text=red hot chili peppers"],
      [
        "change the text of the header to 100% of the best, for you",
        "header: text=100% of the best, for you",
      ],
      ["change the header text to section:footer", "header: text=section:footer"],
      ["CHANGE THE HEADER TEXT TO HELLO", "header: text=HELLO"],
      ["change the header text to Many thanks", "header: text=Many thanks"],
      ["change the header text to Thank you", "header: text=Thank you"],
      ["Change the navbar brand to Acme & Sons", "navbar: brand=Acme & Sons"],
      ["change the text to Hello in the footer", "footer: text=Hello"],
      ['change the description of the home page to "We bake bread."', "home: description=We bake bread."],
      ["change the home hero-text to Hi", "home: hero-text=Hi"],
    ])("%s", (words, meaning) => {
      expect(inShort(words, sample)).toBe(meaning);
    });
  });

  describe("keeps what stands in quotes as it is", () => {
    it.each<[string, string]>([
      ['change the header text to "Welcome home"', "header: text=Welcome home"],
      ['change the header text to "make the footer red"', "header: text=make the footer red"],
      ['change the header text to "red"', "header: text=red"],
      ['change the header text to "Hello, and make it blue"', "header: text=Hello, and make it blue"],
      ["change the header text to “It's 5 o'clock”", "header: text=It's 5 o'clock"],
      ["change the header text to 'It's time'", "header: text=It's time"],
      ['change the header text to "Say \\"hi\\""', 'header: text=Say "hi"'],
      ['change the header text to "<script>alert(1)</script>"', "header: text=<script>alert(1)</script>"],
      ["change the header text to «Bonjour»", "header: text=Bonjour"],
      ["change the header text to „Guten Tag“", "header: text=Guten Tag"],
      ['rename the navbar brand "don\'t change"', "navbar: brand=don't change"],
    ])("%s", (words, meaning) => {
      expect(inShort(words, sample)).toBe(meaning);
    });
  });

  describe("knows what people call the parts of a page", () => {
    it.each<[string, string]>([
      ["change the hero text to Welcome", "home: hero-text=Welcome"],
      ['change the hero to "Hi"', "home: hero-text=Hi"],
      ['change the hero description to "Hi"', "home: description=Hi"],
      ["change hero-text to Hi", "home: hero-text=Hi"],
      ["change the cta to Buy now", "home: cta-text=Buy now"],
      ['change the button text to "Buy now!"', "home: cta-text=Buy now!"],
      ["change the call to action to Sign up", "home: cta-text=Sign up"],
      ["make the button say Go", "home: cta-text=Go"],
      ["change the landing page description to Come in", "home: description=Come in"],
      ["change the intro to Come in", "home: description=Come in"],
      ["change the logo to Acme", "navbar: brand=Acme"],
      ["change the site name to Acme", "navbar: brand=Acme"],
      ["change the bottom to black", "footer: color=black"],
      ["change the menu text to Menu", "navbar: text=Menu"],
      ["set the nav color to teal", "navbar: color=teal"],
      ["change nav-bar text to Hello", "navbar: text=Hello"],
      ["change the navbar title to Hello", "navbar: text=Hello"],
      ["the menu's brand name should read “Acme”", "navbar: brand=Acme"],
      ["change the footer copy to Hi", "footer: text=Hi"],
    ])("%s", (words, meaning) => {
      expect(inShort(words, sample)).toBe(meaning);
    });
  });

  describe("takes several changes in one request", () => {
    it.each<[string, string]>([
      ["make the header red and change its text to Hello", "header: color=red, text=Hello"],
      ["change the footer text to X and the color to blue", "footer: text=X, color=blue"],
      ['change the header text to "Hello" and make it red', "header: text=Hello, color=red"],
      ['change the header\'s text to "Hello", its color to red', "header: text=Hello, color=red"],
      ["change the footer text to Hello. Make it blue.", "footer: text=Hello, color=blue"],
      ["change the header text to Hello; make the color red", "header: text=Hello, color=red"],
      ["change the header text to Hello then make it blue", "header: text=Hello, color=blue"],
      ['change the text to "A" and the color to blue in the footer', "footer: text=A, color=blue"],
      ["set text to Hello, color to red in the header", "header: text=Hello, color=red"],
      ["change the home hero-text to Hi and cta-text to Go", "home: hero-text=Hi, cta-text=Go"],
      ['make the header say "Hello" in red', "header: text=Hello, color=red"],
      ['make the header text "Hello" the color red', "header: text=Hello, color=red"],
      ['header text "Hello" color red', "header: text=Hello, color=red"],
      ['update the header: text "Hi", color blue', "header: text=Hi, color=blue"],
      ['update the header with text "Hi" and color blue', "header: text=Hi, color=blue"],
      ['For the header: text: "Hi", color: #333', "header: text=Hi, color=#333"],
      ["In the footer, change the text to Hello", "footer: text=Hello"],
      ["Footer: change the text to Hello", "footer: text=Hello"],
      ["header: make it red", "header: color=red"],
      ['Update the text in the footer. It should say "Bye".', "footer: text=Bye"],
      ["I don't like the header. Make it red", "header: color=red"],
    ])("%s", (words, meaning) => {
      expect(inShort(words, sample)).toBe(meaning);
    });
  });

  describe("does not mind politeness", () => {
    it.each<[string, string]>([
      ["could you please make the header red?", "header: color=red"],
      ['Hi team, could we please change the footer text to "See you"? Thank you!', "footer: text=See you"],
      ["Let's make the header purple", "header: color=purple"],
      ["just make the header red", "header: color=red"],
      ["make the header red, please, thanks", "header: color=red"],
      ["change the header text to Hello please", "header: text=Hello"],
      ["change the header text to Hello, thanks", "header: text=Hello"],
      ['can you change the footer text to "Hello"?', "footer: text=Hello"],
      ["I think the header should be red", "header: color=red"],
      ["actually, make the header blue", "header: color=blue"],
    ])("%s", (words, meaning) => {
      expect(inShort(words, sample)).toBe(meaning);
    });
  });

  describe("adds links", () => {
    it.each<[string, string]>([
      ["add an About link to the navbar pointing to /about", "navbar: links=About -> /about"],
      [
        "in the header add a link called Docs to https://example.com/docs",
        "header: links=Docs -> https://example.com/docs",
      ],
      [
        "add links to About (/about) and Pricing (/pricing) in the navbar",
        "navbar: links=About -> /about; Pricing -> /pricing",
      ],
      ["add a Home link to the navbar going to /", "navbar: links=Home -> /"],
      ['add "Our Team" to the navbar pointing to /team', "navbar: links=Our Team -> /team"],
      ['add a link "Our Team" to /team in the navbar', "navbar: links=Our Team -> /team"],
      ["add an About us link to the navbar at /about", "navbar: links=About us -> /about"],
      ['please add a new link to the nav called "Blog" that points to /blog', "navbar: links=Blog -> /blog"],
      [
        "create a link in the header for Jobs that goes to https://jobs.example/x?y=1.",
        "header: links=Jobs -> https://jobs.example/x?y=1",
      ],
    ])("%s", (words, meaning) => {
      expect(inShort(words, sample)).toBe(meaning);
    });
  });

  describe("asks where a link leads", () => {
    it.each<[string, string]>([
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
      ["add a link to the header", "header? value:links"],
      ["add a link to the home page in the header", "header? value:links + change"],
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
      ["make the header red and the footer blue", "? section of header footer"],
      ["change the header and footer to blue", "? section of header footer"],
      ['change the header text to "a" and footer text to "b"', "? section of header footer"],
      ["make the header red and delete the footer", "? section of header footer"],
      ["swap the header and the footer", "? section of header footer"],
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
      ["change the header color", "header? value:color"],
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

  describe("asks where a text without quotes ends", () => {
    it.each<[string, string]>([
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
      ["copy the footer text to the header", "footer? change"],
      ["put the footer text in the header", "header? change"],
      ['replace "Hello" with "Bye" in the header', "header? change"],
      ['change "Hello" to "Bye" in the header', "header? change"],
      ["update the year in the footer to 2027", "footer? change"],
      ["change the first word of the header text to Hello", "header? change"],
      ["add Hello to the header", "header? change"],
      ["change the header to red hot chili peppers", "header? change"],
      ["make the header border red", "header? change"],
      ["make everything red", "? section of header footer navbar home + change"],
      ["make the home page red", "home? change"],
      ["what if the header was red?", "header? change"],
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
      ["what can I change?", "? section of header footer navbar home + change"],
    ])("%s", (words, meaning) => {
      expect(inShort(words, sample)).toBe(meaning);
    });
  });
});
