module.exports = {
  themeConfig: {footer: {copyright: `Copyright © ${new Date().getFullYear()} Acme`}},
};
