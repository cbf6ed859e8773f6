export const Links = () => (
  <>
    <p className="inline"><a href="/a">A</a> | <a href="/b">B</a></p>
    <p className="dots">
      <a href="/a">A</a>{" · "}
      <a href="/b">B</a>
    </p>
    <nav className="tight"><a href="/a">A</a><a href="/b">B</a></nav>
    <nav className="empty"></nav>
    <ul className="open">
    </ul>
  </>
);
