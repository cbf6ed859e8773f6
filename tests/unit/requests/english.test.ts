import { describe, expect, it } from "vitest";
import { sample, sampleSite } from "./catalogues.ts";
import { inShort } from "./in-short.ts";

describe.each([
  ["a site that is called nothing else", sample],
  ["the sample site", sampleSite()],
])("a description in plain English on %s", (_, site) => {
  describe("is a colour for a section", () => {
    it.each<[string, string]>([
      ["change the color of the header text to red", "header: color=red"],
      ["change the header's colour: light grey", "header: color=lightgrey"],
      ["make header colour rebeccapurple", "header: color=rebeccapurple"],
      ['make the header color "dark blue"', "header: color=darkblue"],
      ["the header, red", "header: color=red"],
      ["make the header red", "header: color=red"],
      ["make the header midnight blue instead of red", "header: color=midnightblue"],
      ["change the header color to blue rather than red", "header: color=blue"],
      ["make the header blue not red", "header: color=blue"],
      ["make the entire header red", "header: color=red"],
      ["change the current color of the header to red", "header: color=red"],
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
      ["make the red header blue", "header: color=blue"],
      ["the red header should be blue", "header: color=blue"],
      ["make the red header", "header: color=red"],
      ["it would be nice if the header was red", "header: color=red"],
      ["it'd be great if the header were dark blue", "header: color=darkblue"],
      ["use Blue as the header color", "header: color=blue"],
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
      expect(inShort(words, site)).toBe(meaning);
    });
  });

  describe("is a text for a section", () => {
    it.each<[string, string]>([
      ["change the cta text to Show me the menu", "home: cta-text=Show me the menu"],
      ["change the hero text to Have it your way", "home: hero-text=Have it your way"],
      ["change the description to Say hello to the new menu", "home: description=Say hello to the new menu"],
      ["change the cta text to Add to cart", "home: cta-text=Add to cart"],
      ["change the header text to Hello, World", "header: text=Hello, World"],
      ["change the header text to Open: Mon-Fri 9:00-17:00", "header: text=Open: Mon-Fri 9:00-17:00"],
      ["change the header text to Rock & Roll", "header: text=Rock & Roll"],
      ["change the hero text to Welcome to our home page", "home: hero-text=Welcome to our home page"],
      ["change the hero text to Not your average bakery", "home: hero-text=Not your average bakery"],
      [
        "change the hero text to What you see is what you get",
        "home: hero-text=What you see is what you get",
      ],
      ["change the footer text to Hello there", "footer: text=Hello there"],
      ["change the footer text to hi@example.com.", "footer: text=hi@example.com"],
      ["change the footer text to https://example.com.", "footer: text=https://example.com"],
      ["change the footer text to Mail hi@example.com.", "footer: text=Mail hi@example.com."],
      ["make the header say 'Level Up!'", "header: text=Level Up!"],
      ['make the header say "Blue"', "header: text=Blue"],
      ["change the header to Hello", "header: text=Hello"],
      ["change text of header to Hello World!", "header: text=Hello World!"],
      ["the header text should read Good morning", "header: text=Good morning"],
      ["I'd like the footer to say “See you soon”", "footer: text=See you soon"],
      ["we need the footer to say Hello", "footer: text=Hello"],
      ["the footer should say © 2026 Acme, Inc.", "footer: text=© 2026 Acme, Inc."],
      ["rename the brand to Acme", "navbar: brand=Acme"],
      ["set brand Acme", "navbar: brand=Acme"],
      ["make the brand name Acme & Sons", "navbar: brand=Acme & Sons"],
      ["use Acme as the brand", "navbar: brand=Acme"],
      ["use Come in as the hero text, please", "home: hero-text=Come in"],
      ['I\'d like "Hi" in the header', "header: text=Hi"],
      ["change the blue header text to Hello", "header: text=Hello"],
      ["the brand should be renamed to Acme", "navbar: brand=Acme"],
      ["the footer text must be replaced with Bye", "footer: text=Bye"],
      ["change the cta text to :)", "home: cta-text=:)"],
      ["change the cta text to:Go", "home: cta-text=Go"],
      ["change the cta text to Join us / Log in", "home: cta-text=Join us / Log in"],
      ["footer text: It's a bakery", "footer: text=It's a bakery"],
      ["replace the footer text with Bye", "footer: text=Bye"],
      ['change the header text from "Hi" to "Hello"', "header: text=Hello"],
      ["change the text in the header from Hello to Goodbye", "header: text=Goodbye"],
      ['change the footer from "A" to "B"', "footer: text=B"],
      ['turn the header text into "Hello"', "header: text=Hello"],
      ["let the header say Hello", "header: text=Hello"],
      ['new header text: "Hello"', "header: text=Hello"],
      ['header text needs to be changed to "Hello"', "header: text=Hello"],
      ['the header text must now be "Hello"', "header: text=Hello"],
      ['Replace the header\'s text by "Hello"', "header: text=Hello"],
      ['change the header so that it says "Hi"', "header: text=Hi"],
      ['I would like to change the hero text on the home page to "Hi"', "home: hero-text=Hi"],
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
      expect(inShort(words, site)).toBe(meaning);
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
      expect(inShort(words, site)).toBe(meaning);
    });
  });

  describe("knows what people call the parts of a page", () => {
    it.each<[string, string]>([
      ["change the hero text to Welcome", "home: hero-text=Welcome"],
      ["make the hero say Welcome", "home: hero-text=Welcome"],
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
      ["change the intro text to Come in", "home: description=Come in"],
      ["change the site name to Acme", "navbar: brand=Acme"],
      ["change the bottom to black", "footer: color=black"],
      ["change the menu text to Menu", "navbar: text=Menu"],
      ["set the nav color to teal", "navbar: color=teal"],
      ["change nav-bar text to Hello", "navbar: text=Hello"],
      ["change the navbar title to Hello", "navbar: text=Hello"],
      ["the menu's brand name should read “Acme”", "navbar: brand=Acme"],
      ["change the footer copy to Hi", "footer: text=Hi"],
    ])("%s", (words, meaning) => {
      expect(inShort(words, site)).toBe(meaning);
    });
  });

  describe("takes several changes in one request", () => {
    it.each<[string, string]>([
      ['make the header maroon and the text "Hi"', "header: color=maroon, text=Hi"],
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
      ["On the home page, make the header red", "header: color=red"],
      ["make the header red, the header too", "header: color=red"],
      ["Footer: change the text to Hello", "footer: text=Hello"],
      ["header: make it red", "header: color=red"],
      ['Update the text in the footer. It should say "Bye".', "footer: text=Bye"],
      ["I don't like the header. Make it red", "header: color=red"],
    ])("%s", (words, meaning) => {
      expect(inShort(words, site)).toBe(meaning);
    });
  });

  describe("does not mind politeness", () => {
    it.each<[string, string]>([
      ["could you please make the header red?", "header: color=red"],
      ["hey could u make the header navy blue pls", "header: color=navy"],
      ["@ux-bot make the header red", "header: color=red"],
      ["<@123456789012345678> make the header red 🙏", "header: color=red"],
      ["hello everyone! could we make the header red? thx", "header: color=red"],
      ["so make the header red too", "header: color=red"],
      ["make the header red again, that's all", "header: color=red"],
      ['change the footer text to "Bye", that is it', "footer: text=Bye"],
      ["make the header red, will you?", "header: color=red"],
      ["change the footer text to Great bread 🍞", "footer: text=Great bread 🍞"],
      ["it would be cool if the header could be red", "header: color=red"],
      ["would be great if we could change the footer text to Bye", "footer: text=Bye"],
      ['Hi team, could we please change the footer text to "See you"? Thank you!', "footer: text=See you"],
      ["Let's make the header purple", "header: color=purple"],
      ["just make the header red", "header: color=red"],
      ["make the header red, please, thanks", "header: color=red"],
      ["change the header text to Hello please", "header: text=Hello"],
      ["change the header text to Hello, thanks", "header: text=Hello"],
      ["change the header text to Stay tuned... thanks!", "header: text=Stay tuned..."],
      ["make the header red, if you can", "header: color=red"],
      ['change the header text to "Hello" while keeping the color', "header: text=Hello"],
      ['can you change the footer text to "Hello"?', "footer: text=Hello"],
      ["I think the header should be red", "header: color=red"],
      ["actually, make the header blue", "header: color=blue"],
      ["can you help me make the header blue?", "header: color=blue"],
    ])("%s", (words, meaning) => {
      expect(inShort(words, site)).toBe(meaning);
    });
  });

  describe("adds links", () => {
    it.each<[string, string]>([
      ["add a link to the menu: label FAQ, url /faq", "navbar: links=FAQ -> /faq"],
      ["add a link with text FAQ and target /faq to the menu", "navbar: links=FAQ -> /faq"],
      ['add a link with the text "FAQ" and the url "/faq" to the menu', "navbar: links=FAQ -> /faq"],
      ["add a link to the menu, called FAQ, pointing to /faq", "navbar: links=FAQ -> /faq"],
      ["add a link to Log in / Sign up at /login in the header", "header: links=Log in / Sign up -> /login"],
      ["add an About link pointing to our team (/team) to the navbar", "navbar: links=About -> /team"],
      ['add a new menu item "FAQ" (/faq)', "navbar: links=FAQ -> /faq"],
      ["add a nav item called FAQ that points to /faq", "navbar: links=FAQ -> /faq"],
      ["add [GitHub](https://git.example/a) to the navbar", "navbar: links=GitHub -> https://git.example/a"],
      ["add a Git link to <https://git.example> in the header", "header: links=Git -> https://git.example"],
      [
        "add links to the header: [X](https://x.example) and [Our blog](/blog)",
        "header: links=X -> https://x.example; Our blog -> /blog",
      ],
      [
        "add links to the header: X - https://x.example, Insta - https://i.example",
        "header: links=X -> https://x.example; Insta -> https://i.example",
      ],
      ["add Contact (/contact) to the navbar", "navbar: links=Contact -> /contact"],
      ["Add a Shop link (/shop) to the top menu", "navbar: links=Shop -> /shop"],
      ["add a link About -> /about to the navbar", "navbar: links=About -> /about"],
      ["navbar: add an About link (/about)", "navbar: links=About -> /about"],
      [
        "add the following links to the navbar: About /about, Docs /docs",
        "navbar: links=About -> /about; Docs -> /docs",
      ],
      [
        'add a "Sign in" link to https://app.example.com/login?x=1,2 in the navbar.',
        "navbar: links=Sign in -> https://app.example.com/login?x=1,2",
      ],
      [
        "change the header text to Hi and add an About link to /about",
        "header: text=Hi, links=About -> /about",
      ],
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
      expect(inShort(words, site)).toBe(meaning);
    });
  });
});
