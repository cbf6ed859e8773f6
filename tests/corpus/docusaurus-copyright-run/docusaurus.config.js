const year = new Date().getFullYear();

module.exports = {
  title: process.env.SITE_TITLE ?? 'River Rowing',
  themeConfig: {
    announcementBar: {
      content: 'Races start in May. <a href="/dates">See all dates</a> &rarr; <b>Bring a friend</b>',
    },
    footer: {
      copyright: `Copyright © 2019–${year} <a href="${process.env.HOME_PAGE}">River Rowing Club</a>, all oars reserved`,
      note: 'Made on the ' + RIVER + ' with care',
    },
  },
};
