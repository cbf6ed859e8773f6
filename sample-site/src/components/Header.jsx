export default function Header() {
  return (
    <header className="header" style={{ color: "#fdf6e9" }}>
      <h1 className="header-title">Coffee with a view of the harbour</h1>
      <nav className="header-links" aria-label="Highlights">
        <a href="#beans">Our beans</a>
        <a href="#visit">Find us</a>
      </nav>
    </header>
  );
}
