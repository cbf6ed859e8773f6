const links = [{ href: "/", label: "Home" }];

export const Links = () => (
  <ul>
    {links.map((link) => (
      <li key={link.href}>
        <a href={link.href}>{link.label}</a>
      </li>
    ))}
  </ul>
);
