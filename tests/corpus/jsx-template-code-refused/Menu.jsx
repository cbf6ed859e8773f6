export const Menu = ({ t }) => (
  <ul>
    <li><a href="/">{t("Home")}</a></li>
  </ul>
);
