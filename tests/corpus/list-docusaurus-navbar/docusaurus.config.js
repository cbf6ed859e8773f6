// @ts-check
export default {
  title: 'Testing',
  themeConfig: {
    navbar: {
      items: [
        { type: 'doc', docId: 'intro', label: 'Docs', position: 'left' },
        {
          to: '/help',
          label: 'Help',
          position: 'right',
        },
        {
          to: '/blog', // the news
          label: 'Blog',
          position: 'right',
        },
        { href: 'https://example.com/x', label: 'Code', position: 'right' }
      ],
    },
  },
};
