export function NavBar({ user }) {
  return (
    <ul className="menu">
      <li>
        <NavLink to="/">Home</NavLink>
      </li>
      {/* Seasonal */}
      <li>
        <NavLink to="/summer">{"Summer sale"}</NavLink>
      </li>
      {user && <li><NavLink to="/me">Me</NavLink></li>}
      <li>
        <NavLink to="/contact">Contact</NavLink>
      </li>
    </ul>
  );
}
