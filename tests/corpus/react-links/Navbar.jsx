import { Link } from "react-router-dom";

export default function Navbar({ user }) {
  const links = [
    { to: "/", label: "Home" },
    { to: "/about", label: "About", badge: null },
    ...(user ? [{ to: "/me", label: "Me" }] : []),
  ];
  return (
    <nav>
      <strong>Acme</strong>
      {links.map(({ to, label }) => (
        <Link key={to} to={to}>{label}</Link>
      ))}
    </nav>
  );
}
