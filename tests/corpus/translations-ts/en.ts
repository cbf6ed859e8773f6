export default {
  nav: { home: 'Home', about: 'About' },
  'hero.title': "Build faster",
  hero: {
    text: 'Line one\nline two',
  },
} satisfies Dictionary;
