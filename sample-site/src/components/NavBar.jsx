export default function NavBar() {
  return (
    <nav className="navbar" style={{ color: "#12323f" }}>
      <a className="navbar-brand" href="/">
        Harbour Coffee
      </a>
      <p className="navbar-note">Open every day, 7 to 18</p>
      <ul className="navbar-links">
        <li>
          <a href="/">Home</a>
        </li>
        <li>
          <a href="#beans">Beans</a>
        </li>
        <li>
          <a href="#visit">Visit</a>
        </li>
      </ul>
    </nav>
  );
}
