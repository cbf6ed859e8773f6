import {themes as prismThemes} from 'prism-react-renderer';
import type {Config} from '@docusaurus/types';
import type * as Preset from '@docusaurus/preset-classic';

const config: Config = {
  title: "Acme",
  future: {v4: true},
  themeConfig: {
    announcementBar: {
      id: 'sale',
      content: 'We are hiring',
      isCloseable: false,
    },
    navbar: {items: [{to: '/docs', label: 'Docs'}, {to: '/team', label: "Team"}]},
    prism: {theme: prismThemes.github},
  } satisfies Preset.ThemeConfig,
};

export default config;
